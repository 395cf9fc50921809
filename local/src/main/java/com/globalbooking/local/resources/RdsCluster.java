package com.globalbooking.local.resources;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.mariadb.MariaDbEngine;
import com.globalbooking.local.metrics.DocumentedMetrics;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code aws:rds/cluster:Cluster}: a database on the Region's MariaDB and its master user, whose
 * password RDS makes up and keeps in a secret of its own. Writer and reader endpoint are the same.
 */
final class RdsCluster implements ResourceHandler {
  static final String TYPE = "aws:rds/cluster:Cluster";

  private final RegionContext context;
  private final AtomicBoolean taken = new AtomicBoolean();

  RdsCluster(RegionContext context) {
    this.context = context;
  }

  @Override
  public void check(Resource resource) {
    if (!resource.inputs().flag("manageMasterUserPassword")) {
      throw new IllegalArgumentException(
          "'manageMasterUserPassword' must be set: no password belongs in the state");
    }
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    check(resource);
    if (!taken.compareAndSet(false, true)) {
      throw new IllegalArgumentException("a local Region has one database cluster");
    }
    String id =
        inputs.optionalString("clusterIdentifier").orElseGet(() -> ResourceNames.nameOf(resource));
    String user = inputs.string("masterUsername");
    String password = password();
    MariaDbEngine engine = context.stores().database().get();
    engine.createDatabase(inputs.string("databaseName"), user, password);

    Optional<String> key = inputs.optionalString("masterUserSecretKmsKeyId");
    String secretArn =
        context
            .stores()
            .secrets()
            .create("rds!cluster-" + ResourceNames.idOf(resource), "master user of " + id, key);
    context.stores().secrets().put(secretArn, credentials(user, password));
    context.operations().documented().exists(DocumentedMetrics.DB_CLUSTER_IDENTIFIER, id);
    return new Created(
        id,
        PropertyValue.fields(
            Map.of(
                "clusterIdentifier",
                id,
                "arn",
                context.arn("rds", "cluster:" + id),
                "clusterResourceId",
                "cluster-" + ResourceNames.idOf(resource),
                "endpoint",
                MariaDbEngine.HOST,
                "readerEndpoint",
                MariaDbEngine.HOST,
                "port",
                engine.port(),
                "masterUserSecrets",
                List.of(
                    Map.of(
                        "secretArn",
                        secretArn,
                        "secretStatus",
                        "active",
                        "kmsKeyId",
                        key.orElse("alias/aws/secretsmanager"))))));
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return Map.of("clusterIdentifier", ResourceNames.madeUp(resource));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of(
        "clusterIdentifier", "databaseName", "masterUsername", "engine", "storageEncrypted");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    check(wanted);
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    Inputs inputs = existing.inputs();
    if (inputs.flag("deletionProtection")) {
      throw new IllegalArgumentException(
          "cannot delete protected cluster " + existing.id() + ": take deletionProtection off");
    }
    context
        .stores()
        .database()
        .get()
        .dropDatabase(inputs.string("databaseName"), inputs.string("masterUsername"));
    existing
        .outputs()
        .objects("masterUserSecrets")
        .forEach(it -> context.stores().secrets().remove(it.string("secretArn")));
    context.operations().documented().gone(DocumentedMetrics.DB_CLUSTER_IDENTIFIER, existing.id());
    taken.set(false);
  }

  private static String credentials(String user, String password) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("username", user)
        .put("password", password)
        .toString();
  }

  private static String password() {
    byte[] bytes = new byte[20];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
