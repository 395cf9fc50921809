package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.engine.Treatment;
import java.util.Map;
import java.util.function.Function;

/**
 * A type that is known and has no effect in a local Region: its inputs are answered, with what AWS
 * would compute.
 *
 * @param reason why nothing need be done
 * @param id what the provider would give as id
 * @param computed outputs over the inputs
 */
record InertResource(
    String reason, Function<Resource, String> id, Function<Resource, Fields> computed)
    implements ResourceHandler {

  /** A type without computed outputs. */
  static InertResource because(String reason) {
    return new InertResource(
        reason, ResourceNames::idOf, resource -> PropertyValue.fields(Map.of()));
  }

  @Override
  public Created create(Resource resource) {
    return new Created(id.apply(resource), computed.apply(resource));
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return computed.apply(wanted);
  }

  @Override
  public void delete(Existing existing) {
    // Nothing was made.
  }

  @Override
  public Treatment treatment() {
    return Treatment.INERT;
  }
}
