package com.globalbooking.forwarding;

import com.globalbooking.domain.Region;
import com.globalbooking.httpapi.ApiAnswer;
import com.globalbooking.httpapi.ApiEvent;

/** Sends a request to the same function in another Region. */
public interface RegionInvoker {

  /**
   * The answer of {@code owner}'s function, unchanged; 503 when it cannot be reached, answers too
   * late, or fails: then nobody knows whether it happened.
   */
  ApiAnswer forward(ApiEvent event, Region owner);
}
