package com.globalbooking.regionhealth.aws;

import com.globalbooking.domain.health.RegionAlarm;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;

/**
 * A composite alarm of CloudWatch. The role needs {@code cloudwatch:DescribeAlarms} on {@code *}:
 * <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html">with
 * a narrower scope</a> composite alarms are not returned.
 */
public final class CloudWatchRegionAlarm implements RegionAlarm {
  private final CloudWatchClient client;
  private final String name;

  /**
   * @param name of the composite alarm
   */
  public CloudWatchRegionAlarm(CloudWatchClient client, String name) {
    this.client = client;
    this.name = name;
  }

  @Override
  public State state() {
    return client
        // Without the type only metric alarms are looked for.
        .describeAlarms(request -> request.alarmNames(name).alarmTypes(AlarmType.COMPOSITE_ALARM))
        .compositeAlarms()
        .stream()
        .filter(alarm -> name.equals(alarm.alarmName()))
        .findFirst()
        .map(CloudWatchRegionAlarm::state)
        .orElse(State.UNKNOWN);
  }

  private static State state(CompositeAlarm alarm) {
    return switch (alarm.stateValue()) {
      case OK -> State.OK;
      case ALARM -> State.ALARM;
      case INSUFFICIENT_DATA -> State.INSUFFICIENT_DATA;
      case UNKNOWN_TO_SDK_VERSION -> State.UNKNOWN;
      case null -> State.UNKNOWN;
    };
  }
}
