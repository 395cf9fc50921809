/**
 * A token issuer for development, standing where the identity provider of a deployment stands. Keys
 * live as long as the process; users, passwords and consent may not enter.
 */
@NullMarked
package com.globalbooking.local.identity;

import org.jspecify.annotations.NullMarked;
