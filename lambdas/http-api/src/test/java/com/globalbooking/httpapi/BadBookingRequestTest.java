package com.globalbooking.httpapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.domain.BookingRequest;
import com.globalbooking.domain.GuestId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request to book, the answer is a 400 that names the field. */
class BadBookingRequestTest {
  private static final String GOOD =
      """
      {"propertyId":"lisbon-01","roomId":"double","date":"2026-12-24","units":1,
       "guestInfo":{"name":"Alice Example","email":"alice@example.com"}}
      """;

  /** Half past eleven in the evening of the 20th at UTC-12, where the day ends last. */
  private static final Instant NOW = Instant.parse("2026-11-21T11:30:00Z");

  private final BookingEvents events = new BookingEvents(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void theRequestThatTheOthersSpoilIsGood() throws Exception {
    BookingRequest request = read(Events.on("POST /book").body(GOOD));

    assertThat(request.room().property().value()).isEqualTo("lisbon-01");
    assertThat(request.stay().nights()).hasSize(1);
    assertThat(request.key()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          propertyId      | ''
          propertyId      | 'a#b'
          propertyId      | 'a b'
          propertyId      | 'a/b'
          propertyId      | 'a\\u0000b'
          propertyId      | 'ü'
          propertyId      | 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
          roomId          | ''
          roomId          | 'a#b'
          roomId          | 'a\\nb'
          date            | ''
          date            | 'tomorrow'
          date            | '2026-2-3'
          date            | '2026-02-30'
          date            | '2026-13-01'
          date            | '2026-12-24T00:00:00Z'
          date            | '+12026-12-24'
          date            | '2026-11-19'
          date            | '1970-01-01'
          guestInfo.name  | ''
          guestInfo.name  | '  '
          guestInfo.name  | 'a\\u0007b'
          guestInfo.email | ''
          guestInfo.email | 'alice'
          guestInfo.email | '@example.com'
          guestInfo.email | 'alice@'
          guestInfo.email | 'a@b@c'
          guestInfo.email | 'a b@c'
          guestInfo.email | 'a\\r\\n@c'
          """)
  void refusesATextThatCannotBe(String field, String escaped) throws IOException {
    refuses(field, "\"" + escaped + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"propertyId", "roomId", "date", "guestInfo.name", "guestInfo.email"})
  void refusesWhatIsNoText(String field) throws IOException {
    for (String value : new String[] {"1", "true", "[]", "{}", "1.5"}) {
      refuses(field, value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "100",
        "1.5",
        "1.0",
        "1e0",
        "1e3",
        "\"1\"",
        "true",
        "[1]",
        "{}",
        "2147483648",
        "-2147483649",
        "99999999999999999999999999"
      })
  void refusesUnitsThatCannotBe(String value) throws IOException {
    refuses("units", value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "\"1\"", "true", "{}", "9223372036854775808"})
  void refusesAVersionThatCannotBe(String value) throws IOException {
    refuses("expectedVersion", value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "propertyId",
        "roomId",
        "date",
        "units",
        "guestInfo",
        "guestInfo.name",
        "guestInfo.email"
      })
  void refusesAMissingOrNullField(String field) throws IOException {
    refuses(field, "null");
    ObjectNode without = (ObjectNode) Json.text(GOOD);
    parent(without, field).remove(leaf(field));
    refusesBody(field, without.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Alice\"", "[]", "1", "true"})
  void refusesGuestInfoThatIsNoObject(String value) throws IOException {
    refuses("guestInfo", value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date     | {"date":"2026-12-24","checkIn":"2026-12-24"}
          date     | {"date":"2026-12-24","checkOut":"2026-12-25"}
          checkOut | {"checkIn":"2026-12-24"}
          checkIn  | {"checkOut":"2026-12-24"}
          checkOut | {"checkIn":"2026-12-24","checkOut":"2026-12-24"}
          checkOut | {"checkIn":"2026-12-24","checkOut":"2026-12-23"}
          checkOut | {"checkIn":"2026-12-24","checkOut":"2027-01-24"}
          checkOut | {"checkIn":"2026-12-24","checkOut":"2027-02-30"}
          checkOut | {"checkIn":"2026-12-24","checkOut":"9999-12-31"}
          checkIn  | {"checkIn":"2026-11-19","checkOut":"2026-11-21"}
          expectedVersion | {"checkIn":"2026-12-24","checkOut":"2026-12-26","expectedVersion":1}
          """)
  void refusesAStayThatCannotBe(String field, String dates) throws IOException {
    ObjectNode body = (ObjectNode) Json.text(GOOD);
    body.remove("date");
    body.setAll((ObjectNode) Json.text(dates));
    refusesBody(field, body.toString());
  }

  @Test
  void takesADayUntilItIsOverEverywhere() throws Exception {
    BookingRequest request =
        read(Events.on("POST /book").body(GOOD.replace("2026-12-24", "2026-11-20")));

    assertThat(request.stay().checkIn()).isEqualTo("2026-11-20");
  }

  @Test
  void takesThirtyNights() throws Exception {
    String dates = "\"checkIn\":\"2026-12-24\",\"checkOut\":\"2027-01-23\"";
    BookingRequest request =
        read(Events.on("POST /book").body(GOOD.replace("\"date\":\"2026-12-24\"", dates)));

    assertThat(request.stay().nights()).hasSize(30);
  }

  static Stream<Arguments> brokenBodies() {
    return Stream.of(
        Arguments.of("body", ""),
        Arguments.of("body", "{"),
        Arguments.of("body", "null"),
        Arguments.of("body", "[]"),
        Arguments.of("body", "1"),
        Arguments.of("body", "\"text\""),
        Arguments.of("body", "<book/>"),
        Arguments.of("body", GOOD + "{}"),
        Arguments.of("body", GOOD.replace("\"units\":1", "\"units\":1,\"units\":1")),
        Arguments.of("body", GOOD.replace("\"units\":1", "\"units\":01")),
        Arguments.of("body", GOOD.replace("\"units\":1", "\"units\":NaN")),
        Arguments.of("body", GOOD.replace("\"units\":1", "\"units\":" + "9".repeat(2_000))),
        Arguments.of("body", "[".repeat(10_000)),
        Arguments.of("body", GOOD + " ".repeat(16 * 1024)),
        Arguments.of("guestInfo.name", GOOD.replace("Alice Example", "\\ud800")),
        Arguments.of("price", GOOD.replace("\"units\":1", "\"units\":1,\"price\":1")),
        Arguments.of("(unnamed)", GOOD.replace("\"units\":1", "\"units\":1,\"a b\":1")),
        Arguments.of("guestInfo.phone", GOOD.replace("\"name\"", "\"phone\":\"1\",\"name\"")));
  }

  @ParameterizedTest
  @MethodSource("brokenBodies")
  void refusesABodyThatIsNotTheObjectAskedFor(String field, String body) {
    refusesBody(field, body);
  }

  @Test
  void refusesAMissingBody() {
    refuses("body", Events.on("POST /book"));
  }

  @Test
  void readsABase64BodyWithTheSameLimits() throws Exception {
    String good = Base64.getEncoder().encodeToString(GOOD.getBytes(UTF_8));
    String large = Base64.getEncoder().encodeToString((GOOD + " ".repeat(16_384)).getBytes(UTF_8));
    String notUtf8 = Base64.getEncoder().encodeToString(new byte[] {'{', '"', (byte) 0xff, '"'});

    assertThat(read(Events.on("POST /book").base64Body(good)).units().count()).isEqualTo(1);
    refuses("body", Events.on("POST /book").base64Body(large));
    refuses("body", Events.on("POST /book").base64Body(notUtf8));
    refuses("body", Events.on("POST /book").base64Body("%%%"));
  }

  @Test
  void refusesAnIdempotencyKeyThatCannotBe() {
    for (String key : new String[] {"", " ", "a\tb", "ü", "k".repeat(129)}) {
      refuses("Idempotency-Key", Events.on("POST /book").body(GOOD).header("idempotency-key", key));
    }
  }

  @Test
  void readsAnIdempotencyKeyWhateverTheCaseOfItsHeader() throws Exception {
    BookingRequest request =
        read(Events.on("POST /book").body(GOOD).header("Idempotency-KEY", "k".repeat(128)));

    assertThat(request.key()).isPresent();
  }

  @Test
  void refusesABookingIdThatCannotBe() {
    for (String id : new String[] {"", "a#b", "a\u0000", "x".repeat(65)}) {
      ApiEvent event = Events.on("GET /bookings/{bookingId}").path(Map.of("bookingId", id)).build();
      assertThatThrownBy(() -> BookingEvents.bookingId(event))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageStartingWith("bookingId ");
    }
  }

  private void refuses(String field, String json) throws IOException {
    ObjectNode body = (ObjectNode) Json.text(GOOD);
    parent(body, field).set(leaf(field), Json.text("[" + json + "]").get(0));
    refusesBody(field, body.toString());
  }

  private static ObjectNode parent(ObjectNode body, String field) {
    return field.startsWith("guestInfo.") ? (ObjectNode) body.get("guestInfo") : body;
  }

  private static String leaf(String field) {
    return field.substring(field.indexOf('.') + 1);
  }

  private void refusesBody(String field, String body) {
    refuses(field, Events.on("POST /book").body(body));
  }

  private void refuses(String field, Events event) {
    assertThatThrownBy(() -> read(event))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private BookingRequest read(Events event) throws InvalidRequestException {
    return events.booking(event.build(), new GuestId("alice"));
  }
}
