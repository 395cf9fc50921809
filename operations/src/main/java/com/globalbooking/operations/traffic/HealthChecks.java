package com.globalbooking.operations.traffic;

/** The calculated health checks by which Route 53 leads guests. */
public interface HealthChecks {
  /**
   * A calculated check.
   *
   * @param children how many checks it counts
   * @param threshold how many of them must be healthy
   */
  record Check(int children, int threshold) {
    /** More are asked for than there are: Route 53 then takes the Region for unhealthy always. */
    boolean drained() {
      return threshold > children;
    }
  }

  /** The check as it is. */
  Check get(String id);

  /** Sets how many children must be healthy. */
  void setThreshold(String id, int threshold);
}
