/**
 * Hotels' property management systems over HTTP: our JSON, and OpenTravel XML. Each request is
 * signed and bounded in time; each answer is taken for hostile: bounded in size and depth, never
 * followed elsewhere, never trusted to be what it says. No rule about when to call may enter.
 */
@NullMarked
package com.globalbooking.pms;

import org.jspecify.annotations.NullMarked;
