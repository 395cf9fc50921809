/**
 * Pulumi's engine protocol, the side that a program talks to: starts a program as the Pulumi CLI
 * would, records every resource it registers, and asks a {@link
 * com.globalbooking.local.engine.ResourceHandler} to make each one. Nothing here knows AWS or this
 * project's stack; that belongs in {@code resources}.
 */
@NullMarked
package com.globalbooking.local.engine;

import org.jspecify.annotations.NullMarked;
