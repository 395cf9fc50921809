package com.globalbooking.pms;

import com.globalbooking.contract.DomainEvent.BookingCancelled;
import com.globalbooking.contract.DomainEvent.BookingConfirmed;
import com.globalbooking.contract.DomainEvent.BookingReassigned;
import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.contract.DomainEvent.TwinDetected;
import java.io.StringWriter;
import java.time.LocalDate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes OpenTravel messages about events. They name no guest: events do not either. */
final class OpenTravelMessage {
  static final String RESERVATION = "OTA_HotelResNotif";
  static final String AVAILABILITY = "OTA_HotelAvailNotif";

  private static final String NAMESPACE = "http://www.opentravel.org/OTA/2003/05";

  /** OpenTravel's code of a unique id that is a reservation's. */
  private static final String IS_RESERVATION = "14";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /** What is booked. */
  private record Rooms(String roomId, int units, LocalDate checkIn, LocalDate checkOut) {}

  private OpenTravelMessage() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /** The booking as it now is, to be committed, modified or cancelled. */
  static String reservation(OfBooking event) {
    return switch (event) {
      case BookingConfirmed e ->
          reservation(e, "Commit", new Rooms(e.roomId(), e.units(), e.checkIn(), e.checkOut()));
      case BookingReassigned e ->
          reservation(e, "Modify", new Rooms(e.roomId(), e.units(), e.checkIn(), e.checkOut()));
      case BookingCancelled e ->
          reservation(e, "Cancel", new Rooms(e.roomId(), e.units(), e.checkIn(), e.checkOut()));
      case TwinDetected e ->
          throw new IllegalArgumentException(e.eventType() + " is not for a PMS");
    };
  }

  private static String reservation(OfBooking event, String status, Rooms rooms) {
    try {
      var message = new OpenTravelMessage();
      message.start(RESERVATION + "RQ", event, event.eventId());
      message.xml.writeAttribute("ResStatus", status);
      message.xml.writeStartElement("HotelReservations");
      message.element("HotelReservation", "ResStatus", status);
      message.empty(
          "UniqueID",
          "Type",
          IS_RESERVATION,
          "ID",
          event.bookingId(),
          "ID_Context",
          event.decidingRegion(),
          "Instance",
          Long.toString(event.bookingVersion()));
      message.xml.writeStartElement("RoomStays");
      message.xml.writeStartElement("RoomStay");
      message.xml.writeStartElement("RoomTypes");
      message.empty(
          "RoomType",
          "RoomTypeCode",
          rooms.roomId(),
          "NumberOfUnits",
          Integer.toString(rooms.units()));
      message.xml.writeEndElement();
      message.empty(
          "TimeSpan", "Start", rooms.checkIn().toString(), "End", rooms.checkOut().toString());
      message.empty("BasicPropertyInfo", "HotelCode", event.propertyId());
      return message.end();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
  }

  /**
   * A move as changes of what may be sold: units back to the one room, units off the other. The
   * numbers are differences, so the PMS must know a repetition by {@code echoToken}.
   */
  static String availability(BookingReassigned event, String echoToken) {
    try {
      var message = new OpenTravelMessage();
      message.start(AVAILABILITY + "RQ", event, echoToken);
      message.element("AvailStatusMessages", "HotelCode", event.propertyId());
      message.adjustment(event, event.previousRoomId(), event.units());
      message.adjustment(event, event.roomId(), -event.units());
      return message.end();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
  }

  private void adjustment(BookingReassigned event, String roomId, int units)
      throws XMLStreamException {
    element(
        "AvailStatusMessage",
        "BookingLimit",
        Integer.toString(units),
        "BookingLimitMessageType",
        "AdjustLimit");
    empty(
        "StatusApplicationControl",
        "Start",
        event.checkIn().toString(),
        "End", // the last night, not the day of departure
        event.checkOut().minusDays(1).toString(),
        "InvTypeCode",
        roomId);
    xml.writeEndElement();
  }

  private void start(String root, OfBooking event, String echoToken) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement(root);
    xml.writeDefaultNamespace(NAMESPACE);
    attributes(
        "Version", "1.0", "EchoToken", echoToken, "TimeStamp", event.occurredAt().toString());
  }

  private void element(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    attributes(attributes);
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    attributes(attributes);
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  /** Closes whatever is open. */
  private String end() throws XMLStreamException {
    xml.writeEndDocument();
    xml.flush();
    return text.toString();
  }
}
