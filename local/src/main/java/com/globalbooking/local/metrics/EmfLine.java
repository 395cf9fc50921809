package com.globalbooking.local.metrics;

import java.util.List;

/** What a log line says about metrics. */
public sealed interface EmfLine {
  /** It is no EMF line, as most are not. */
  record Other() implements EmfLine {}

  /** It means to be one and is not; CloudWatch would drop it silently. */
  record Malformed(String why) implements EmfLine {}

  /** Values. */
  record Values(List<Datapoint> points) implements EmfLine {
    public Values {
      points = List.copyOf(points);
    }
  }
}
