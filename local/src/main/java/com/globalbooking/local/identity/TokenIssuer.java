package com.globalbooking.local.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * An OpenID Connect issuer for development: discovery document, keys, and tokens for whoever asks
 * in this process. Its RSA key is made at the start, so tokens of an earlier run are worthless.
 */
public final class TokenIssuer implements AutoCloseable {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String KEYS = "/jwks.json";
  private static final int KEY_BITS = 2048;

  private final RSAKey key;
  private final Clock clock;
  private final LoopbackServer server;

  private TokenIssuer(int port, Clock clock) {
    this.key = newKey();
    this.clock = clock;
    this.server = LoopbackServer.start(port, this::handle);
  }

  /**
   * Starts an issuer.
   *
   * @param port 0 for any free one
   * @param clock dates the tokens
   */
  public static TokenIssuer start(int port, Clock clock) {
    return new TokenIssuer(port, clock);
  }

  /** The {@code iss} of its tokens, and the address of its discovery document. */
  public URI issuer() {
    return server.uri();
  }

  /**
   * A signed token (RS256).
   *
   * @param scope scopes, separated by spaces
   * @param validity from now; negative for a token that has expired
   */
  public String token(String subject, String scope, String audience, Duration validity) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .audience(audience)
            .subject(subject)
            .claim("scope", scope)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(validity)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign a token with the issuer's own key", e);
    }
    return token.serialize();
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Answer answer =
        switch (exchange.getRequestURI().getPath()) {
          case DISCOVERY -> Answer.json(200, discovery());
          case KEYS -> Answer.json(200, new JWKSet(key.toPublicJWK()).toString());
          default -> Answer.json(404, "{\"error\":\"not_found\"}");
        };
    answer.send(exchange);
  }

  private String discovery() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("issuer", issuer().toString());
    document.put("jwks_uri", issuer().resolve(KEYS).toString());
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    document.putArray("response_types_supported").add("token");
    document.putArray("subject_types_supported").add("public");
    return document.toString();
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(KEY_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK makes no RSA keys", e);
    }
  }
}
