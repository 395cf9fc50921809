package com.globalbooking.local.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.aws.Wildcard;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The policy of a queue or topic, as far as it decides what AWS services may do with it. Whether a
 * function may is decided by its role: in one account that suffices.
 */
final class ResourcePolicy {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> UNDERSTOOD =
      Set.of("Sid", "Effect", "Principal", "Action", "Resource", "Condition");
  private static final Set<String> OPERATORS =
      Set.of("ArnEquals", "ArnLike", "StringEquals", "StringLike", "Bool");

  private final List<JsonNode> statements;

  /**
   * Reads a policy.
   *
   * @throws IllegalArgumentException for what cannot be evaluated here; to ignore it would grant
   *     too much or too little
   */
  ResourcePolicy(String json) {
    try {
      statements = items(JSON.readTree(json).path("Statement")).toList();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the policy is not JSON: " + e.getOriginalMessage(), e);
    }
    statements.forEach(ResourcePolicy::requireUnderstood);
  }

  /**
   * Whether a service may do something, over an encrypted connection, on behalf of a resource.
   *
   * @param service for example {@code sns.amazonaws.com}
   * @param sourceArn of the resource on whose behalf it acts
   */
  boolean allows(
      String service, String action, String resourceArn, String sourceArn, String sourceAccount) {
    Map<String, String> keys =
        Map.of(
            "aws:sourcearn", sourceArn,
            "aws:sourceaccount", sourceAccount,
            "aws:securetransport", "true");
    List<JsonNode> matching =
        statements.stream()
            .filter(
                it ->
                    isFor(it.path("Principal"), service)
                        && any(it.path("Action"), true, action)
                        && any(it.path("Resource"), false, resourceArn)
                        && holds(it.path("Condition"), keys))
            .toList();
    return !matching.isEmpty()
        && matching.stream().allMatch(it -> it.path("Effect").asText().equals("Allow"));
  }

  private static void requireUnderstood(JsonNode statement) {
    statement
        .fieldNames()
        .forEachRemaining(name -> require(UNDERSTOOD.contains(name), name + " in a statement"));
    for (var operator : statement.path("Condition").properties()) {
      require(OPERATORS.contains(operator.getKey()), "condition " + operator.getKey());
    }
  }

  private static void require(boolean understood, String what) {
    if (!understood) {
      throw new IllegalArgumentException("local Regions do not evaluate " + what);
    }
  }

  private static boolean isFor(JsonNode principal, String service) {
    return principal.asText().equals("*")
        || items(principal.path("AWS")).anyMatch(it -> it.asText().equals("*"))
        || items(principal.path("Service")).anyMatch(it -> it.asText().equals(service));
  }

  /** All conditions must hold; one value of each is enough. */
  private static boolean holds(JsonNode condition, Map<String, String> keys) {
    for (var operator : condition.properties()) {
      for (var test : operator.getValue().properties()) {
        String value = keys.getOrDefault(test.getKey().toLowerCase(Locale.ROOT), "");
        boolean exact =
            operator.getKey().equals("StringEquals") || operator.getKey().equals("Bool");
        if (items(test.getValue())
            .noneMatch(
                it ->
                    exact
                        ? it.asText().equals(value)
                        : Wildcard.exact(it.asText()).matches(value))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean any(JsonNode patterns, boolean ignoringCase, String value) {
    return items(patterns)
        .map(JsonNode::asText)
        .map(it -> ignoringCase ? Wildcard.ignoringCase(it) : Wildcard.exact(it))
        .anyMatch(it -> it.matches(value));
  }

  private static Stream<JsonNode> items(JsonNode oneOrMany) {
    if (oneOrMany.isArray()) {
      return StreamSupport.stream(oneOrMany.spliterator(), false);
    }
    return oneOrMany.isMissingNode() ? Stream.of() : Stream.of(oneOrMany);
  }
}
