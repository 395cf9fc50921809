package com.globalbooking.local.resources;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.local.engine.Resource;
import java.util.Map;
import java.util.UUID;

/** Names and ids where the program leaves them to the provider; the same in every run. */
final class ResourceNames {
  private static final int SUFFIX_LENGTH = 7;
  private static final int ID_LENGTH = 10;

  private ResourceNames() {}

  /** The {@code name} that the program gave, else one as Pulumi makes it up. */
  static String nameOf(Resource resource) {
    return resource.inputs().optionalString("name").orElseGet(() -> madeUp(resource));
  }

  /** A name as Pulumi makes it up, whatever name the program gave. */
  static String madeUp(Resource resource) {
    return resource.name() + "-" + digest(resource, SUFFIX_LENGTH);
  }

  /** The {@code name} that a program may leave to the provider. */
  static Map<String, String> generated(Resource resource) {
    return Map.of("name", madeUp(resource));
  }

  /** A short id as API Gateway gives them. */
  static String idOf(Resource resource) {
    return digest(resource, ID_LENGTH);
  }

  private static String digest(Resource resource, int length) {
    return UUID.nameUUIDFromBytes(resource.urn().getBytes(UTF_8))
        .toString()
        .replace("-", "")
        .substring(0, length);
  }
}
