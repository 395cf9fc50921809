package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.engine.Treatment;
import com.globalbooking.local.mariadb.MariaDbEngine;
import com.globalbooking.local.metrics.DocumentedMetrics;
import java.util.Map;
import java.util.Set;

/** {@code aws:rds/clusterInstance:ClusterInstance}: all instances are the Region's one MariaDB. */
final class RdsClusterInstance implements ResourceHandler {
  static final String TYPE = "aws:rds/clusterInstance:ClusterInstance";

  private final RegionContext context;

  RdsClusterInstance(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    String id = inputs.optionalString("identifier").orElseGet(() -> ResourceNames.nameOf(resource));
    context.operations().documented().exists(DocumentedMetrics.DB_INSTANCE_IDENTIFIER, id);
    return new Created(
        id,
        PropertyValue.fields(
            Map.of(
                "identifier",
                id,
                "arn",
                context.arn("rds", "db:" + id),
                "dbiResourceId",
                "db-" + ResourceNames.idOf(resource),
                "endpoint",
                MariaDbEngine.HOST,
                "port",
                context.stores().database().get().port())));
  }

  @Override
  public Treatment treatment() {
    return Treatment.INERT;
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return Map.of("identifier", ResourceNames.madeUp(resource));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("identifier", "clusterIdentifier", "engine");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context.operations().documented().gone(DocumentedMetrics.DB_INSTANCE_IDENTIFIER, existing.id());
  }
}
