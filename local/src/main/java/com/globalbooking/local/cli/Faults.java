package com.globalbooking.local.cli;

import com.globalbooking.local.LocalRegion;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Breaks things in running Regions, and mends them, as a command asks. */
final class Faults {
  private static final List<String> ENGINES = List.of("dynamodb", "mariadb", "redis");

  private final LocalRegions local;

  Faults(LocalRegions local) {
    this.local = local;
  }

  private interface Act {
    void run() throws IOException, InterruptedException;
  }

  /**
   * Does what {@code action} says to {@code of}, a Region.
   *
   * @param to the other Region, the service, the engine or the function
   * @param value the delay in milliseconds, or {@code down} or {@code up}
   * @return what is so now, as a sentence
   * @throws IllegalArgumentException when it makes no sense; the message says why
   */
  String carryOut(String action, RegionName of, String to, String value) {
    return switch (action) {
      case "cut", "heal", "delay" -> link(action, of, new RegionName(to), value);
      case "service" -> service(of, to, isUp(value));
      case "engine" -> engine(local.region(of), to, isUp(value));
      case "crash" -> crash(local.region(of), to);
      default -> throw new IllegalArgumentException("There is no fault '" + action + "'.");
    };
  }

  private String link(String action, RegionName a, RegionName b, String value) {
    if (!local.regions().contains(b)) {
      throw new IllegalArgumentException(
          "There is no Region %s here; there are %s.".formatted(b, local.regions()));
    }
    if (a.equals(b)) {
      throw new IllegalArgumentException("A link joins two different Regions.");
    }
    switch (action) {
      case "cut" -> local.network().cut(a, b);
      case "heal" -> local.network().heal(a, b);
      default -> local.network().delay(a, b, delay(value));
    }
    return "%s - %s: %s".formatted(a, b, StatusReport.describe(local.network().between(a, b)));
  }

  private String service(RegionName region, String service, boolean up) {
    if (up) {
      local.outages().end(region, service);
    } else {
      local.outages().begin(region, service);
    }
    return "%s in %s: %s".formatted(service, region, up ? "up" : "down");
  }

  private static String engine(LocalRegion region, String engine, boolean up) {
    var stores = region.stores();
    Act act =
        switch (engine) {
          case "dynamodb" -> up ? region.engine()::restart : region.engine()::kill;
          case "mariadb" -> up ? stores.database().get()::restart : stores.database().get()::kill;
          case "redis" -> up ? stores.cache().get()::restart : stores.cache().get()::kill;
          default ->
              throw new IllegalArgumentException(
                  "There is no engine '%s'; there are %s.".formatted(engine, ENGINES));
        };
    try {
      act.run();
    } catch (IOException e) {
      throw new IllegalArgumentException("It does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("The Regions are being stopped.", e);
    }
    return "%s in %s: %s".formatted(engine, region.name(), up ? "started again" : "killed");
  }

  private static String crash(LocalRegion region, String function) {
    return "%s in %s: %d instances killed"
        .formatted(function, region.name(), region.crash(function));
  }

  private static boolean isUp(String state) {
    return switch (state) {
      case "up" -> true;
      case "down" -> false;
      default -> throw new IllegalArgumentException("It is down or up, not '" + state + "'.");
    };
  }

  private static Duration delay(String milliseconds) {
    long delay = Long.parseLong(milliseconds);
    if (delay < 1 || delay > 600_000) {
      throw new IllegalArgumentException("delay takes 1 to 600000 milliseconds.");
    }
    return Duration.ofMillis(delay);
  }
}
