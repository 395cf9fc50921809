package com.globalbooking.httpapi;

import com.globalbooking.domain.Region;

/** Says that this Region can serve. */
public final class HealthAnswer {
  /** The answer to {@code GET /health}. */
  public static ApiAnswer up(Region region) {
    return ApiAnswer.ok(Json.object().put("status", "UP").put("region", region.code()));
  }

  private HealthAnswer() {}
}
