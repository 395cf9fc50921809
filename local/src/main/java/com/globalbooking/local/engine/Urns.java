package com.globalbooking.local.engine;

/** Unique resource names as Pulumi writes them. */
final class Urns {
  private static final String STACK_TYPE = "pulumi:pulumi:Stack";

  private Urns() {}

  /**
   * The urn of a resource. The types of its parents are part of it, except the stack's.
   *
   * @param parentUrn empty for a resource without parent
   */
  static String of(Deployment deployment, String parentUrn, String type, String name) {
    String parentTypes = parentUrn.isEmpty() ? "" : qualifiedType(parentUrn);
    String qualified =
        parentTypes.isEmpty() || parentTypes.equals(STACK_TYPE) ? type : parentTypes + "$" + type;
    return "urn:pulumi:%s::%s::%s::%s"
        .formatted(deployment.stack(), deployment.project(), qualified, name);
  }

  private static String qualifiedType(String urn) {
    String[] parts = urn.split("::", 4);
    if (parts.length != 4) {
      throw new IllegalArgumentException("'" + urn + "' is not a urn");
    }
    return parts[2];
  }
}
