package com.globalbooking.httpapi;

/** The {@code code} of an error answer: an API, never rename one. */
enum ErrorCode {
  INVALID_REQUEST,
  NOT_FOUND,
  SOLD_OUT,
  VERSION_CONFLICT,
  BELOW_SOLD,
  IDEMPOTENCY_MISMATCH,
  BUSY,
  INTERNAL
}
