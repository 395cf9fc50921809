package com.globalbooking.local.provider;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyCodec;
import com.globalbooking.local.engine.RecordedResource;
import com.globalbooking.local.engine.ResourceHandler.Existing;
import com.globalbooking.local.engine.Treatment;
import com.google.protobuf.Struct;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What was made in a Region since its host was started. The engine's state may know of more: of
 * what an earlier host made, which is gone with it. Thread-safe.
 */
final class KeptResources {
  private final Map<String, Kept> resources = new ConcurrentSkipListMap<>();

  /** A resource that is there, with what the program gave it and what it shows. */
  record Kept(String urn, String id, Treatment treatment, Struct inputs, Struct outputs) {
    Existing existing() {
      return new Existing(
          Urn.parse(urn).type(),
          id,
          new Inputs(PropertyCodec.decode(inputs)),
          new Inputs(PropertyCodec.decode(outputs)));
    }
  }

  void put(Kept resource) {
    resources.put(key(resource.urn(), resource.id()), resource);
  }

  Optional<Kept> find(String urn, String id) {
    return Optional.ofNullable(resources.get(key(urn, id)));
  }

  void remove(String urn, String id) {
    resources.remove(key(urn, id));
  }

  List<RecordedResource> list() {
    return resources.values().stream()
        .map(
            it -> {
              Urn urn = Urn.parse(it.urn());
              return new RecordedResource(
                  urn.type(), urn.name(), it.urn(), it.id(), it.treatment());
            })
        .toList();
  }

  private static String key(String urn, String id) {
    return urn + " " + id;
  }
}
