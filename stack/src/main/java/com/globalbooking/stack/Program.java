package com.globalbooking.stack;

import com.globalbooking.stack.configuration.ConfigurationSource;
import com.globalbooking.stack.naming.Names;
import com.pulumi.Pulumi;
import java.time.Clock;

/** Entry point of the Pulumi program; one run deploys one Region. */
public final class Program {

  private static final String POOL_SIZE = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private Program() {}

  /** Run by an engine: the Pulumi CLI, or {@code local/}, which speaks the same protocol. */
  public static void main(String... arguments) {
    keepThePoolFromStarving();
    ConfigurationSource source =
        ConfigurationSource.of(
            System.getenv("PULUMI_CONFIG"),
            System.getenv("PULUMI_CONFIG_SECRET_KEYS"),
            Names.PROJECT);
    Pulumi.run(context -> Topology.define(context, source, Clock.systemUTC()));
  }

  /**
   * Pulumi's runner waits for registrations by rescheduling itself on the common pool. On one or
   * two cores that pool has a single worker, the waiting takes it and the program never ends. The
   * pool reads this property once, when it is first touched; whoever set it knows better.
   */
  private static void keepThePoolFromStarving() {
    if (System.getProperty(POOL_SIZE) == null) {
      System.setProperty(POOL_SIZE, "4");
    }
  }
}
