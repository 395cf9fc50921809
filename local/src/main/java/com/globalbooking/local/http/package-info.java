/**
 * API Gateway's HTTP APIs on one machine: routes, JWT authorizers, throttling, payload format 2.0,
 * access log. Whatever a function answers is passed on; nothing about bookings may enter.
 */
@NullMarked
package com.globalbooking.local.http;

import org.jspecify.annotations.NullMarked;
