package com.globalbooking.local.pms;

import com.globalbooking.contract.PmsIntegration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who calls a PMS, in either integration, signing with a key at a time. */
final class PmsCaller implements AutoCloseable {
  private final String key;
  private final long time;
  private final Duration patience;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  PmsCaller(String key, Instant now) {
    this(key, now, Duration.ofSeconds(30));
  }

  PmsCaller(String key, Instant now, Duration patience) {
    this.key = key;
    this.time = now.getEpochSecond();
    this.patience = patience;
  }

  static boolean took(HttpResponse<String> answer) {
    return answer.statusCode() == 200
        && (answer.body().matches("\\{\"status\":\"TAKEN\",\"eventId\":.*}")
            || answer.body().contains("<Success/>"));
  }

  static boolean hadIt(HttpResponse<String> answer) {
    return answer.statusCode() == 409
        || (answer.body().contains("OTA_HotelResNotifRS")
            && answer.body().contains("Code=\"127\""));
  }

  HttpResponse<String> confirm(
      PmsSimulator pms, String eventId, String bookingId, long version, String room)
      throws IOException, InterruptedException {
    return tell(pms, eventId, bookingId, version, room, false);
  }

  HttpResponse<String> cancel(
      PmsSimulator pms, String eventId, String bookingId, long version, String room)
      throws IOException, InterruptedException {
    return tell(pms, eventId, bookingId, version, room, true);
  }

  HttpResponse<String> statement(PmsSimulator pms, String property, LocalDate from, LocalDate to)
      throws IOException, InterruptedException {
    String target = "/properties/%s/reservations?from=%s&to=%s".formatted(property, from, to);
    return send(
        HttpRequest.newBuilder(URI.create(pms.url() + target))
            .header("X-Signature", signature(target)));
  }

  HttpResponse<String> unsigned(PmsSimulator pms) throws IOException, InterruptedException {
    boolean json = pms.integration() == PmsIntegration.JSON;
    return send(
        HttpRequest.newBuilder(URI.create(pms.url() + (json ? "/reservations" : "")))
            .header("Idempotency-Key", "e")
            .POST(BodyPublishers.ofString(json ? jsonOf("e", "b") : "<a/>")));
  }

  HttpResponse<String> post(PmsSimulator pms, String path, String eventId, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(pms.url() + path))
            .header("Idempotency-Key", eventId)
            .header("X-Signature", signature(body))
            .POST(BodyPublishers.ofString(body)));
  }

  static String jsonOf(String eventId, String bookingId) {
    return json(eventId, bookingId, 1, "double", false);
  }

  private HttpResponse<String> tell(
      PmsSimulator pms, String event, String booking, long version, String room, boolean cancel)
      throws IOException, InterruptedException {
    return switch (pms.integration()) {
      case JSON -> post(pms, "/reservations", event, json(event, booking, version, room, cancel));
      case OPENTRAVEL -> post(pms, "", event, xml(event, booking, version, room, cancel));
    };
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(patience).build(), BodyHandlers.ofString());
  }

  private static String json(
      String eventId, String bookingId, long version, String room, boolean cancel) {
    return """
        {"eventType":"%s","schemaVersion":1,"eventId":"%s","occurredAt":"2026-11-20T10:00:00Z",
         "bookingId":"%s","decidingRegion":"eu-west-1","propertyId":"P","roomId":"%s",
         "checkIn":"2026-12-24","checkOut":"2026-12-27","units":2,"bookingVersion":%d}
        """
        .formatted(
            cancel ? "BookingCancelled" : "BookingConfirmed", eventId, bookingId, room, version);
  }

  private static String xml(
      String eventId, String bookingId, long version, String room, boolean cancel) {
    return """
        <OTA_HotelResNotifRQ xmlns="http://www.opentravel.org/OTA/2003/05" Version="1.003"
            TimeStamp="2026-11-20T10:00:00Z" EchoToken="%s" ResStatus="%s">
          <HotelReservations><HotelReservation>
            <UniqueID Type="14" ID="%s" ID_Context="eu-west-1" Instance="%d"/>
            <RoomStays><RoomStay>
              <RoomTypes><RoomType RoomTypeCode="%s" NumberOfUnits="2"/></RoomTypes>
              <TimeSpan Start="2026-12-24" End="2026-12-27"/>
              <BasicPropertyInfo HotelCode="P"/>
            </RoomStay></RoomStays>
          </HotelReservation></HotelReservations>
        </OTA_HotelResNotifRQ>
        """
        .formatted(eventId, cancel ? "Cancel" : "Commit", bookingId, version, room);
  }

  private String signature(String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest = mac.doFinal((time + "." + content).getBytes(StandardCharsets.UTF_8));
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
