package com.globalbooking.eventsources;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.eventsources.DeadLetterQueue.DeadLetter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every consumer of a stream or queue does around its own work: reads the batch, puts aside
 * what cannot be read so that the rest goes through, and answers which deliveries failed. Lambda
 * deletes or passes over the others; of a stream it repeats from the first that failed.
 *
 * @param <D> stream records or messages
 * @param <T> what the function makes of one
 */
public final class BatchFrame<D extends Delivery, T> {

  /** What a delivery means. */
  @FunctionalInterface
  public interface Decoder<D extends Delivery, T> {
    /**
     * The delivery's meaning; empty when it does not concern the function.
     *
     * @throws UnreadableDeliveryException when it can never be read; it is put aside
     */
    Optional<T> decode(D delivery) throws UnreadableDeliveryException;
  }

  /** What the function does. */
  @FunctionalInterface
  public interface Work<D extends Delivery, T> {
    /**
     * Works off the batch, in its order.
     *
     * @return the ids of the deliveries that must come again
     */
    Set<String> workOff(List<Received<D, T>> batch);
  }

  /** A delivery and its meaning. */
  public record Received<D extends Delivery, T>(D delivery, T value) {}

  private final BatchReader.Reader<D> reader;
  private final Decoder<D, T> decoder;
  private final Work<D, T> work;
  private final DeadLetterQueue deadLetters;

  private BatchFrame(
      BatchReader.Reader<D> reader,
      Decoder<D, T> decoder,
      Work<D, T> work,
      DeadLetterQueue deadLetters) {
    this.reader = reader;
    this.decoder = decoder;
    this.work = work;
    this.deadLetters = deadLetters;
  }

  /** Around a consumer of a DynamoDB stream. */
  public static <T> BatchFrame<StreamRecord, T> ofStream(
      Decoder<StreamRecord, T> decoder, Work<StreamRecord, T> work, DeadLetterQueue deadLetters) {
    return new BatchFrame<>(BatchReader::streamRecord, decoder, work, deadLetters);
  }

  /** Around a consumer of an SQS queue. */
  public static <T> BatchFrame<QueueMessage, T> ofQueue(
      Decoder<QueueMessage, T> decoder, Work<QueueMessage, T> work, DeadLetterQueue deadLetters) {
    return new BatchFrame<>(BatchReader::queueMessage, decoder, work, deadLetters);
  }

  /**
   * Handles one batch.
   *
   * @throws IOException when the event is not a batch at all
   */
  public void handle(InputStream input, OutputStream output) throws IOException {
    List<D> deliveries = BatchReader.read(input, reader);
    Set<String> failed = new HashSet<>();
    List<Received<D, T>> readable = new ArrayList<>(deliveries.size());
    for (D delivery : deliveries) {
      try {
        decoder.decode(delivery).ifPresent(value -> readable.add(new Received<>(delivery, value)));
      } catch (UnreadableDeliveryException e) {
        if (!deadLetters.put(letter(delivery, e))) {
          failed.add(delivery.id());
        }
      }
    }
    if (!readable.isEmpty()) {
      failed.addAll(work.workOff(readable));
    }
    output.write(answer(withLaterOfGroup(deliveries, failed)).toString().getBytes(UTF_8));
  }

  /** A FIFO queue must not lose a message that stands before one already deleted. */
  private List<String> withLaterOfGroup(List<D> deliveries, Set<String> failed) {
    List<String> answered = new ArrayList<>();
    Set<String> brokenGroups = new HashSet<>();
    for (D delivery : deliveries) {
      boolean broken = delivery.group().filter(brokenGroups::contains).isPresent();
      if (broken || failed.contains(delivery.id())) {
        answered.add(delivery.id());
        delivery.group().ifPresent(brokenGroups::add);
      }
    }
    return answered;
  }

  private static ObjectNode answer(List<String> failed) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode failures = answer.putArray("batchItemFailures");
    failed.forEach(id -> failures.addObject().put("itemIdentifier", id));
    return answer;
  }

  private static DeadLetter letter(Delivery delivery, UnreadableDeliveryException e) {
    Optional<String> body =
        switch (delivery) {
          case QueueMessage message -> Optional.of(message.body());
          case StreamRecord _ -> Optional.empty();
        };
    return new DeadLetter(
        delivery.sourceArn(), delivery.id(), String.valueOf(e.getMessage()), body);
  }
}
