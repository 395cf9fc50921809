package com.globalbooking.cache;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityCache.Cached;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import io.vertx.redis.client.Command;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Measures the cache on a Redis cluster of three masters on this machine, over TLS: the bulk path
 * beside as many plain {@code SET}s, pipelined alike on the same cluster, once by the same client
 * and once by {@code redis-benchmark}.
 */
final class CacheBench {
  private static final int PROPERTIES = 1_300;
  private static final int ROOMS = 6;
  private static final int NIGHTS = 30;
  private static final int ROUNDS = 5;
  private static final int AT_ONCE = 10_000;
  private static final int MASTERS = 3;
  private static final int READS = 2_000;

  private static final CacheLimits LIMITS =
      new CacheLimits(Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ZERO);

  private final LocalDate first = LocalDate.now(Clock.systemUTC()).plusDays(10);
  private final RedisEngine redis;
  private final RedisAvailabilityCache cache;
  private final CacheCluster cluster;

  private CacheBench(RedisEngine redis) {
    this.redis = redis;
    this.cache = redis.cache(LIMITS, CacheScripts.guarded());
    this.cluster = redis.cluster(LIMITS);
  }

  public static void main(String[] arguments) throws InterruptedException {
    try (RedisEngine redis = RedisEngine.start()) {
      new CacheBench(redis).run(RedisBenchmark.of(redis));
    }
  }

  private void run(Optional<RedisBenchmark> benchmark) {
    List<Allotment> fresh = allotments(1);
    List<Allotment> newer = allotments(2);
    System.out.printf(
        "%,d room-nights of %,d properties; %d rounds, of which the first warms up; %d processors%n",
        fresh.size(), PROPERTIES, ROUNDS, Runtime.getRuntime().availableProcessors());
    int bytes = EntryValue.of(fresh.getFirst()).length();
    double[] redisBenchmark = new double[ROUNDS];
    double[] sets = new double[ROUNDS];
    double[] puts = new double[ROUNDS];
    double[] changes = new double[ROUNDS];
    double[] repeats = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      redis.toEach(Command.FLUSHALL);
      if (benchmark.isPresent()) {
        redisBenchmark[round] = benchmark.get().set(fresh.size(), bytes, AT_ONCE / MASTERS);
        redis.toEach(Command.FLUSHALL);
      }
      sets[round] = seconds(() -> set(fresh));
      redis.toEach(Command.FLUSHALL);
      puts[round] = seconds(() -> cache.put(fresh));
      changes[round] = seconds(() -> cache.put(newer));
      repeats[round] = seconds(() -> cache.put(fresh));
    }
    double baseline = benchmark.isPresent() ? median(redisBenchmark) : median(sets);
    if (benchmark.isPresent()) {
      report("redis-benchmark SET", redisBenchmark, baseline);
    } else {
      System.out.println("No redis-benchmark here (Debian: redis-tools): the baseline is our SET");
    }
    report("plain SET", sets, baseline);
    report("put into an empty cache", puts, baseline);
    report("put of newer versions", changes, baseline);
    report("put of versions known", repeats, baseline);
    reads();
  }

  private void reads() {
    for (int i = 0; i < PROPERTIES; i++) {
      cache.markWhole(new PropertyId("hotel-" + i), nights());
    }
    double[] milliseconds = new double[READS];
    for (int i = 0; i < READS; i++) {
      var property = new PropertyId("hotel-" + i % PROPERTIES);
      milliseconds[i] =
          1_000
              * seconds(
                  () -> {
                    Cached found = cache.find(property, nights());
                    if (!found.whole() || found.allotments().size() != ROOMS * NIGHTS) {
                      throw new IllegalStateException("not all is cached of " + property);
                    }
                  });
    }
    Arrays.sort(milliseconds);
    System.out.printf(
        "%-26s median %.2f ms, P95 %.2f ms, %,d reads of %d room-nights%n",
        "find", milliseconds[READS / 2], milliseconds[READS * 95 / 100], READS, ROOMS * NIGHTS);
  }

  private void set(List<Allotment> allotments) {
    for (int from = 0; from < allotments.size(); from += AT_ONCE) {
      List<Call> calls = new ArrayList<>(AT_ONCE);
      for (Allotment a : allotments.subList(from, Math.min(from + AT_ONCE, allotments.size()))) {
        calls.add(
            new Call.Plain(
                CacheKeys.slot(a.night().room().property()),
                Command.SET,
                List.of(CacheKeys.entry(a.night()), EntryValue.of(a))));
      }
      cluster.send(calls);
    }
  }

  private List<Allotment> allotments(long version) {
    List<Allotment> allotments = new ArrayList<>(PROPERTIES * ROOMS * NIGHTS);
    for (int i = 0; i < PROPERTIES; i++) {
      for (int room = 0; room < ROOMS; room++) {
        var type = new Room(new PropertyId("hotel-" + i), new RoomId("room-" + room));
        for (LocalDate night : nights().nights()) {
          allotments.add(
              new Allotment(new RoomNight(type, night), new Region("eu-west-1"), 20, 12, version));
        }
      }
    }
    return allotments;
  }

  private DateRange nights() {
    return new DateRange(first, first.plusDays(NIGHTS - 1));
  }

  private static void report(String what, double[] seconds, double baseline) {
    double median = median(seconds);
    System.out.printf(
        "%-26s median %.2f s, best %.2f s, worst %.2f s; %,.0f/s; %.2f of the baseline's time%n",
        what,
        median,
        Arrays.stream(seconds).skip(1).min().orElseThrow(),
        Arrays.stream(seconds).skip(1).max().orElseThrow(),
        PROPERTIES * ROOMS * NIGHTS / median,
        median / baseline);
  }

  /** Without the first, in which everything was cold. */
  private static double median(double[] seconds) {
    double[] warm = Arrays.stream(seconds).skip(1).sorted().toArray();
    return (warm[(warm.length - 1) / 2] + warm[warm.length / 2]) / 2;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
