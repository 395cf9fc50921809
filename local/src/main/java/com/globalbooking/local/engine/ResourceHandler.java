package com.globalbooking.local.engine;

import com.globalbooking.local.engine.PropertyValue.Fields;
import java.util.Map;
import java.util.Set;

/**
 * The local counterpart of one resource type through its life: made, changed, taken away. Called
 * from several threads at once.
 */
public interface ResourceHandler {

  /**
   * Inputs that the provider makes up where the program leaves them out, such as a name; they stay
   * what they are for the life of the resource. Property to value.
   */
  default Map<String, String> generated(Resource resource) {
    return Map.of();
  }

  /**
   * Refuses inputs that can never become a resource, before anything is made. In dry runs some of
   * them may be {@link PropertyValue.Unknown}, about which nothing is to be said.
   *
   * @throws IllegalArgumentException with a sentence that begins with the property in single quotes
   */
  default void check(Resource resource) {}

  /**
   * Makes the resource. Blocks until it can be used.
   *
   * @return its id and what the provider adds to the inputs
   * @throws IllegalArgumentException with a sentence for the author of the program, when the inputs
   *     are refused
   * @throws IncompleteResourceException when something was made that must be kept and is not yet as
   *     it should be
   * @throws InterruptedException when the run is being given up
   */
  Created create(Resource resource) throws InterruptedException;

  /**
   * Inputs that cannot be changed: with another value of one of them the engine makes another
   * resource and deletes this one, as AWS's provider says by {@code ForceNew}.
   */
  default Set<String> replacedBy() {
    return Set.of();
  }

  /**
   * Brings an existing resource to other inputs, none of them among {@link #replacedBy}. Blocks
   * until the change can be seen.
   *
   * @return what the provider adds to the new inputs
   * @throws IllegalArgumentException with a sentence, when the inputs are refused; the resource is
   *     then as it was
   */
  default Fields update(Existing existing, Resource wanted) throws InterruptedException {
    throw new UnsupportedOperationException(wanted.type() + " cannot be changed yet");
  }

  /** Computed outputs that this update may change, so that a dry run of it does not know them. */
  default Set<String> changedByUpdate(Inputs before, Inputs now) {
    return Set.of();
  }

  /**
   * Takes a resource away. That it is gone already is no failure, so that a deletion can be
   * repeated.
   *
   * @throws IllegalArgumentException with a sentence, when it must not be deleted as things stand
   */
  default void delete(Existing existing) throws InterruptedException {
    throw new UnsupportedOperationException(existing.type() + " cannot be deleted yet");
  }

  /** Whether the resource is still there; one that vanished is made anew. */
  default boolean exists(Existing existing) {
    return true;
  }

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
   * A resource as the engine knows it from its state.
   *
   * @param type type token
   * @param id the provider's id
   * @param inputs what the program gave last
   * @param outputs inputs and what was computed over them
   */
  record Existing(String type, String id, Inputs inputs, Inputs outputs) {}

  /**
   * A resource that was just made.
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
