package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;
import java.util.Set;

/** {@code aws:secretsmanager/secretVersion:SecretVersion}: a new current value of a secret. */
final class SecretsManagerSecretVersion implements ResourceHandler {
  static final String TYPE = "aws:secretsmanager/secretVersion:SecretVersion";

  private final RegionContext context;

  SecretsManagerSecretVersion(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    String secret = inputs.string("secretId");
    String version = context.stores().secrets().put(secret, inputs.string("secretString"));
    return new Created(
        secret + "|" + version, PropertyValue.fields(Map.of("arn", secret, "versionId", version)));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("secretId", "secretString");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    // As on AWS, the current value goes only with its secret.
  }
}
