package com.globalbooking.store;

/** The names of the tables of this deployment, as this Region knows them. */
public record TableNames(String inventory, String bookings, String outbox) {}
