package com.globalbooking.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Something that happened in an execution.
 *
 * @param id 1 for the first one
 * @param type for example {@code TaskStateEntered}
 * @param state the state's name, with the index of the iteration inside a Map; empty where none is
 *     concerned
 * @param data input on entry, output on exit, {@code Error} and {@code Cause} on failure
 */
public record HistoryEvent(long id, Instant at, String type, String state, JsonNode data) {}
