package com.globalbooking.bookinghandler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.globalbooking.contract.Route;
import com.globalbooking.domain.BookingRequest;
import com.globalbooking.domain.GuestId;
import com.globalbooking.domain.PlacingBooking;
import com.globalbooking.domain.ReadingBooking;
import com.globalbooking.forwarding.RegionInvoker;
import com.globalbooking.httpapi.ApiAnswer;
import com.globalbooking.httpapi.ApiEvent;
import com.globalbooking.httpapi.ApiFrame;
import com.globalbooking.httpapi.ApiFrame.Endpoint;
import com.globalbooking.httpapi.BookingAnswers;
import com.globalbooking.httpapi.BookingEvents;
import com.globalbooking.httpapi.InvalidRequestException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/** Answers {@code POST /book} and {@code GET /bookings/{bookingId}}. */
@Singleton
public class BookingHttpHandler implements RequestStreamHandler {
  private final PlacingBooking placing;
  private final ReadingBooking reading;
  private final RegionInvoker invoker;
  private final BookingEvents events;
  private final ApiFrame frame;

  BookingHttpHandler(
      PlacingBooking placing, ReadingBooking reading, RegionInvoker invoker, Clock clock) {
    this.placing = placing;
    this.reading = reading;
    this.invoker = invoker;
    this.events = new BookingEvents(clock);
    this.frame =
        new ApiFrame(
            Map.of(
                Route.BOOK, (Endpoint.Personal) this::book,
                Route.READ_BOOKING, (Endpoint.Personal) this::read));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    answer(input, output);
  }

  void answer(InputStream input, OutputStream output) throws IOException {
    frame.handle(input, output);
  }

  private ApiAnswer book(ApiEvent event, GuestId caller) throws InvalidRequestException {
    BookingRequest request = events.booking(event, caller);
    return BookingAnswers.to(
        placing.place(request, !event.isForwarded()), owner -> invoker.forward(event, owner));
  }

  private ApiAnswer read(ApiEvent event, GuestId caller) throws InvalidRequestException {
    return BookingAnswers.to(reading.read(BookingEvents.bookingId(event), caller));
  }
}
