package com.globalbooking.local.resources;

import com.globalbooking.local.metrics.DescribedAlarm;
import com.globalbooking.local.metrics.DocumentedMetrics;
import com.globalbooking.local.metrics.LogFilters;
import com.globalbooking.local.metrics.Monitoring;
import com.globalbooking.local.schedules.Schedules;
import com.globalbooking.local.workflow.StateMachines;
import java.util.List;

/**
 * What runs and watches the Region beside its functions.
 *
 * @param schedules start workflows and functions
 * @param monitoring decides about the Region's alarms
 * @param documented takes the names of engines that only AWS measures
 * @param logFilters metrics from the access logs of APIs
 */
public record Operations(
    StateMachines stateMachines,
    Schedules schedules,
    Monitoring monitoring,
    DocumentedMetrics documented,
    LogFilters logFilters) {

  /** Every alarm of the Region, as CloudWatch tells of it. */
  public List<DescribedAlarm> described() {
    return monitoring.alarms().described();
  }
}
