package com.globalbooking.stack.functions;

import com.globalbooking.stack.inventory.TableHandle;

/** The tables of this Region that functions work on. */
public record FunctionTables(TableHandle inventory, TableHandle bookings, TableHandle outbox) {}
