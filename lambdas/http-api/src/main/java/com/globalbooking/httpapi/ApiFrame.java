package com.globalbooking.httpapi;

import com.globalbooking.contract.Route;
import com.globalbooking.domain.GuestId;
import com.globalbooking.domain.StoreBusyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What every request of a function goes through: read the event, find the route's endpoint, turn
 * what is thrown into an answer, write it. Nothing that a client sends makes it throw.
 *
 * <p>Every function answers {@link Route#HEALTH}, which the API leads to one of them only: a
 * deployment asks each new version so whether it starts ({@link
 * com.globalbooking.contract.SmokeEvent}).
 */
public final class ApiFrame {
  private static final Logger LOG = Logger.getLogger(ApiFrame.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Map<Route, Endpoint> endpoints;

  public ApiFrame(Map<Route, Endpoint> endpoints) {
    this.endpoints = Map.copyOf(endpoints);
  }

  /** Answers the requests of one route. */
  public sealed interface Endpoint {
    /** For a route without a token. */
    @FunctionalInterface
    non-sealed interface Open extends Endpoint {
      ApiAnswer answer(ApiEvent event) throws InvalidRequestException;
    }

    /** For a route whose token says who asks. */
    @FunctionalInterface
    non-sealed interface Personal extends Endpoint {
      ApiAnswer answer(ApiEvent event, GuestId caller) throws InvalidRequestException;
    }
  }

  /** Reads one event, writes one answer. */
  public void handle(InputStream input, OutputStream output) throws IOException {
    answer(ApiEvent.read(input)).write(output);
  }

  /** Answers one request. */
  public ApiAnswer answer(ApiEvent event) {
    Optional<Endpoint> endpoint =
        event.route().flatMap(route -> Optional.ofNullable(endpoints.get(route)));
    if (endpoint.isEmpty()) {
      return event.route().equals(Optional.of(Route.HEALTH))
          ? ApiAnswer.ok(Json.object().put("status", "STARTED"))
          : ApiAnswer.notFound("There is nothing here.");
    }
    try {
      return switch (endpoint.get()) {
        case Endpoint.Open open -> open.answer(event);
        case Endpoint.Personal personal -> {
          Optional<GuestId> caller = event.caller();
          yield caller.isPresent()
              ? personal.answer(event, caller.get())
              : ApiAnswer.unauthorized();
        }
      };
    } catch (InvalidRequestException e) {
      return ApiAnswer.invalid(e);
    } catch (StoreBusyException e) {
      LOG.warnf(e, "%s: the store is busy", event.route().orElseThrow());
      return ApiAnswer.busy(RETRY_AFTER);
    } catch (RuntimeException e) {
      // The boundary of the function: a fault is told to people in the log, not to clients.
      LOG.errorf(e, "%s failed", event.route().orElseThrow());
      return ApiAnswer.fault();
    }
  }
}
