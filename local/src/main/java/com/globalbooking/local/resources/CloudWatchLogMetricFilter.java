package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.metrics.LogFilters;
import com.globalbooking.local.metrics.MetricId;
import java.util.Map;
import java.util.Set;

/** {@code aws:cloudwatch/logMetricFilter:LogMetricFilter} on the access log of an API. */
final class CloudWatchLogMetricFilter implements ResourceHandler {
  static final String TYPE = "aws:cloudwatch/logMetricFilter:LogMetricFilter";

  private final RegionContext context;

  CloudWatchLogMetricFilter(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String name = ResourceNames.nameOf(resource);
    deploy(name, resource.inputs());
    return new Created(name, PropertyValue.fields(Map.of("name", name)));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name", "logGroupName");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    deploy(existing.id(), wanted.inputs());
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    filters().remove(existing.id());
  }

  private void deploy(String name, Inputs inputs) {
    Inputs metric =
        inputs
            .object("metricTransformation")
            .orElseThrow(() -> new IllegalArgumentException("'metricTransformation' is missing"));
    filters()
        .deploy(
            name,
            inputs.string("pattern"),
            new MetricId(
                metric.string("namespace"), metric.string("name"), metric.stringMap("dimensions")));
  }

  private LogFilters filters() {
    return context.operations().logFilters();
  }
}
