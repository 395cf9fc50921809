package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import java.time.Duration;
import java.util.List;

/**
 * A health check of Route 53 as it is configured.
 *
 * @param inverted whether a healthy one counts as unhealthy, and the other way round
 * @param disabled whether it looks at nothing and counts as healthy
 */
public record HealthCheck(Kind kind, boolean inverted, boolean disabled) {

  /** What decides. */
  public sealed interface Kind {
    /** Route 53's name of the kind. */
    String type();

    /**
     * Requests of a path.
     *
     * @param type {@code HTTP} or {@code HTTPS}
     * @param domainName of whom it is asked
     * @param interval between two requests
     * @param failureThreshold results in a row that change the status, to either side
     */
    record Endpoint(
        String type,
        String domainName,
        int port,
        String path,
        Duration interval,
        int failureThreshold)
        implements Kind {
      public Endpoint {
        if (failureThreshold < 1 || failureThreshold > 10) {
          throw new IllegalArgumentException(
              "'failureThreshold' must be from 1 to 10, not " + failureThreshold);
        }
      }
    }

    /** The metric of an alarm, as it was defined when the check was told of it. */
    record Metric(RegionName region, String alarmName, WithoutData withoutData) implements Kind {
      @Override
      public String type() {
        return "CLOUDWATCH_METRIC";
      }
    }

    /**
     * Other checks, none of them calculated.
     *
     * @param children ids
     * @param threshold how many of them must be healthy; with more than there are it never is, with
     *     0 always
     */
    record Calculated(List<String> children, int threshold) implements Kind {
      public Calculated {
        children = List.copyOf(children);
        if (threshold < 0 || threshold > 256) {
          throw new IllegalArgumentException(
              "the threshold of a calculated health check must be from 0 to 256, not " + threshold);
        }
      }

      @Override
      public String type() {
        return "CALCULATED";
      }

      /** Whether people have taken it out: its threshold cannot be met. */
      public boolean isDrained() {
        return threshold > children.size();
      }
    }
  }

  /** The status while an alarm has too little data. */
  public enum WithoutData {
    HEALTHY("Healthy"),
    UNHEALTHY("Unhealthy"),
    LAST_KNOWN_STATUS("LastKnownStatus");

    private final String value;

    WithoutData(String value) {
      this.value = value;
    }

    /** Route 53's name. */
    public String value() {
      return value;
    }

    /** Reads Route 53's name. */
    public static WithoutData parse(String value) {
      for (WithoutData one : values()) {
        if (one.value.equals(value)) {
          return one;
        }
      }
      throw new IllegalArgumentException(
          "'insufficientDataHealthStatus' cannot be '" + value + "'");
    }
  }

  /** A check that is neither inverted nor disabled. */
  public static HealthCheck of(Kind kind) {
    return new HealthCheck(kind, false, false);
  }
}
