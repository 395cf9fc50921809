package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.metrics.AlarmCopy;
import java.util.Optional;

/** Where health checks find the alarms that they are told of. */
@FunctionalInterface
public interface AlarmSource {
  /**
   * Copies what an alarm watches.
   *
   * @return empty when there is no metric alarm of that name
   * @throws IllegalArgumentException when Route 53 cannot evaluate such an alarm
   */
  Optional<AlarmCopy> copy(RegionName region, String alarmName);
}
