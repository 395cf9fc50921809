package com.globalbooking.local.messaging;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.Outages;
import java.net.URI;
import java.time.Clock;

/** Queues, topics and event buses of one Region. */
public final class RegionMessaging implements AutoCloseable {
  private final SqsEngine queues;
  private final ResourcePolicies policies;
  private final Topics topics;
  private final EventBuses buses = new EventBuses();

  private RegionMessaging(
      RegionName region, String accountId, SqsEngine queues, Outages outages, Clock clock) {
    this.queues = queues;
    policies = new ResourcePolicies(accountId);
    topics = new Topics(region, accountId, queues, policies, outages, clock, Backoff.LOCAL);
  }

  /**
   * Starts the Region's queue server; it answers when this returns.
   *
   * @param awsEndpoint where functions send their requests, for the URLs of queues
   * @param outages what deliveries from topics to queues look at
   */
  public static RegionMessaging start(
      RegionName region, String accountId, URI awsEndpoint, Outages outages, Clock clock) {
    SqsEngine queues = SqsEngine.start(region, accountId, awsEndpoint);
    return new RegionMessaging(region, accountId, queues, outages, clock);
  }

  /** The queues. */
  public SqsEngine queues() {
    return queues;
  }

  /** What AWS services may do with queues and topics. */
  public ResourcePolicies policies() {
    return policies;
  }

  /** The topics. */
  public Topics topics() {
    return topics;
  }

  /** The event buses. */
  public EventBuses buses() {
    return buses;
  }

  /** Stops deliveries, then the queue server. */
  @Override
  public void close() {
    topics.close();
    queues.close();
  }
}
