package com.globalbooking.contract;

/** What schedules invoke functions with, and how a function knows it. */
public final class ScheduledTask {
  /** Field of the event that names the task. */
  public static final String TASK = "task";

  /** The {@link #TASK} of {@code region-health}, once a minute. */
  public static final String HEARTBEAT = "heartbeat";

  /** The event of {@link #HEARTBEAT}, as JSON. */
  public static final String HEARTBEAT_EVENT = "{\"" + TASK + "\":\"" + HEARTBEAT + "\"}";

  private ScheduledTask() {}
}
