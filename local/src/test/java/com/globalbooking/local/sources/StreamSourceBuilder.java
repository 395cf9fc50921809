package com.globalbooking.local.sources;

import com.globalbooking.local.messaging.EventFilter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Mappings as tests want them: batches of exactly four, unless said otherwise. */
final class StreamSourceBuilder {
  private final String streamArn;
  private final String deadLetterArn;
  private boolean fromBeginning = true;
  private int batchSize = 4;
  private Duration window = Duration.ofSeconds(20);
  private int parallelization = 1;
  private EventFilter filter = EventFilter.everything();
  private boolean bisects;
  private OptionalInt retriesMax = OptionalInt.empty();
  private Optional<Duration> ageMax = Optional.empty();

  StreamSourceBuilder(String streamArn, String deadLetterArn) {
    this.streamArn = streamArn;
    this.deadLetterArn = deadLetterArn;
  }

  StreamSourceBuilder latest() {
    fromBeginning = false;
    return this;
  }

  StreamSourceBuilder batchSize(int size) {
    batchSize = size;
    return this;
  }

  StreamSourceBuilder window(Duration length) {
    window = length;
    return this;
  }

  StreamSourceBuilder parallelization(int factor) {
    parallelization = factor;
    return this;
  }

  StreamSourceBuilder filter(String pattern) {
    filter = EventFilter.anyOf(List.of(pattern));
    return this;
  }

  StreamSourceBuilder bisects() {
    bisects = true;
    return this;
  }

  StreamSourceBuilder retriesMax(int retries) {
    retriesMax = OptionalInt.of(retries);
    return this;
  }

  StreamSourceBuilder ageMax(Duration age) {
    ageMax = Optional.of(age);
    return this;
  }

  StreamSource build() {
    return new StreamSource(
        "id",
        "f",
        SourcesFixture.ROLE,
        streamArn,
        fromBeginning,
        batchSize,
        window,
        parallelization,
        filter,
        true,
        bisects,
        retriesMax,
        ageMax,
        Optional.of(deadLetterArn));
  }
}
