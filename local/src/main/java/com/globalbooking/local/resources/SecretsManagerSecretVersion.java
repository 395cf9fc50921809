package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;

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
}
