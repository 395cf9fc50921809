/** Where an operator gets a bearer token. */
@NullMarked
package com.globalbooking.operations.tokens;

import org.jspecify.annotations.NullMarked;
