package com.globalbooking.local.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.messaging.Backoff;
import com.globalbooking.local.messaging.RegionMessaging;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * Takes the partial answers of functions away and runs the mappings' own tests: those named here
 * must fail, as records and messages are lost.
 */
class MutantsIT {
  private static final String STREAM = "afterAPartialAnswerOnlyTheRestComesAgain";
  private static final String STREAM_UNUSABLE = "anAnswerThatNamesNoneOfTheBatchFailsAllOfIt";
  private static final String QUEUE = "onlyTheMessagesThatFailedComeAgain";

  @Test
  void theRealMappingsPassTheTests() {
    assertThat(failedTestsOf(StreamRetryIT.class, STREAM, STREAM_UNUSABLE)).isEmpty();
    assertThat(failedTestsOf(QueueMappingIT.class, QUEUE)).isEmpty();
  }

  @Test
  void whoIgnoresThePartialAnswersOfAStreamsFunctionLosesRecords() {
    assertThat(failedTestsOf(DeafStream.class, STREAM, STREAM_UNUSABLE))
        .containsExactlyInAnyOrder(STREAM, STREAM_UNUSABLE);
  }

  @Test
  void whoIgnoresThePartialAnswersOfAQueuesFunctionLosesMessages() {
    assertThat(failedTestsOf(DeafQueue.class, QUEUE)).containsExactly(QUEUE);
  }

  private static Set<String> failedTestsOf(Class<?> tests, String... methods) {
    var events =
        EngineTestKit.engine("junit-jupiter")
            .selectors(
                Arrays.stream(methods)
                    .map(method -> selectMethod(tests, method))
                    .toArray(DiscoverySelector[]::new))
            .execute()
            .testEvents();
    assertThat(events.started().count()).as("tests of %s", tests).isEqualTo(methods.length);
    return events.failed().stream()
        .map(Event::getTestDescriptor)
        .map(test -> test.getDisplayName().replace("()", ""))
        .collect(Collectors.toSet());
  }

  /** Takes every answer for success. */
  private static final class Deaf extends EventSourceMappings {
    private final FunctionInvoker functions;
    private final RegionMessaging messaging;
    private final Clock clock;

    Deaf(
        FunctionInvoker functions,
        @Nullable DynamoDbEngine tables,
        RegionMessaging messaging,
        SourcesFixture fixture,
        Clock clock) {
      super(
          SourcesFixture.REGION,
          SourcesFixture.ACCOUNT,
          functions,
          () -> Optional.ofNullable(tables),
          messaging.queues(),
          fixture.access,
          fixture.outages,
          clock,
          SourcesFixture.QUICK);
      this.functions = functions;
      this.messaging = messaging;
      this.clock = clock;
    }

    @Override
    StreamBatches batches(
        StreamSource source,
        RoleAccess roleAccess,
        FailureDestination destination,
        Progress progress) {
      return new StreamBatches(
          source,
          functions,
          roleAccess,
          destination,
          progress,
          new Semaphore(CONCURRENCY_MAX),
          Backoff.LOCAL,
          clock) {
        @Override
        BatchAnswer read(byte[] answer, List<String> ids) {
          return new BatchAnswer.Done();
        }
      };
    }

    @Override
    QueueMapping queueMapping(QueueSource source, RoleAccess roleAccess, Progress progress) {
      return new QueueMapping(
          source,
          SourcesFixture.REGION,
          functions,
          messaging.queues(),
          roleAccess,
          progress,
          Backoff.LOCAL) {
        @Override
        BatchAnswer read(byte[] answer, List<String> ids) {
          return new BatchAnswer.Done();
        }
      };
    }
  }

  static class DeafStream extends StreamRetryIT {
    @Override
    EventSourceMappings mappings(
        RecordingFunction function,
        @Nullable DynamoDbEngine tables,
        RegionMessaging messaging,
        SourcesFixture fixture) {
      return new Deaf(function, tables, messaging, fixture, clock());
    }
  }

  static class DeafQueue extends QueueMappingIT {
    @Override
    EventSourceMappings mappings(
        RecordingFunction function,
        @Nullable DynamoDbEngine tables,
        RegionMessaging messaging,
        SourcesFixture fixture) {
      return new Deaf(function, tables, messaging, fixture, Clock.systemUTC());
    }
  }
}
