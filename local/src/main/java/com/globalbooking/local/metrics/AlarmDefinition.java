package com.globalbooking.local.metrics;

import java.time.Duration;
import java.util.List;

/**
 * An alarm as the program declares it.
 *
 * @param measure what is looked at
 * @param period one datapoint; whole minutes
 * @param evaluationPeriods how many datapoints are looked at
 * @param datapointsToAlarm how many of them must breach
 * @param alarmActions ARNs of topics that are told when it goes off
 * @param okActions ARNs of topics that are told when it is over
 */
public record AlarmDefinition(
    String arn,
    String name,
    String description,
    Measure measure,
    Duration period,
    int evaluationPeriods,
    int datapointsToAlarm,
    Threshold threshold,
    MissingData missing,
    List<String> alarmActions,
    List<String> okActions) {
  private static final String DYNAMODB = "AWS/DynamoDB";

  public AlarmDefinition {
    alarmActions = List.copyOf(alarmActions);
    okActions = List.copyOf(okActions);
    if (period.toSeconds() < 60 || period.toSeconds() % 60 != 0) {
      throw new IllegalArgumentException(
          "the alarm %s has a period of %s; local Regions keep whole minutes"
              .formatted(name, period));
    }
    if (evaluationPeriods < 1 || datapointsToAlarm < 1 || datapointsToAlarm > evaluationPeriods) {
      throw new IllegalArgumentException(
          "the alarm %s cannot need %d of %d datapoints"
              .formatted(name, datapointsToAlarm, evaluationPeriods));
    }
    if (measure instanceof Measure.OfMetric(MetricId metric, Statistic _)
        && metric.namespace().equals(DYNAMODB)) {
      missing = MissingData.IGNORE; // CloudWatch does so, whatever the alarm says
    }
  }
}
