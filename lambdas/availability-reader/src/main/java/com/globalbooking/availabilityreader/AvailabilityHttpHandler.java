package com.globalbooking.availabilityreader;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.globalbooking.contract.Route;
import com.globalbooking.domain.ReadingAvailability;
import com.globalbooking.httpapi.ApiAnswer;
import com.globalbooking.httpapi.ApiEvent;
import com.globalbooking.httpapi.ApiFrame;
import com.globalbooking.httpapi.ApiFrame.Endpoint;
import com.globalbooking.httpapi.AvailabilityAnswers;
import com.globalbooking.httpapi.AvailabilityEvents;
import com.globalbooking.httpapi.AvailabilityEvents.Search;
import com.globalbooking.httpapi.InvalidRequestException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Answers {@code GET /properties/{propertyId}/availability}. */
@Singleton
public class AvailabilityHttpHandler implements RequestStreamHandler {
  private final ReadingAvailability reading;
  private final ApiFrame frame;

  AvailabilityHttpHandler(ReadingAvailability reading) {
    this.reading = reading;
    this.frame = new ApiFrame(Map.of(Route.READ_AVAILABILITY, (Endpoint.Open) this::read));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    answer(input, output);
  }

  void answer(InputStream input, OutputStream output) throws IOException {
    frame.handle(input, output);
  }

  private ApiAnswer read(ApiEvent event) throws InvalidRequestException {
    Search search = AvailabilityEvents.search(event);
    return AvailabilityAnswers.to(
        search, reading.read(search.property(), search.range(), search.room()));
  }
}
