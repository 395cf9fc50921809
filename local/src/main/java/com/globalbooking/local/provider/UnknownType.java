package com.globalbooking.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.engine.Treatment;
import java.util.Map;
import java.util.UUID;

/** Stands for a type that a Region does not know: echoes its inputs under an id that is made up. */
final class UnknownType implements ResourceHandler {
  @Override
  public Created create(Resource resource) {
    return new Created(
        "unknown-" + UUID.nameUUIDFromBytes(resource.urn().getBytes(UTF_8)), nothing());
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return nothing();
  }

  @Override
  public void delete(Existing existing) {
    // There is nothing.
  }

  @Override
  public Treatment treatment() {
    return Treatment.UNKNOWN;
  }

  private static Fields nothing() {
    return PropertyValue.fields(Map.of());
  }
}
