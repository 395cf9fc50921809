package com.globalbooking.local.engine;

/**
 * A line of the record of a run.
 *
 * @param id the provider's id; empty for components and in dry runs
 */
public record RecordedResource(
    String type, String name, String urn, String id, Treatment treatment) {}
