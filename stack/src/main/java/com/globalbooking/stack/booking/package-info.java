/**
 * The HTTP API in front of the functions: routes and scopes from the contract, tokens, throttling,
 * access logs. What a function does or may do must not enter.
 */
@NullMarked
package com.globalbooking.stack.booking;

import org.jspecify.annotations.NullMarked;
