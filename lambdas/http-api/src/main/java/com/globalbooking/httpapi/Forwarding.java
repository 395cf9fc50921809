package com.globalbooking.httpapi;

import com.globalbooking.domain.Region;

/** Has another Region answer the request in hand. */
@FunctionalInterface
public interface Forwarding {
  ApiAnswer to(Region owner);
}
