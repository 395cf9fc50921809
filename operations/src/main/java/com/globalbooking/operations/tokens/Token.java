package com.globalbooking.operations.tokens;

import java.time.Instant;

/**
 * A bearer token.
 *
 * @param value as it stands in the header
 */
public record Token(String value, Instant expires) {}
