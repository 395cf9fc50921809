/**
 * Asks the same function in another Region to answer a request, by one synchronous invocation. It
 * exists so that only the functions that forward carry a Lambda client. What is forwarded, and
 * when, is not decided here.
 */
@NullMarked
package com.globalbooking.forwarding;

import org.jspecify.annotations.NullMarked;
