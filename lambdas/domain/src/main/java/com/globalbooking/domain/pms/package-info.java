/**
 * Telling a property's own system, its PMS, what happened to bookings: in order for each property,
 * each event until it is taken or given up, and leaving a system alone that is down. It exists so
 * that these rules can be read and tested with several instances at once; no HTTP, no table and no
 * queue may enter.
 */
@NullMarked
package com.globalbooking.domain.pms;

import org.jspecify.annotations.NullMarked;
