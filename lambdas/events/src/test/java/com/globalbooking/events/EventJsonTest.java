package com.globalbooking.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.DomainEvent.BookingCancelled;
import com.globalbooking.contract.DomainEvent.BookingConfirmed;
import com.globalbooking.contract.DomainEvent.BookingReassigned;
import com.globalbooking.contract.DomainEvent.OverbookingDetected;
import com.globalbooking.contract.DomainEvent.OverbookingUnresolved;
import com.globalbooking.contract.DomainEvent.TwinDetected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final LocalDate IN = LocalDate.of(2026, 12, 24);
  private static final LocalDate OUT = LocalDate.of(2026, 12, 26);
  private static final String ID = "bk-1~us-west-2~1";

  static Stream<DomainEvent> everyEvent() {
    return Stream.of(
        new BookingConfirmed(ID, NOW, "bk-1", "us-west-2", "p1", "double", IN, OUT, 2, 1),
        new BookingReassigned(ID, NOW, "bk-1", "us-west-2", "p1", "suite", "double", IN, OUT, 2, 2),
        new BookingCancelled(ID, NOW, "bk-1", "us-west-2", "p1", "double", IN, OUT, 2, "TWIN", 2),
        new OverbookingDetected("e1", NOW, "p1", "double", IN, "us-west-2", 3, 8),
        new TwinDetected("e2", NOW, "p1", "bk-1", "us-west-2", "eu-west-1", 1),
        new OverbookingUnresolved("e3", NOW, "p1", "double", IN, "us-west-2", 1));
  }

  @Test
  void noEventIsLeftOut() {
    assertThat(everyEvent().map(Object::getClass))
        .hasSize(
            (int)
                Stream.of(DomainEvent.class.getDeclaredClasses()).filter(Class::isRecord).count());
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void whatIsWrittenIsReadBackTheSame(DomainEvent event) throws UnreadableEventException {
    assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void everyComponentOfTheRecordStandsInTheJsonByItsName(DomainEvent event) {
    for (var component : event.getClass().getRecordComponents()) {
      assertThat(EventJson.tree(event).has(component.getName())).as(component.getName()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "1", "\"x\"", "{}", "{\"schemaVersion\":1}"})
  void whatIsNoEventIsRefused(String text) {
    assertThatThrownBy(() -> EventJson.read(text)).isInstanceOf(UnreadableEventException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "eventType, Nonsense",
    "schemaVersion, 2",
    "eventId, has blank",
    "occurredAt, yesterday",
    "checkIn, 2026-02-30",
    "checkOut, 2026-12-24",
    "propertyId, a#b",
    "units, 0",
    "units, -1",
    "bookingVersion, 1.5"
  })
  void aFieldThatIsNotWhatItShouldBeIsNamedWithoutItsValue(String field, String value) {
    var json = EventJson.tree(everyEvent().findFirst().orElseThrow());
    if (json.path(field).isNumber()) {
      json.put(field, Double.parseDouble(value));
      if (value.indexOf('.') < 0) {
        json.put(field, Long.parseLong(value));
      }
    } else {
      json.put(field, value);
    }
    assertThatThrownBy(() -> EventJson.read(json.toString()))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining(field);
  }
}
