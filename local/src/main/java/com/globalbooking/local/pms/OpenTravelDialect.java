package com.globalbooking.local.pms;

import com.globalbooking.local.loopback.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * OpenTravel XML: {@code OTA_HotelResNotifRQ} for reservations, {@code OTA_HotelAvailNotifRQ},
 * which is noted. A document with a DTD is refused unread, so that no entity of it is ever looked
 * at.
 */
final class OpenTravelDialect implements PmsDialect {
  private static final String NAMESPACE = "http://www.opentravel.org/OTA/2003/05";
  private static final Pattern ECHO_TOKEN =
      Pattern.compile("EchoToken=[\"']([^\"'<&]{1,256})[\"']");

  /** OpenTravel's list of error codes (ERR). */
  private static final int ALREADY_EXISTS = 127;

  private static final int INVALID_VALUE = 320;
  private static final int NOT_AUTHORISED = 497;

  @Override
  public String path() {
    return "";
  }

  @Override
  public Optional<String> eventId(Optional<String> idempotencyKey, byte[] body) {
    return idempotencyKey.or(() -> echoToken(body));
  }

  @Override
  public Optional<ReservationChange> read(Optional<String> idempotencyKey, byte[] body)
      throws MalformedMessageException {
    Element message = parse(body);
    return switch (message.getLocalName()) {
      case "OTA_HotelResNotifRQ" -> Optional.of(change(message));
      case "OTA_HotelAvailNotifRQ" -> Optional.empty();
      default ->
          throw new MalformedMessageException("there is no message " + message.getLocalName());
    };
  }

  @Override
  public Answer answer(String eventId, ReservationBook.Outcome outcome) {
    return switch (outcome) {
      case TAKEN -> answer(200, "OTA_HotelResNotifRS", eventId, "<Success/>");
      case ALREADY_TAKEN ->
          answer(200, "OTA_HotelResNotifRS", eventId, error(ALREADY_EXISTS, "already taken"));
      case SUPERSEDED ->
          answer(
              200, "OTA_HotelResNotifRS", eventId, error(ALREADY_EXISTS, "a newer one is known"));
    };
  }

  @Override
  public Answer noted(byte[] body) {
    return answer(200, "OTA_HotelAvailNotifRS", echoToken(body).orElse(""), "<Success/>");
  }

  @Override
  public Answer refused(byte[] body, String reason) {
    return answer(
        200, answerTo(body), echoToken(body).orElse(""), error(INVALID_VALUE, reason));
  }

  @Override
  public Answer unsigned() {
    return answer(
        401,
        "OTA_HotelResNotifRS",
        "",
        error(NOT_AUTHORISED, "the signature is missing, wrong or too old"));
  }

  private static ReservationChange change(Element message) throws MalformedMessageException {
    Element reservation = only(message, "HotelReservation");
    Element id = only(reservation, "UniqueID");
    Element room = only(reservation, "RoomType");
    Element span = only(reservation, "TimeSpan");
    String status =
        message.hasAttribute("ResStatus")
            ? message.getAttribute("ResStatus")
            : required(reservation, "ResStatus");
    try {
      return new ReservationChange(
          required(message, "EchoToken"),
          new Reservation(
              required(only(reservation, "BasicPropertyInfo"), "HotelCode"),
              required(id, "ID"),
              required(id, "ID_Context"),
              required(room, "RoomTypeCode"),
              LocalDate.parse(required(span, "Start")),
              LocalDate.parse(required(span, "End")),
              Integer.parseInt(required(room, "NumberOfUnits")),
              status(status),
              Long.parseLong(required(id, "Instance"))));
    } catch (IllegalArgumentException | DateTimeException nonsense) {
      throw new MalformedMessageException(String.valueOf(nonsense.getMessage()));
    }
  }

  private static Reservation.Status status(String resStatus) throws MalformedMessageException {
    return switch (resStatus) {
      case "Commit", "Modify" -> Reservation.Status.CONFIRMED;
      case "Cancel" -> Reservation.Status.CANCELLED;
      default -> throw new MalformedMessageException("ResStatus cannot be '" + resStatus + "'");
    };
  }

  private static Element only(Element parent, String name) throws MalformedMessageException {
    NodeList found = parent.getElementsByTagNameNS("*", name);
    if (found.getLength() != 1 || !(found.item(0) instanceof Element element)) {
      throw new MalformedMessageException("there must be one " + name);
    }
    return element;
  }

  private static String required(Element element, String attribute)
      throws MalformedMessageException {
    String value = element.getAttribute(attribute);
    if (value.isBlank()) {
      throw new MalformedMessageException(element.getLocalName() + " needs " + attribute);
    }
    return value;
  }

  private static Element parse(byte[] body) throws MalformedMessageException {
    try {
      Element root = builder().parse(new ByteArrayInputStream(body)).getDocumentElement();
      if (!NAMESPACE.equals(root.getNamespaceURI())) {
        throw new MalformedMessageException("the message is not of " + NAMESPACE);
      }
      return root;
    } catch (SAXException | IOException notXml) {
      throw new MalformedMessageException("the body is not XML without a DTD");
    }
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setExpandEntityReferences(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder;
    } catch (ParserConfigurationException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Tells standard error nothing of what strangers send. */
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) {
      // Nothing depends on warnings.
    }

    @Override
    public void error(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }

  /** The answer's name, also to what cannot be read. */
  private static String answerTo(byte[] body) {
    return new String(body, StandardCharsets.UTF_8).contains("OTA_HotelAvailNotifRQ")
        ? "OTA_HotelAvailNotifRS"
        : "OTA_HotelResNotifRS";
  }

  private static Optional<String> echoToken(byte[] body) {
    Matcher token = ECHO_TOKEN.matcher(new String(body, StandardCharsets.UTF_8));
    return token.find() ? Optional.of(token.group(1)) : Optional.empty();
  }

  private static String error(int code, String text) {
    return "<Errors><Error Type=\"3\" Code=\"%d\" ShortText=\"%s\"/></Errors>"
        .formatted(code, escaped(text));
  }

  private static Answer answer(int status, String element, String echoToken, String content) {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<%1$s xmlns=\"%2$s\" Version=\"1.003\" EchoToken=\"%3$s\">%4$s</%1$s>\n"
                .formatted(element, NAMESPACE, escaped(echoToken), content);
    return new Answer(
        status,
        Map.of("Content-Type", List.of("application/xml; charset=utf-8")),
        xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
