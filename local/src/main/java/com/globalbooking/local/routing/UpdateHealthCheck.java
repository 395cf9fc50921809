package com.globalbooking.local.routing;

import com.globalbooking.local.aws.AwsFault;
import com.globalbooking.local.routing.HealthCheck.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The body of an {@code UpdateHealthCheck}, as far as people take Regions out and in with it.
 *
 * @param version the version that the caller has seen
 * @param threshold of a calculated check
 */
record UpdateHealthCheck(
    Optional<Long> version,
    Optional<Integer> threshold,
    Optional<Boolean> inverted,
    Optional<Boolean> disabled) {
  private static final Set<String> KNOWN =
      Set.of("HealthCheckVersion", "HealthThreshold", "Inverted", "Disabled");

  static UpdateHealthCheck parse(byte[] body) throws AwsFault {
    Map<String, String> values = values(body);
    for (String name : values.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new AwsFault(
            400, "InvalidInput", "Local Regions change no %s of a health check.".formatted(name));
      }
    }
    try {
      return new UpdateHealthCheck(
          Optional.ofNullable(values.get("HealthCheckVersion")).map(Long::valueOf),
          Optional.ofNullable(values.get("HealthThreshold")).map(Integer::valueOf),
          Optional.ofNullable(values.get("Inverted")).map(Boolean::valueOf),
          Optional.ofNullable(values.get("Disabled")).map(Boolean::valueOf));
    } catch (NumberFormatException e) {
      throw new AwsFault(400, "InvalidInput", "A number of the request is none.");
    }
  }

  /**
   * The check as it is to be.
   *
   * @throws IllegalArgumentException when the change makes no sense for it
   */
  HealthCheck changed(HealthCheck check) {
    Kind kind = check.kind();
    if (threshold.isPresent()) {
      if (!(kind instanceof Kind.Calculated calculated)) {
        throw new IllegalArgumentException("Only a calculated health check has a HealthThreshold.");
      }
      kind = new Kind.Calculated(calculated.children(), threshold.get());
    }
    return new HealthCheck(
        kind, inverted.orElse(check.inverted()), disabled.orElse(check.disabled()));
  }

  private static Map<String, String> values(byte[] body) throws AwsFault {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Node root =
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(body)).getDocumentElement();
      for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node.getNodeType() == Node.ELEMENT_NODE) {
          values.put(node.getLocalName(), node.getTextContent().strip());
        }
      }
      return values;
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AwsFault(400, "InvalidInput", "The body of the request is not XML.");
    }
  }
}
