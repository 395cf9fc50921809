/**
 * The function that appends events to the audit trail. It exists to join the queue and the trail
 * into one package for Lambda: a thin handler, its configuration, its wiring. No statement and no
 * parsing may enter.
 */
@NullMarked
package com.globalbooking.auditwriter;

import org.jspecify.annotations.NullMarked;
