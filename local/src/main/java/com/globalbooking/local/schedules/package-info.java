/**
 * EventBridge Scheduler on one machine: invokes targets at a rate or at a moment, as the role of
 * the schedule. Knows no Pulumi; what a target does is behind a port.
 */
@NullMarked
package com.globalbooking.local.schedules;

import org.jspecify.annotations.NullMarked;
