package com.globalbooking.contract;

import static com.globalbooking.contract.Function.AVAILABILITY_READER;
import static com.globalbooking.contract.Function.BOOKING_HANDLER;
import static com.globalbooking.contract.Function.INVENTORY_LOADER;
import static com.globalbooking.contract.Function.REGION_HEALTH;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routes of the booking API: route key, the function that answers, the scope it takes. */
public enum Route {
  /** Books a stay. */
  BOOK("POST /book", BOOKING_HANDLER, Scope.BOOKING_WRITE),
  /** Reads one's own booking. */
  READ_BOOKING("GET /bookings/{bookingId}", BOOKING_HANDLER, Scope.BOOKING_READ),
  /** Says whether the Region can serve; open, because health checks carry no token. */
  HEALTH("GET /health", REGION_HEALTH, null),
  /** Sets the allotment of a room for a range of dates. */
  LOAD_INVENTORY(
      "PUT /properties/{propertyId}/rooms/{roomId}/inventory",
      INVENTORY_LOADER,
      Scope.INVENTORY_WRITE),
  /** Says what is free at a property. */
  READ_AVAILABILITY(
      "GET /properties/{propertyId}/availability", AVAILABILITY_READER, Scope.BOOKING_READ);

  private final String key;
  private final Function function;
  private final Optional<Scope> scope;

  Route(String key, Function function, @Nullable Scope scope) {
    this.key = key;
    this.function = function;
    this.scope = Optional.ofNullable(scope);
  }

  /** The API Gateway route key, {@code METHOD /path}. */
  public String key() {
    return key;
  }

  /** The function that answers this route. */
  public Function function() {
    return function;
  }

  /** The scope a caller needs; empty where no token is asked for. */
  public Optional<Scope> scope() {
    return scope;
  }
}
