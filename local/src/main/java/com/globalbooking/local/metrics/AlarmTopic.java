package com.globalbooking.local.metrics;

/** Where alarms tell people: the Region's SNS. */
@FunctionalInterface
public interface AlarmTopic {

  /**
   * Publishes a notification.
   *
   * @param alarmArn for whom, as the topic's policy may ask
   * @throws IllegalStateException when the topic does not take it; the alarm stays as it is
   */
  void publish(String alarmArn, String topicArn, String subject, String message);
}
