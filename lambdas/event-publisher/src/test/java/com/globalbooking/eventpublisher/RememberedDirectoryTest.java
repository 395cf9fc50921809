package com.globalbooking.eventpublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.domain.PropertyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RememberedDirectoryTest {
  private static final PropertyId LISBON = new PropertyId("lisbon");
  private static final PropertyId PORTO = new PropertyId("porto");
  private static final PropertyId FARO = new PropertyId("faro");

  private final List<Set<PropertyId>> asked = new ArrayList<>();
  private final SettableClock clock = new SettableClock();
  private boolean up = true;
  private final RememberedDirectory directory =
      new RememberedDirectory(this::ask, Duration.ofMinutes(1), 2, clock);

  @Test
  void asksOnceAMinuteAndRemembersThatThereIsNoneToo() {
    assertThat(directory.connections(Set.of(LISBON, PORTO))).isEqualTo(Map.of(LISBON, "opera"));
    clock.now = clock.now.plusSeconds(59);
    up = false;

    assertThat(directory.connections(Set.of(LISBON, PORTO))).isEqualTo(Map.of(LISBON, "opera"));
    assertThat(asked).hasSize(1);

    clock.now = clock.now.plusSeconds(1);
    assertThatThrownBy(() -> directory.connections(Set.of(PORTO)))
        .isInstanceOf(DirectoryUnavailableException.class);
  }

  @Test
  void asksForWhatItDoesNotKnowOnly() {
    directory.connections(Set.of(PORTO));

    assertThat(directory.connections(Set.of(LISBON, PORTO))).isEqualTo(Map.of(LISBON, "opera"));
    assertThat(asked).containsExactly(Set.of(PORTO), Set.of(LISBON));
  }

  @Test
  void forgetsTheOldestWhenThereAreTooMany() {
    directory.connections(Set.of(LISBON));
    directory.connections(Set.of(PORTO));
    directory.connections(Set.of(FARO));
    asked.clear();

    directory.connections(Set.of(PORTO, FARO));
    assertThat(asked).isEmpty();
    directory.connections(Set.of(LISBON));
    assertThat(asked).containsExactly(Set.of(LISBON));
  }

  @Test
  void tellsAllEvenWhenItCannotRememberAll() {
    assertThat(directory.connections(Set.of(LISBON, PORTO, FARO)))
        .isEqualTo(Map.of(LISBON, "opera"));
  }

  private Map<PropertyId, String> ask(Set<PropertyId> properties) {
    if (!up) {
      throw new DirectoryUnavailableException("down");
    }
    asked.add(Set.copyOf(properties));
    return properties.contains(LISBON) ? Map.of(LISBON, "opera") : Map.of();
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
