package com.globalbooking.pms;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.pms.PmsFixture.PMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PmsStatements.Reservation;
import com.globalbooking.domain.PmsUnavailableException;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.Stay;
import com.globalbooking.domain.Units;
import com.globalbooking.domain.fake.InMemoryPmsControl;
import com.globalbooking.domain.pms.Circuit;
import com.globalbooking.domain.pms.Circuit.State.Open;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPmsStatementsTest {
  private static final String RESERVATION =
      "{\"bookingId\":\"bk-1\",\"decidingRegion\":\"us-west-2\",\"roomId\":\"double\","
          + "\"checkIn\":\"2026-12-24\",\"checkOut\":\"2026-12-26\",\"units\":2,"
          + "\"status\":\"CONFIRMED\",\"bookingVersion\":1}";

  private final PmsFixture pms = new PmsFixture();
  private final InMemoryPmsControl control = new InMemoryPmsControl();

  @BeforeEach
  void connect() {
    control.connect(ROOM.property(), PMS);
  }

  @AfterEach
  void close() {
    pms.close();
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatThePmsHas(PmsIntegration integration) {
    pms.server.then(
        200,
        "application/json",
        "{\"reservations\":[%s,%s]}"
            .formatted(
                RESERVATION,
                RESERVATION.replace("CONFIRMED", "CANCELLED").replace("bk-1", "bk-2")));

    assertThat(read(integration))
        .contains(List.of(reservation("bk-1", true), reservation("bk-2", false)));
    assertThat(pms.server.requests)
        .singleElement()
        .satisfies(
            request -> {
              String uri = "/v1/properties/lisbon-01/reservations?from=2026-12-24&to=2026-12-30";
              assertThat(request.uri()).isEqualTo(uri);
              assertThat(request.signature())
                  .isEqualTo(Signatures.of("first key", 1_795_176_000, uri));
            });
  }

  @Test
  void aPropertyWithoutAPmsHasNoStatement() {
    assertThat(statements(PmsIntegration.JSON).reservations(new PropertyId("porto"), range()))
        .isEmpty();
  }

  @Test
  void aLongStatementIsRead() {
    String many = String.join(",", Collections.nCopies(5_000, RESERVATION));
    pms.server.then(200, "application/json", "{\"reservations\":[" + many + "]}");

    assertThat(read(PmsIntegration.JSON).orElseThrow()).hasSize(5_000);
  }

  @Test
  void aPmsWhoseCircuitIsOpenIsNotAsked() {
    control.replace(PMS, Circuit.NEW, Circuit.NEW.to(new Open(NOW.plusSeconds(60))));

    assertThatThrownBy(() -> read(PmsIntegration.JSON)).isInstanceOf(PmsUnavailableException.class);
    assertThat(pms.server.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 401, 404, 409, 500, 503})
  void anythingButSuccessIsNoStatement(int status) {
    pms.server.then(status, "application/json", "");
    assertThatThrownBy(() -> read(PmsIntegration.JSON)).isInstanceOf(PmsUnavailableException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "bk-1"         | "bk#1"
          "bk-1"         | 7
          "us-west-2"    | "mars"
          "2026-12-24"   | "2026-02-30"
          "2026-12-24"   | "2026-12-27"
          :2,            | :0,
          :2,            | :100,
          :2,            | :1.5,
          "CONFIRMED"    | "PERHAPS"
          Version":1}    | Version":-1}
          Version":1}    | Version":99999999999999999999}
          """)
  void aReservationThatIsNoneIsNoStatement(String good, String bad) {
    assertThat(RESERVATION).contains(good);
    pms.server.then(
        200, "application/json", "{\"reservations\":[" + RESERVATION.replace(good, bad) + "]}");

    assertThatThrownBy(() -> read(PmsIntegration.JSON)).isInstanceOf(PmsUnavailableException.class);
  }

  @Test
  void silenceIsNoStatement() {
    pms.server.then(pms.server.silence());
    assertThatThrownBy(() -> read(PmsIntegration.JSON)).isInstanceOf(PmsUnavailableException.class);
  }

  private Optional<List<Reservation>> read(PmsIntegration integration) {
    return statements(integration).reservations(ROOM.property(), range());
  }

  private HttpPmsStatements statements(PmsIntegration integration) {
    return new HttpPmsStatements(control, control, pms.connections(integration), pms.http);
  }

  private static DateRange range() {
    return new DateRange(FIRST, FIRST.plusDays(6));
  }

  private static Reservation reservation(String id, boolean live) {
    return new Reservation(
        new BookingId(id),
        HERE,
        new RoomId("double"),
        new Stay(FIRST, FIRST.plusDays(2)),
        new Units(2),
        live,
        1);
  }
}
