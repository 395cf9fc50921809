package com.globalbooking.eventsources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.eventsources.DeadLetterQueue.DeadLetter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchFrameTest {
  private final List<DeadLetter> letters = new ArrayList<>();
  private final List<String> worked = new ArrayList<>();
  private final Set<String> failing = new HashSet<>();
  private boolean deadLetterQueueIsUp = true;

  @Test
  void aBatchInWhichAllWentWellHasNoFailures() throws IOException {
    assertThat(queue(message("1", "a"), message("2", "b"))).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(worked).containsExactly("a", "b");
  }

  @Test
  void onlyWhatFailedComesAgain() throws IOException {
    failing.add("b");

    assertThat(queue(message("1", "a"), message("2", "b"), message("3", "c")))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
  }

  @Test
  void whatCannotBeReadIsPutAsideWithItsPositionAndTheRestGoesThrough() throws IOException {
    assertThat(queue(message("1", "a"), message("2", "unreadable"), message("3", "c")))
        .isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(worked).containsExactly("a", "c");
    assertThat(letters)
        .containsExactly(new DeadLetter("arn:q", "2", "not a letter", Optional.of("unreadable")));
  }

  @Test
  void whatCannotBePutAsideComesAgain() throws IOException {
    deadLetterQueueIsUp = false;

    assertThat(queue(message("1", "unreadable"), message("2", "b")))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    assertThat(worked).containsExactly("b");
  }

  @Test
  void whatFollowsAFailureInItsGroupComesAgainToo() throws IOException {
    failing.add("b");

    assertThat(
            queue(
                message("1", "b", "lisbon"),
                message("2", "c", "porto"),
                message("3", "d", "lisbon")))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"},{\"itemIdentifier\":\"3\"}]}");
  }

  @Test
  void aStreamRecordIsNamedByItsSequenceNumberAndPutAsideWithoutItsContent() throws IOException {
    String record =
        """
        {"eventName":"INSERT","eventSourceARN":"arn:s","dynamodb":{"SequenceNumber":"77",
         "ApproximateCreationDateTime":1700000000,"NewImage":{"value":{"N":"1"}}}}""";
    BatchFrame<StreamRecord, String> frame =
        BatchFrame.ofStream(
            delivery -> Optional.of(delivery.newImage().orElseThrow().text("value")),
            batch -> Set.of(),
            this::put);

    assertThat(handle(frame, record)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(letters)
        .containsExactly(
            new DeadLetter("arn:s", "77", "item has no string value", Optional.empty()));
  }

  @Test
  void anEventThatIsNoBatchIsAFault() {
    assertThatThrownBy(() -> handleText(queueFrame(), "{}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Records");
  }

  private String queue(String... messages) throws IOException {
    return handle(queueFrame(), messages);
  }

  private BatchFrame<QueueMessage, String> queueFrame() {
    return BatchFrame.ofQueue(
        message -> {
          if (message.body().length() > 1) {
            throw new UnreadableDeliveryException("not a letter");
          }
          return Optional.of(message.body());
        },
        batch -> {
          batch.forEach(received -> worked.add(received.value()));
          return batch.stream()
              .filter(received -> failing.contains(received.value()))
              .map(received -> received.delivery().id())
              .collect(Collectors.toSet());
        },
        this::put);
  }

  private boolean put(DeadLetter letter) {
    if (deadLetterQueueIsUp) {
      letters.add(letter);
    }
    return deadLetterQueueIsUp;
  }

  private static String handle(BatchFrame<?, ?> frame, String... records) throws IOException {
    return handleText(
        frame, Stream.of(records).collect(Collectors.joining(",", "{\"Records\":[", "]}")));
  }

  private static String handleText(BatchFrame<?, ?> frame, String event) throws IOException {
    var output = new ByteArrayOutputStream();
    frame.handle(new ByteArrayInputStream(event.getBytes(UTF_8)), output);
    return output.toString(UTF_8);
  }

  private static String message(String id, String body) {
    return "{\"messageId\":\"%s\",\"body\":\"%s\",\"eventSourceARN\":\"arn:q\",\"attributes\":{}}"
        .formatted(id, body);
  }

  private static String message(String id, String body, String group) {
    return ("{\"messageId\":\"%s\",\"body\":\"%s\",\"eventSourceARN\":\"arn:q\","
            + "\"attributes\":{\"MessageGroupId\":\"%s\"}}")
        .formatted(id, body, group);
  }
}
