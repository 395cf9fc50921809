package com.globalbooking.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of a token issuer, found by its discovery document and kept; asked for again when
 * a token names a key that is not among them, but not all the time. The issuer may start later.
 */
final class IssuerKeys {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIMEOUT_MILLIS = 1500;
  private static final int LARGEST_DOCUMENT = 150_000;
  private static final Duration KEPT = Duration.ofHours(2);

  private final URI issuer;
  private volatile @Nullable JWKSource<SecurityContext> source;

  IssuerKeys(URI issuer) {
    this.issuer = issuer;
  }

  /** The keys that match. */
  List<JWK> select(JWKSelector selector) throws JOSEException {
    return source().get(selector, null);
  }

  private JWKSource<SecurityContext> source() throws JOSEException {
    JWKSource<SecurityContext> known = source;
    if (known == null) {
      // Two threads may both discover; either source is good.
      known = discover();
      source = known;
    }
    return known;
  }

  private JWKSource<SecurityContext> discover() throws JOSEException {
    var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_DOCUMENT);
    String base = issuer.toString().replaceFirst("/$", "");
    try {
      URI address = URI.create(base + DISCOVERY);
      JsonNode document = JSON.readTree(retriever.retrieveResource(address.toURL()).getContent());
      if (!document.path("issuer").asText().equals(issuer.toString())) {
        throw new KeySourceException("the discovery document of " + issuer + " is another's");
      }
      URI keys = URI.create(document.path("jwks_uri").asText());
      return JWKSourceBuilder.<SecurityContext>create(keys.toURL(), retriever)
          .cache(KEPT.toMillis(), JWKSourceBuilder.DEFAULT_CACHE_REFRESH_TIMEOUT)
          .build();
    } catch (IOException | IllegalArgumentException e) {
      throw new KeySourceException("no discovery document of " + issuer, e);
    }
  }
}
