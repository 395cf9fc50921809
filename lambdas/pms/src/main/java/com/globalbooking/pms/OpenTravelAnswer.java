package com.globalbooking.pms;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What an OpenTravel answer says, read as written by anyone: no document type, no entities of its
 * own, no depth.
 *
 * @param success whether it has {@code Success}
 * @param errors what it has instead
 */
record OpenTravelAnswer(boolean success, List<Refusal> errors) {
  private static final int MOST_DEPTH = 16;
  private static final int MOST_ERRORS = 20;
  private static final Set<String> MEDIA_TYPES = Set.of("application/xml", "text/xml");

  /**
   * An error by OpenTravel's code lists.
   *
   * @param type of the list EWT
   * @param code of the list ERR
   */
  record Refusal(String type, String code) {}

  /**
   * Reads the answer to the message {@code name}, which had {@code echoToken}; empty when it is
   * none.
   */
  static Optional<OpenTravelAnswer> read(Reply.Answered answer, String name, String echoToken) {
    if (!MEDIA_TYPES.contains(answer.mediaType())) {
      return Optional.empty();
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(answer.body()));
      xml.nextTag();
      String echo = xml.getAttributeValue(null, "EchoToken");
      if (!xml.getLocalName().equals(name + "RS") || !(echo == null || echo.equals(echoToken))) {
        return Optional.empty();
      }
      return read(xml);
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static Optional<OpenTravelAnswer> read(XMLStreamReader xml) throws XMLStreamException {
    boolean success = false;
    List<Refusal> errors = new ArrayList<>();
    int depth = 1;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth > MOST_DEPTH || errors.size() > MOST_ERRORS) {
            return Optional.empty();
          }
          success |= depth == 2 && xml.getLocalName().equals("Success");
          if (depth == 3 && xml.getLocalName().equals("Error")) {
            errors.add(new Refusal(attribute(xml, "Type"), attribute(xml, "Code")));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
          return Optional.empty();
        }
        default -> {}
      }
    }
    return success == errors.isEmpty()
        ? Optional.of(new OpenTravelAnswer(success, List.copyOf(errors)))
        : Optional.empty();
  }

  /** A code; what is no code is not worth repeating. */
  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value != null && value.matches("[0-9]{1,4}") ? value : "";
  }
}
