package com.globalbooking.pms;

import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.domain.pms.PmsName;
import java.net.URI;
import java.util.Arrays;

/**
 * How a PMS is reached.
 *
 * @param url without a slash at its end; encrypted, or on this machine
 */
public record PmsConnection(PmsName name, PmsIntegration integration, URI url) {
  public PmsConnection {
    boolean encrypted = "https".equals(url.getScheme());
    boolean onThisMachine = "http".equals(url.getScheme()) && "127.0.0.1".equals(url.getHost());
    if (!encrypted && !onThisMachine) {
      throw new IllegalArgumentException("the URL of PMS " + name + " must be https");
    }
  }

  /** Reads {@code name=integration=url}. */
  static PmsConnection parse(String text) {
    String[] parts = text.strip().split("=", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a PMS connection is name=integration=url");
    }
    PmsIntegration integration =
        Arrays.stream(PmsIntegration.values())
            .filter(known -> known.id().equals(parts[1]))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no PMS integration is called " + parts[1]));
    return new PmsConnection(
        new PmsName(parts[0]), integration, URI.create(parts[2].replaceFirst("/+$", "")));
  }
}
