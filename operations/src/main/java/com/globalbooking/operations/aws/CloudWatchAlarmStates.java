package com.globalbooking.operations.aws;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Alarms as CloudWatch keeps them. */
public record CloudWatchAlarmStates(AwsClients clients) implements AlarmStates {

  @Override
  public List<String> ringing(String region, String prefix) {
    try (CloudWatchClient cloudWatch = clients.cloudWatch(region)) {
      return cloudWatch
          .describeAlarmsPaginator(
              it ->
                  it.alarmNamePrefix(prefix)
                      .stateValue(StateValue.ALARM)
                      .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM))
          .stream()
          .flatMap(
              page ->
                  Stream.concat(
                      page.metricAlarms().stream().map(MetricAlarm::alarmName),
                      page.compositeAlarms().stream().map(CompositeAlarm::alarmName)))
          .sorted()
          .toList();
    }
  }
}
