package com.globalbooking.local.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An action on a resource that a request asks for.
 *
 * @param action for example {@code dynamodb:PutItem}
 * @param resourceArn the ARN, or {@code *} where an action has no resource
 * @param context IAM's condition keys to what the request says of them
 */
public record Permission(String action, String resourceArn, Map<String, Set<String>> context) {
  public Permission {
    context = Map.copyOf(context);
  }

  /** Without anything that conditions could look at. */
  public Permission(String action, String resourceArn) {
    this(action, resourceArn, Map.of());
  }

  /** The same, with one more condition key. */
  Permission with(String key, Set<String> values) {
    Map<String, Set<String>> more = new HashMap<>(context);
    more.put(key, Set.copyOf(values));
    return new Permission(action, resourceArn, more);
  }
}
