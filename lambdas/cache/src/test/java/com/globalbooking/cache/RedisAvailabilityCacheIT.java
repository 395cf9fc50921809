package com.globalbooking.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.AvailabilityCache;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.contract.AvailabilityCacheContract;
import com.globalbooking.domain.contract.Sample;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cache keeps the contract on a Redis cluster. */
@ExtendWith(RedisEngineParameter.class)
class RedisAvailabilityCacheIT extends AvailabilityCacheContract {
  private static final int SLOT = CacheKeys.slot(Sample.ROOM.property());
  private static final String INDEX = CacheKeys.index(Sample.ROOM.property());

  private final RedisEngine redis;
  private final RedisAvailabilityCache cache;
  private final CacheCluster cluster;

  RedisAvailabilityCacheIT(RedisEngine redis) {
    this.redis = redis;
    this.cache = redis.cache(RedisEngine.PATIENT, scripts());
    this.cluster = redis.cluster(RedisEngine.PATIENT);
  }

  CacheScripts scripts() {
    return CacheScripts.guarded();
  }

  @BeforeEach
  void startEmpty() {
    loseEverything();
  }

  @AfterEach
  void close() {
    cache.close();
    cluster.close();
  }

  @Override
  protected AvailabilityCache cache() {
    return cache;
  }

  @Override
  protected LocalDate firstNight() {
    return LocalDate.now(ZoneOffset.UTC).plusDays(30);
  }

  @Override
  protected void loseEverything() {
    redis.toEach(Command.FLUSHALL);
  }

  @Test
  void everyNodeLearnsTheScriptsAnew() {
    put(at(0, 1));
    redis.toEach(Command.SCRIPT, "FLUSH");
    put(at(0, 2));

    assertThat(find(0, 0).allotments()).containsExactly(at(0, 2));
  }

  @Test
  void anEntryEndsTwoDaysAfterItsNightAndSoDoesTheIndex() {
    put(at(0, 1), at(1, 1));

    long end = firstNight().plusDays(3).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    assertThat(secondsLeft(CacheKeys.entry(night(0)))).isCloseTo(left(end), within());
    assertThat(secondsLeft(INDEX)).isCloseTo(left(end + 86_400), within());
  }

  @Test
  void theIndexHoldsNeitherRemovedNorPastNights() {
    long longAgo = LocalDate.now(ZoneOffset.UTC).minusDays(3).toEpochDay();
    ask(Command.ZADD, INDEX, Long.toString(longAgo), "double#long-ago");
    put(at(0, 1), at(1, 1));
    cache.remove(List.of(new AvailabilityCache.Removal(night(0), Sample.HERE, 1)));

    assertThat(ask(Command.ZRANGE, INDEX, "0", "-1").toString())
        .isEqualTo("[" + CacheKeys.member(night(1)) + "]");
  }

  @Test
  void aNightLongPastLeavesNoTrace() {
    put(at(-40, 1));
    cache.markWhole(Sample.ROOM.property(), range(-40, -40));

    assertThat(redis.toEach(Command.DBSIZE)).allMatch(size -> NodeConnection.number(size) == 0);
  }

  @Test
  void isNotWholeAnyMoreWhenRedisEvictedAnEntry() {
    put(at(0, 1), at(1, 1));
    cache.markWhole(Sample.ROOM.property(), range(0, 1));
    ask(Command.DEL, CacheKeys.entry(night(0)));

    assertThat(find(0, 1).whole()).isFalse();
    // A change of one Region's allotment does not make up for the others that were lost.
    put(at(0, 2));
    assertThat(find(0, 1).whole()).isFalse();
    assertThat(find(1, 1).whole()).isTrue();
  }

  @Test
  void isNotWholeAnyMoreWhenRedisEvictedTheIndex() {
    put(at(0, 1), at(1, 1));
    cache.markWhole(Sample.ROOM.property(), range(0, 1));
    ask(Command.DEL, INDEX);

    assertThat(find(0, 1).whole()).isFalse();
    put(at(0, 2));
    assertThat(find(0, 1).whole()).isFalse();
  }

  @Test
  void aValueThatIsNotOursIsNotTrusted() {
    put(at(0, 1));
    cache.markWhole(Sample.ROOM.property(), range(0, 0));
    ask(Command.HSET, CacheKeys.entry(night(0)), Sample.THERE.code(), "9:nonsense");

    assertThat(find(0, 0).whole()).isFalse();
  }

  @Test
  void knowsWhereTheClusterKeepsAProperty() {
    for (String id : List.of("lisbon-01", "a", "harbour-seattle", "hotel.7_b:~x")) {
      var property = new PropertyId(id);
      Response slot = ask(Command.CLUSTER, "KEYSLOT", CacheKeys.index(property));
      assertThat(NodeConnection.number(slot)).isEqualTo(CacheKeys.slot(property));
    }
  }

  private long secondsLeft(String key) {
    return NodeConnection.number(ask(Command.TTL, key));
  }

  private static long left(long end) {
    return end - Instant.now().getEpochSecond();
  }

  private static Offset<Long> within() {
    return Offset.offset(10L);
  }

  private Response ask(Command command, String... arguments) {
    return cluster.send(List.of(new Call.Plain(SLOT, command, List.of(arguments)))).getFirst();
  }
}
