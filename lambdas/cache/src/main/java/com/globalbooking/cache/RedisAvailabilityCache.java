package com.globalbooking.cache;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.globalbooking.cache.SlotMap.Node;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityCache;
import com.globalbooking.domain.CacheUnavailableException;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.RoomNight;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** The cache on a Redis cluster; see {@link CacheKeys} for what stands where. */
public final class RedisAvailabilityCache implements AvailabilityCache, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RedisAvailabilityCache.class);

  /** Long enough to be worth a call, short enough that Redis serves others in between. */
  private static final int ITEMS_PER_CALL = 250;

  /** So much is on its way at once, and is answered within one time limit. */
  private static final int ITEMS_AT_ONCE = 10_000;

  private static final int ENTRIES_AT_ONCE = 5_000;
  private static final int NIGHTS_PER_CALL = 1_000;

  private final CacheCluster cluster;
  private final CacheScripts scripts;
  private final Clock clock;

  /** An allotment or a removal, as a script takes it. */
  private record Item(RoomNight night, String region, String value) {}

  /**
   * @param endpoint {@code rediss://host:port} of any node, or of the cluster's configuration
   */
  public RedisAvailabilityCache(
      Vertx vertx, URI endpoint, CacheCredentials credentials, CacheLimits limits, Clock clock) {
    this(
        new CacheCluster(
            new NodeConnector(vertx, endpoint, credentials, limits.connect()),
            new Node(endpoint.getHost(), endpoint.getPort()),
            limits,
            clock),
        CacheScripts.guarded(),
        clock);
  }

  RedisAvailabilityCache(CacheCluster cluster, CacheScripts scripts, Clock clock) {
    this.cluster = cluster;
    this.scripts = scripts;
    this.clock = clock;
  }

  /**
   * Opens the connections that callers will need; when the cache does not answer, they try again.
   *
   * @return whether all are open
   */
  public boolean connect(Duration limit) {
    try {
      cluster.connect(limit);
      return true;
    } catch (CacheUnavailableException e) {
      LOG.warn("The cache is not there yet", e);
      return false;
    }
  }

  @Override
  public void put(List<Allotment> allotments) {
    String firstKept = Long.toString(firstKept().toEpochDay());
    change(
        scripts.put(),
        List.of(firstKept),
        allotments.stream()
            .map(a -> new Item(a.night(), a.owner().code(), EntryValue.of(a)))
            .toList());
  }

  @Override
  public void remove(List<Removal> removals) {
    change(
        scripts.remove(),
        List.of(),
        removals.stream()
            .map(r -> new Item(r.night(), r.owner().code(), EntryValue.of(r)))
            .toList());
  }

  @Override
  public void markWhole(PropertyId property, DateRange range) {
    List<LocalDate> nights =
        range.nights().stream().filter(night -> !night.isBefore(firstKept())).toList();
    List<Call> calls = new ArrayList<>();
    for (List<LocalDate> part : parts(nights, NIGHTS_PER_CALL)) {
      List<String> arguments = new ArrayList<>(2 * part.size());
      for (LocalDate night : part) {
        arguments.add(Long.toString(night.toEpochDay()));
        arguments.add(night.toString());
      }
      calls.add(
          new Call.Run(CacheKeys.slot(property), scripts.markWhole(), keys(property), arguments));
    }
    if (!calls.isEmpty()) {
      cluster.send(calls);
    }
  }

  @Override
  public Cached find(PropertyId property, DateRange range) {
    String from = Long.toString(range.from().toEpochDay());
    String to = Long.toString(range.to().toEpochDay());
    String index = CacheKeys.index(property);
    int slot = CacheKeys.slot(property);
    List<Response> overview =
        cluster.send(
            List.of(
                new Call.Plain(slot, Command.EXISTS, List.of(index)),
                new Call.Plain(slot, Command.ZCOUNT, List.of(CacheKeys.nights(property), from, to)),
                new Call.Plain(slot, Command.ZRANGE, List.of(index, from, to, "BYSCORE"))));
    boolean whole =
        NodeConnection.number(overview.get(0)) == 1
            && NodeConnection.number(overview.get(1)) == range.length();
    List<RoomNight> nights = new ArrayList<>(overview.get(2).size());
    overview.get(2).forEach(member -> nights.add(CacheKeys.night(property, member.toString())));

    List<Allotment> found = new ArrayList<>();
    for (List<RoomNight> part : parts(nights, ENTRIES_AT_ONCE)) {
      List<Response> entries =
          cluster.send(part.stream().map(RedisAvailabilityCache::get).toList());
      for (int i = 0; i < part.size(); i++) {
        // An entry that the index names was lost.
        whole &= entries.get(i).size() > 0;
        whole &= read(part.get(i), entries.get(i), found);
      }
    }
    return new Cached(found, whole);
  }

  @Override
  public void close() {
    cluster.close();
  }

  /** One script call for some items of one property, many calls at once. */
  private void change(CacheScript script, List<String> firstArguments, List<Item> items) {
    Map<PropertyId, List<Item>> byProperty =
        items.stream()
            .filter(item -> !item.night().date().isBefore(firstKept()))
            .collect(
                groupingBy(item -> item.night().room().property(), LinkedHashMap::new, toList()));
    List<Call> calls = new ArrayList<>();
    int underWay = 0;
    for (Map.Entry<PropertyId, List<Item>> property : byProperty.entrySet()) {
      for (List<Item> part : parts(property.getValue(), ITEMS_PER_CALL)) {
        calls.add(call(script, property.getKey(), firstArguments, part));
        underWay += part.size();
        if (underWay >= ITEMS_AT_ONCE) {
          cluster.send(calls);
          calls = new ArrayList<>();
          underWay = 0;
        }
      }
    }
    if (!calls.isEmpty()) {
      cluster.send(calls);
    }
  }

  private static Call call(
      CacheScript script, PropertyId property, List<String> firstArguments, List<Item> items) {
    List<String> keys = new ArrayList<>(keys(property));
    List<String> arguments = new ArrayList<>(firstArguments);
    for (Item item : items) {
      keys.add(CacheKeys.entry(item.night()));
      arguments.add(item.region());
      arguments.add(item.value());
      arguments.add(CacheKeys.member(item.night()));
      arguments.add(Long.toString(item.night().date().toEpochDay()));
    }
    return new Call.Run(CacheKeys.slot(property), script, keys, arguments);
  }

  private static Call get(RoomNight night) {
    return new Call.Plain(
        CacheKeys.slot(night.room().property()), Command.HGETALL, List.of(CacheKeys.entry(night)));
  }

  private static boolean read(RoomNight night, Response entry, List<Allotment> found) {
    try {
      for (int i = 0; i + 1 < entry.size(); i += 2) {
        EntryValue.read(night, entry.get(i).toString(), entry.get(i + 1).toString())
            .ifPresent(found::add);
      }
      return true;
    } catch (IllegalArgumentException e) {
      LOG.error("A cache entry is not as we write it; the table answers instead", e);
      return false;
    }
  }

  private static List<String> keys(PropertyId property) {
    return List.of(CacheKeys.index(property), CacheKeys.nights(property));
  }

  private LocalDate firstKept() {
    return CacheKeys.firstKept(LocalDate.ofInstant(clock.instant(), UTC));
  }

  private static <T> List<List<T>> parts(List<T> list, int size) {
    return IntStream.range(0, (list.size() + size - 1) / size)
        .mapToObj(part -> list.subList(part * size, Math.min(list.size(), (part + 1) * size)))
        .toList();
  }
}
