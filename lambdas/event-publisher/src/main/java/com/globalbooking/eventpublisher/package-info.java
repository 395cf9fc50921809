/**
 * The function that publishes the outbox. It exists to say in which order events leave, what is
 * left for the next try when something fails, and which PMS an event concerns. Services of AWS are
 * behind ports; what an event means to its consumers may not enter.
 */
@NullMarked
package com.globalbooking.eventpublisher;

import org.jspecify.annotations.NullMarked;
