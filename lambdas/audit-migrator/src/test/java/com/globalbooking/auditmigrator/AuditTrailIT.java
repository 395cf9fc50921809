package com.globalbooking.auditmigrator;

import static com.globalbooking.auditmigrator.MigratedDatabase.READER;
import static com.globalbooking.auditmigrator.MigratedDatabase.WRITER;
import static com.globalbooking.domain.contract.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.DomainEvent.OverbookingDetected;
import com.globalbooking.domain.AuditJournal.Refused;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.events.EventJson;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trail on a real database, as the users that the functions have. */
class AuditTrailIT {
  private static final DomainEvent FIRST = Sample.confirmed("bk-1", "lisbon");
  private static final DomainEvent SECOND = Sample.confirmed("bk-2", "lisbon");

  /** No column takes an id so long. */
  private static final DomainEvent POISON = Sample.confirmed("x".repeat(250), "lisbon");

  final MigratedDatabase database = new MigratedDatabase();

  @BeforeEach
  void migrate() {
    database.migrate();
    afterMigration();
  }

  /** A mutant takes something away here. */
  void afterMigration() {}

  @Test
  void keepsTheWholeEvent() {
    assertThat(append(FIRST)).isEmpty();

    assertThat(
            database.ask(
                "SELECT CONCAT_WS(' ', event_id, event_type, property_id, booking_id,"
                    + " deciding_region, booking_version, occurred_at) FROM booking_event"))
        .isEqualTo(
            "bk-1~us-west-2~1 BookingConfirmed lisbon bk-1 us-west-2 1 2026-11-20 12:00:00.000000");
    assertThat(database.ask("SELECT payload FROM booking_event")).isEqualTo(EventJson.write(FIRST));
  }

  @Test
  void keepsEventsThatAreOfNoBooking() {
    append(new OverbookingDetected("o1", NOW, "lisbon", "double", Sample.FIRST, "us-west-2", 1, 4));

    assertThat(database.ask("SELECT booking_id IS NULL FROM booking_event")).isEqualTo("1");
  }

  @Test
  void anEventAppendedTwiceIsThereOnce() {
    append(FIRST, SECOND);
    append(FIRST);
    append(SECOND, FIRST);

    assertThat(rows()).isEqualTo("2");
  }

  @Test
  void anEventThatStandsTwiceInABatchIsThereOnce() {
    assertThat(append(FIRST, FIRST, SECOND)).isEmpty();

    assertThat(rows()).isEqualTo("2");
  }

  @Test
  void manyWhoAppendTheSameEventsAtOnceLeaveEachOnce() throws Exception {
    List<DomainEvent> events =
        IntStream.range(0, 50)
            .<DomainEvent>mapToObj(i -> Sample.confirmed("bk-" + i, "lisbon"))
            .toList();
    Callable<List<Refused>> writer = () -> database.trail(WRITER).append(events);

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var answer : threads.invokeAll(Stream.generate(() -> writer).limit(4).toList())) {
        assertThat(answer.get()).isEmpty();
      }
    }

    assertThat(rows()).isEqualTo("50");
  }

  @Test
  void anEventThatIsRefusedHoldsUpNoOther() {
    List<Refused> refused = append(FIRST, POISON, SECOND);

    assertThat(refused).extracting(Refused::event).containsExactly(POISON);
    assertThat(refused).extracting(Refused::reason).containsExactly("error 1406, SQL state 22001");
    assertThat(rows()).isEqualTo("2");
  }

  @Test
  void saysWhichEventsAreMissing() {
    append(FIRST);

    assertThat(database.trail(READER).missing(Set.of(FIRST.eventId(), SECOND.eventId())))
        .containsExactly(SECOND.eventId());
    assertThat(database.trail(READER).missing(Set.of())).isEmpty();
  }

  @Test
  void asksForMoreEventsThanOneQueryTakes() {
    append(FIRST, SECOND);
    Set<String> ids = new HashSet<>(Set.of(FIRST.eventId(), SECOND.eventId()));
    for (int i = 0; i < 1_200; i++) {
      ids.add("missing-" + i);
    }

    assertThat(database.trail(READER).missing(ids)).hasSize(1_200);
  }

  private List<Refused> append(DomainEvent... events) {
    return database.trail(WRITER).append(List.of(events));
  }

  private String rows() {
    return database.ask("SELECT COUNT(*) FROM booking_event");
  }
}
