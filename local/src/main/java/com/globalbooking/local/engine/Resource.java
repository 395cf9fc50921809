package com.globalbooking.local.engine;

/**
 * A resource that a program registers.
 *
 * @param type type token, for example {@code aws:dynamodb/table:Table}
 * @param name logical name, unique per type and parent
 * @param urn unique name within the stack
 * @param inputs what the program gave
 */
public record Resource(String type, String name, String urn, Inputs inputs) {}
