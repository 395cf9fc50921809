package com.globalbooking.inventoryloader;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.globalbooking.contract.Route;
import com.globalbooking.domain.LoadingInventory;
import com.globalbooking.domain.LoadingInventory.Wish;
import com.globalbooking.domain.LoadingOutcome;
import com.globalbooking.forwarding.RegionInvoker;
import com.globalbooking.httpapi.ApiAnswer;
import com.globalbooking.httpapi.ApiEvent;
import com.globalbooking.httpapi.ApiFrame;
import com.globalbooking.httpapi.ApiFrame.Endpoint;
import com.globalbooking.httpapi.InvalidRequestException;
import com.globalbooking.httpapi.InventoryAnswers;
import com.globalbooking.httpapi.InventoryEvents;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/** Answers {@code PUT /properties/{propertyId}/rooms/{roomId}/inventory}. */
@Singleton
public class InventoryHttpHandler implements RequestStreamHandler {
  private final LoadingInventory loading;
  private final RegionInvoker invoker;
  private final InventoryEvents events;
  private final ApiFrame frame;

  InventoryHttpHandler(LoadingInventory loading, RegionInvoker invoker, Clock clock) {
    this.loading = loading;
    this.invoker = invoker;
    this.events = new InventoryEvents(clock);
    this.frame = new ApiFrame(Map.of(Route.LOAD_INVENTORY, (Endpoint.Open) this::load));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    answer(input, output);
  }

  void answer(InputStream input, OutputStream output) throws IOException {
    frame.handle(input, output);
  }

  private ApiAnswer load(ApiEvent event) throws InvalidRequestException {
    Wish wish = events.load(event);
    LoadingOutcome outcome = loading.load(wish);
    return InventoryAnswers.to(wish, outcome, owner -> invoker.forward(event, owner));
  }
}
