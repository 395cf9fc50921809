package com.globalbooking.stack.routing;

/**
 * The name that guests know.
 *
 * @param domainName the same in every Region; a Region's own name is its code in front of it
 * @param hostedZoneId the public hosted zone that holds the name; not ours to create
 */
public record DomainSettings(String domainName, String hostedZoneId) {}
