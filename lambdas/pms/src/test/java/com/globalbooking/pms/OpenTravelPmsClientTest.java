package com.globalbooking.pms;

import static com.globalbooking.pms.PmsFixture.CANCELLED;
import static com.globalbooking.pms.PmsFixture.CONFIRMED;
import static com.globalbooking.pms.PmsFixture.PMS;
import static com.globalbooking.pms.PmsFixture.REASSIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.domain.pms.PmsClient.Answer;
import com.globalbooking.domain.pms.PmsClient.Answer.AlreadyTaken;
import com.globalbooking.domain.pms.PmsClient.Answer.RefusedForGood;
import com.globalbooking.domain.pms.PmsClient.Answer.Taken;
import com.globalbooking.domain.pms.PmsClient.Answer.TryAgain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTravelPmsClientTest extends HttpPmsClientContract {
  private static final String XML = "application/xml";

  OpenTravelPmsClientTest() {
    super(PmsIntegration.OPENTRAVEL, XML, reservationAnswer("<Success/>"));
  }

  @Test
  void aConfirmedBookingIsCommitted() {
    pms.server.then(200, XML, reservationAnswer("<Success/>"));
    push(CONFIRMED);

    assertThat(pms.server.requests)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.uri()).isEqualTo("/v1");
              assertThat(request.body())
                  .isEqualTo(
                      """
                      <?xml version="1.0" encoding="UTF-8"?>\
                      <OTA_HotelResNotifRQ xmlns="http://www.opentravel.org/OTA/2003/05" \
                      Version="1.0" EchoToken="bk-1~us-west-2~1" TimeStamp="2026-11-20T12:00:00Z" \
                      ResStatus="Commit"><HotelReservations><HotelReservation ResStatus="Commit">\
                      <UniqueID Type="14" ID="bk-1" ID_Context="us-west-2" Instance="1"/>\
                      <RoomStays><RoomStay><RoomTypes>\
                      <RoomType RoomTypeCode="double" NumberOfUnits="1"/></RoomTypes>\
                      <TimeSpan Start="2026-12-24" End="2026-12-26"/>\
                      <BasicPropertyInfo HotelCode="lisbon-01"/>\
                      </RoomStay></RoomStays></HotelReservation></HotelReservations>\
                      </OTA_HotelResNotifRQ>""");
            });
  }

  @Test
  void aCancelledBookingIsCancelled() {
    pms.server.then(200, XML, reservationAnswer("<Success/>"));

    assertThat(push(CANCELLED)).isEqualTo(new Taken());
    assertThat(pms.server.requests)
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.body()).contains("ResStatus=\"Cancel\"", "Instance=\"3\""));
  }

  @Test
  void aMoveModifiesTheBookingAndAdjustsWhatMayBeSoldOfBothRooms() {
    pms.server
        .then(200, XML, reservationAnswer("<Success/>"))
        .then(200, XML, availabilityAnswer("<Success/>"));

    assertThat(push(REASSIGNED)).isEqualTo(new Taken());

    assertThat(pms.server.requests).hasSize(2);
    assertThat(pms.server.requests.get(0).body())
        .contains("ResStatus=\"Modify\"", "RoomTypeCode=\"suite\"", "NumberOfUnits=\"3\"");
    assertThat(pms.server.requests.get(1).key()).isEqualTo("bk-1~us-west-2~2~availability");
    assertThat(pms.server.requests.get(1).body())
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>\
            <OTA_HotelAvailNotifRQ xmlns="http://www.opentravel.org/OTA/2003/05" Version="1.0" \
            EchoToken="bk-1~us-west-2~2~availability" TimeStamp="2026-11-20T12:00:00Z">\
            <AvailStatusMessages HotelCode="lisbon-01">\
            <AvailStatusMessage BookingLimit="3" BookingLimitMessageType="AdjustLimit">\
            <StatusApplicationControl Start="2026-12-24" End="2026-12-25" InvTypeCode="double"/>\
            </AvailStatusMessage>\
            <AvailStatusMessage BookingLimit="-3" BookingLimitMessageType="AdjustLimit">\
            <StatusApplicationControl Start="2026-12-24" End="2026-12-25" InvTypeCode="suite"/>\
            </AvailStatusMessage></AvailStatusMessages></OTA_HotelAvailNotifRQ>""");
  }

  @Test
  void aMoveThatEndedBetweenItsTwoMessagesIsFinishedByTheNextAttempt() {
    pms.server
        .then(200, XML, reservationAnswer("<Success/>"))
        .then(503, XML, "")
        .then(409, XML, "")
        .then(200, XML, availabilityAnswer("<Success/>"));

    assertThat(push(REASSIGNED)).isEqualTo(new TryAgain("availability: status 503"));
    assertThat(push(REASSIGNED)).isEqualTo(new AlreadyTaken());
    assertThat(pms.server.requests).hasSize(4);
  }

  @Test
  void aPmsThatKeepsItsOwnCountOfRoomsHasTakenTheMove() {
    pms.server
        .then(200, XML, reservationAnswer("<Success/>"))
        .then(200, XML, availabilityAnswer("<Errors><Error Type=\"2\" Code=\"450\"/></Errors>"));

    assertThat(push(REASSIGNED)).isEqualTo(new Taken());
  }

  @ParameterizedTest
  @CsvSource({
    "3, 127, already",
    "3, 95, already",
    "12, 450, again",
    "3, 187, again",
    "3, 448, again",
    "4, 497, again",
    "3, 402, refused",
    "3, 392, refused",
    "10, 321, refused"
  })
  void anErrorMeansWhatItsCodeSays(String type, String code, String meaning) {
    pms.server.then(
        200,
        XML,
        reservationAnswer(
            "<Errors><Error Type=\"%s\" Code=\"%s\" ShortText=\"x\"/></Errors>"
                .formatted(type, code)));

    assertThat(push())
        .isEqualTo(
            switch (meaning) {
              case "already" -> new AlreadyTaken();
              case "again" -> new TryAgain("errors " + type + "/" + code);
              default -> new RefusedForGood("errors " + type + "/" + code);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<OTA_HotelResNotifRS/>",
        "<OTA_HotelAvailNotifRS><Success/></OTA_HotelAvailNotifRS>",
        "<OTA_HotelResNotifRS EchoToken=\"another\"><Success/></OTA_HotelResNotifRS>",
        "<OTA_HotelResNotifRS><Success/><Errors><Error/></Errors></OTA_HotelResNotifRS>",
        "<OTA_HotelResNotifRS><Success/>",
        "<!DOCTYPE r [<!ENTITY s \"<Success/>\">]><OTA_HotelResNotifRS>&s;</OTA_HotelResNotifRS>",
        "<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><OTA_HotelResNotifRS><Success/>"
            + "</OTA_HotelResNotifRS>",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><OTA_HotelResNotifRS><Success/>"
            + "<a>&x;</a></OTA_HotelResNotifRS>"
      })
  void whatIsNoAnswerToTheMessageIsGarbage(String body) {
    pms.server.then(200, XML, body);
    assertThat(push()).isEqualTo(new TryAgain("garbage with status 200"));
  }

  @Test
  void xmlThatIsNestedWithoutEndIsGarbage() {
    pms.server.then(
        200, XML, reservationAnswer("<Success/>" + "<a>".repeat(3_000) + "</a>".repeat(3_000)));
    assertThat(push()).isEqualTo(new TryAgain("garbage with status 200"));
  }

  private Answer push(OfBooking event) {
    return pms.client(PmsIntegration.OPENTRAVEL).push(PMS, event);
  }

  private static String reservationAnswer(String content) {
    return "<OTA_HotelResNotifRS xmlns=\"http://www.opentravel.org/OTA/2003/05\" Version=\"1.0\">"
        + content
        + "</OTA_HotelResNotifRS>";
  }

  private static String availabilityAnswer(String content) {
    return "<OTA_HotelAvailNotifRS EchoToken=\"bk-1~us-west-2~2~availability\">"
        + content
        + "</OTA_HotelAvailNotifRS>";
  }
}
