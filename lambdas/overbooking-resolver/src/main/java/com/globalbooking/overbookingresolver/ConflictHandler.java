package com.globalbooking.overbookingresolver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.domain.Conflict;
import com.globalbooking.events.UnreadableEventException;
import com.globalbooking.eventsources.BatchFrame;
import com.globalbooking.eventsources.BatchFrame.Received;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.QueueMessage;
import com.globalbooking.overbookingresolver.Resolver.Report;
import com.globalbooking.overbookingresolver.Resolver.Result;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/**
 * Takes batches of the queue of overbookings, and single conflicts from the state machine, as
 * {@code {"conflict": {…}}}, which it answers with what came of it. To the state machine an
 * unfinished one is an error, which it retries.
 */
@Singleton
public class ConflictHandler implements RequestStreamHandler {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Resolver resolver;
  private final BatchFrame<QueueMessage, Conflict> frame;

  ConflictHandler(Resolver resolver, DeadLetterQueue deadLetters) {
    this.resolver = resolver;
    this.frame =
        BatchFrame.ofQueue(
            ConflictMessages::decode, batch -> unfinished(resolver, batch), deadLetters);
  }

  /** The conflict has not ended in time; asking again is safe. */
  static final class UnfinishedException extends IOException {
    private static final long serialVersionUID = 1L;

    UnfinishedException(String conflict) {
      super(conflict + " is unfinished");
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handle(input, output);
  }

  void handle(InputStream input, OutputStream output) throws IOException {
    byte[] event = input.readAllBytes();
    JsonNode conflict = MAPPER.readTree(event).path("conflict");
    if (conflict.isMissingNode()) {
      frame.handle(new ByteArrayInputStream(event), output);
    } else {
      output.write(answer(conflict).getBytes(UTF_8));
    }
  }

  private String answer(JsonNode json) throws IOException {
    Conflict conflict;
    try {
      conflict = ConflictMessages.read(json);
    } catch (UnreadableEventException e) {
      throw new IOException("The conflict " + e.getMessage(), e);
    }
    Report report = resolver.resolve(conflict);
    if (report.result() == Result.UNFINISHED) {
      throw new UnfinishedException(conflict.id());
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("conflict", conflict.id())
        .put("outcome", report.result().name())
        .put("movedBookings", report.movedBookings())
        .put("shortUnits", report.shortUnits())
        .toString();
  }

  private static Set<String> unfinished(
      Resolver resolver, List<Received<QueueMessage, Conflict>> batch) {
    return batch.stream()
        .filter(message -> resolver.resolve(message.value()).result() == Result.UNFINISHED)
        .map(message -> message.delivery().id())
        .collect(toSet());
  }
}
