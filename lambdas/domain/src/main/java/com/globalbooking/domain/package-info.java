/**
 * What booking a room means: the words of the trade as records, outcomes as sealed types, use cases
 * as gerunds over narrow ports. It exists so that the rules can be read and tested without a cloud:
 * no framework, no SDK, no JSON, no environment may enter; time, randomness and waiting are handed
 * in.
 */
@NullMarked
package com.globalbooking.domain;

import org.jspecify.annotations.NullMarked;
