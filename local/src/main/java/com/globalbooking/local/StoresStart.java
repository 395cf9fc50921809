package com.globalbooking.local;

import com.globalbooking.local.certificates.Certificates;
import com.globalbooking.local.mariadb.MariaDbEngine;
import com.globalbooking.local.redis.RedisCluster;
import com.globalbooking.local.resources.Parameters;
import com.globalbooking.local.resources.RegionContext;
import com.globalbooking.local.resources.Stores;
import com.globalbooking.local.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Brings up the Redis and the MariaDB of each Region, all at the same time. */
final class StoresStart {
  private final Path engines;
  private final FutureTask<Certificates> certificates;
  private final Clock clock;
  private final StartedParts parts;
  private final Map<RegionName, RedisCluster> caches = new ConcurrentHashMap<>();
  private final Map<RegionName, MariaDbEngine> databases = new ConcurrentHashMap<>();

  /**
   * @param parts takes every engine as soon as it is started
   */
  StoresStart(Path root, Path workDirectory, Clock clock, StartedParts parts) {
    this.engines = root.resolve("local/engines/target");
    this.certificates =
        new FutureTask<>(() -> Certificates.make(workDirectory.resolve("certificates")));
    this.clock = clock;
    this.parts = parts;
  }

  /** What all engines show and functions trust: made by whoever asks first, the others wait. */
  Certificates certificates() throws IOException, InterruptedException {
    certificates.run();
    try {
      return certificates.get();
    } catch (ExecutionException failed) {
      throw new IOException("There are no certificates for the engines", failed.getCause());
    }
  }

  /** What starts the engines of one Region. */
  List<Callable<?>> of(RegionName region, Path directory) {
    return List.of(() -> cache(region, directory), () -> database(region, directory));
  }

  /** The stores of all Regions whose engines were started. */
  Map<RegionName, Stores> started() {
    Map<RegionName, Stores> stores = new LinkedHashMap<>();
    caches.forEach(
        (region, cache) -> {
          MariaDbEngine database = databases.get(region);
          if (database != null) {
            var secrets = new Secrets(region.value(), RegionContext.ACCOUNT, clock);
            stores.put(region, new Stores(() -> cache, () -> database, secrets, new Parameters()));
          }
        });
    return stores;
  }

  private RedisCluster cache(RegionName region, Path directory)
      throws IOException, InterruptedException {
    RedisCluster cache =
        parts.keep(RedisCluster.start(engines.resolve("redis"), directory, certificates()));
    caches.put(region, cache);
    return cache;
  }

  private MariaDbEngine database(RegionName region, Path directory)
      throws IOException, InterruptedException {
    MariaDbEngine database =
        parts.keep(MariaDbEngine.start(engines.resolve("mariadb"), directory, certificates()));
    databases.put(region, database);
    return database;
  }
}
