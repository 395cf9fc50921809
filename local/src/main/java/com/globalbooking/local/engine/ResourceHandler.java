package com.globalbooking.local.engine;

import com.globalbooking.local.engine.PropertyValue.Fields;
import java.util.Map;

/** Makes the local counterpart of one resource type. Called from several threads at once. */
public interface ResourceHandler {

  /**
   * Makes the resource. Blocks until it can be used.
   *
   * @return its id and what the provider adds to the inputs
   * @throws IllegalArgumentException with a sentence for the author of the program, when the inputs
   *     are refused
   * @throws InterruptedException when the run is being given up
   */
  Created create(Resource resource) throws InterruptedException;

  /**
   * The outputs that a dry run shows, over the inputs. Computed properties at the top level may be
   * left out: what is absent in a dry run is unknown. Computed properties inside a list or an
   * object must be given as {@link PropertyValue.Unknown}.
   */
  default Fields preview(Resource resource) {
    return PropertyValue.fields(Map.of());
  }

  /** What to record about resources of this type. */
  default Treatment treatment() {
    return Treatment.CREATED;
  }

  /**
   * A resource that exists.
   *
   * @param id the provider's id, never empty
   * @param computed outputs that are laid over the inputs
   */
  record Created(String id, Fields computed) {
    public Created {
      if (id.isEmpty()) {
        throw new IllegalArgumentException("A resource needs an id");
      }
    }
  }
}
