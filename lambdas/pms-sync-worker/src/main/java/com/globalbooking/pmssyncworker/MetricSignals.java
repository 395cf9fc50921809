package com.globalbooking.pmssyncworker;

import com.globalbooking.contract.Metric;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.domain.pms.PmsNotice;
import com.globalbooking.domain.pms.SyncSignals;
import com.globalbooking.metrics.Metrics;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Signals as metrics, for alarms, and log lines, for people. No line says what was booked. */
final class MetricSignals implements SyncSignals {
  private static final Logger LOG = Logger.getLogger(MetricSignals.class);

  private final Metrics metrics;

  MetricSignals(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void firstAttempt(Duration sinceEvent) {
    metrics.emit(Metric.PMS_ATTEMPT_DELAY, (double) Math.max(0, sinceEvent.toMillis()));
  }

  @Override
  public void circuitOpened(PmsName pms) {
    metrics.emit(Metric.CIRCUITS_OPENED, 1);
    LOG.warnf("The circuit of PMS %s opened", pms);
  }

  @Override
  public void waitsForCircuit(PmsName pms) {
    metrics.emit(Metric.OPEN_CIRCUITS, 1);
  }

  @Override
  public void failed(PmsNotice notice, PmsName pms, String reason) {
    LOG.warnf("PMS %s did not take event %s: %s", pms, notice.event().eventId(), reason);
  }

  @Override
  public void fault(PropertyId property, Throwable fault) {
    LOG.errorf(fault, "Events of property %s come again after a fault", property);
  }
}
