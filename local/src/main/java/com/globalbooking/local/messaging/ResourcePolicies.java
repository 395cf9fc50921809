package com.globalbooking.local.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The policies of the queues and topics of one Region, by ARN. Thread-safe. */
public final class ResourcePolicies {
  private final Map<String, ResourcePolicy> policies = new ConcurrentHashMap<>();
  private final String accountId;

  ResourcePolicies(String accountId) {
    this.accountId = accountId;
  }

  /**
   * Sets or replaces the policy of a queue or topic.
   *
   * @throws IllegalArgumentException when it has what cannot be evaluated here
   */
  public void put(String resourceArn, String policyJson) {
    policies.put(resourceArn, new ResourcePolicy(policyJson));
  }

  /** Takes a policy away; that there is none is no failure. */
  public void remove(String resourceArn) {
    policies.remove(resourceArn);
  }

  /** Whether the resource has a policy of its own. */
  boolean isSet(String resourceArn) {
    return policies.containsKey(resourceArn);
  }

  /**
   * Whether the resource's policy lets an AWS service do something on behalf of another resource of
   * the account. Without a policy it does not.
   *
   * @param service for example {@code cloudwatch.amazonaws.com}
   */
  public boolean allows(String service, String action, String resourceArn, String sourceArn) {
    @Nullable ResourcePolicy policy = policies.get(resourceArn);
    return policy != null && policy.allows(service, action, resourceArn, sourceArn, accountId);
  }
}
