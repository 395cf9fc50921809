package com.globalbooking.local.resources;

import com.globalbooking.local.aws.AccessControl;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The roles of the account. IAM is global: one name, one role, in whichever Region's stack. */
public final class Roles {
  private final AccessControl access;
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /**
   * @param access takes the policies of the roles
   */
  public Roles(AccessControl access) {
    this.access = access;
  }

  /**
   * Makes a role.
   *
   * @return its ARN
   * @throws IllegalArgumentException when the name is taken
   */
  String create(String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("EntityAlreadyExists: Role with name " + name);
    }
    return arn(name);
  }

  /**
   * Gives a role an inline policy.
   *
   * @throws IllegalArgumentException when there is no such role
   */
  void putPolicy(String role, String policyName, String policyJson) {
    if (!names.contains(role)) {
      throw new IllegalArgumentException("NoSuchEntity: there is no role " + role);
    }
    access.putRolePolicy(arn(role), policyName, policyJson);
  }

  /** Takes an inline policy away; that there is none is no failure. */
  void removePolicy(String role, String policyName) {
    access.removeRolePolicy(arn(role), policyName);
  }

  /**
   * Takes a role away; that there is none is no failure.
   *
   * @throws IllegalArgumentException while it has policies
   */
  void remove(String name) {
    if (access.hasPolicies(arn(name))) {
      throw new IllegalArgumentException(
          "DeleteConflict: the role " + name + " still has inline policies");
    }
    names.remove(name);
  }

  boolean exists(String name) {
    return names.contains(name);
  }

  private static String arn(String name) {
    return "arn:aws:iam::%s:role/%s".formatted(RegionContext.ACCOUNT, name);
  }
}
