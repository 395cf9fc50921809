package com.globalbooking.operations.aws;

import java.util.List;

/** What CloudWatch thinks of a Region. */
public interface AlarmStates {
  /** Names of the alarms of a Region that are in state ALARM and begin with the prefix. */
  List<String> ringing(String region, String prefix);
}
