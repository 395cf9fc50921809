package com.globalbooking.local.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What roles may do by their policies, and what functions asked for. As in IAM, nothing is allowed
 * unless a statement allows it, and a statement that denies wins. Thread-safe.
 */
public final class AccessControl {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Map<String, List<Statement>>> policies = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> observed = new ConcurrentHashMap<>();

  /** Whether a role may do something. */
  public sealed interface Decision {
    /** A statement allows it and none denies it. */
    record Allowed() implements Decision {}

    /**
     * Refused.
     *
     * @param explicit a statement denies it; else no statement allows it
     */
    record Denied(boolean explicit) implements Decision {}
  }

  /**
   * Sets or replaces a policy of a role.
   *
   * @throws IllegalArgumentException when the policy is not one, or has what cannot be evaluated
   *     here (other conditions, {@code NotAction} and the like)
   */
  public void putRolePolicy(String roleArn, String policyName, String policyJson) {
    List<Statement> statements = parse(policyName, policyJson);
    policies.computeIfAbsent(roleArn, _ -> new ConcurrentHashMap<>()).put(policyName, statements);
  }

  /** Takes a policy away from a role; that there is none is no failure. */
  public void removeRolePolicy(String roleArn, String policyName) {
    policies.computeIfPresent(
        roleArn,
        (_, ofRole) -> {
          ofRole.remove(policyName);
          return ofRole.isEmpty() ? null : ofRole;
        });
  }

  /** Whether a role has policies. */
  public boolean hasPolicies(String roleArn) {
    return policies.containsKey(roleArn);
  }

  /** Whether the role's policies allow an action on a resource. */
  public Decision check(String roleArn, String action, String resourceArn) {
    return check(roleArn, new Permission(action, resourceArn));
  }

  /** Whether the role's policies allow what a request asks for, their conditions included. */
  public Decision check(String roleArn, Permission asked) {
    List<Statement> matching =
        statements(roleArn).filter(statement -> statement.matches(asked)).toList();
    boolean denied = matching.stream().anyMatch(statement -> !statement.allow());
    return denied || matching.isEmpty() ? new Decision.Denied(denied) : new Decision.Allowed();
  }

  /** Notes that a function asked for an action, allowed or not. */
  public void observe(String functionName, String action) {
    observed.computeIfAbsent(functionName, _ -> new ConcurrentSkipListSet<>()).add(action);
  }

  /** By function name, the actions it asked for so far, in all Regions. */
  public Map<String, Set<String>> observed() {
    var copy = new TreeMap<String, Set<String>>();
    observed.forEach((function, actions) -> copy.put(function, new TreeSet<>(actions)));
    return copy;
  }

  /** The actions that a role's policies allow, as written, wildcards and all. */
  public Set<String> granted(String roleArn) {
    return statements(roleArn)
        .filter(Statement::allow)
        .flatMap(statement -> statement.actions().stream())
        .map(Wildcard::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<Statement> statements(String roleArn) {
    return policies.getOrDefault(roleArn, Map.of()).values().stream().flatMap(List::stream);
  }

  private static List<Statement> parse(String policyName, String policyJson) {
    try {
      JsonNode statements = JSON.readTree(policyJson).path("Statement");
      Stream<JsonNode> each =
          statements.isArray()
              ? StreamSupport.stream(statements.spliterator(), false)
              : Stream.of(statements);
      return each.map(Statement::parse).toList();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "policy '" + policyName + "' cannot be used: " + e.getMessage(), e);
    }
  }
}
