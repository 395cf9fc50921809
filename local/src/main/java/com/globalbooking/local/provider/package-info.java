/**
 * Pulumi's provider protocol, the side that the Pulumi CLI talks to: offers the handlers of one
 * local Region as the AWS provider, so that a real {@code pulumi up} makes, changes and deletes
 * local resources. Nothing here knows AWS or this project's stack; that belongs in {@code
 * resources}.
 */
@NullMarked
package com.globalbooking.local.provider;

import org.jspecify.annotations.NullMarked;
