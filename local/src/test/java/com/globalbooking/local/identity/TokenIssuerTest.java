package com.globalbooking.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final TokenIssuer issuer = TokenIssuer.start(0, Clock.fixed(NOW, ZoneOffset.UTC));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    issuer.close();
    client.shutdownNow();
  }

  @Test
  void discoveryLeadsToTheKeyThatSigned() throws Exception {
    JsonNode discovery =
        new ObjectMapper()
            .readTree(get(issuer.issuer() + "/.well-known/openid-configuration").body());
    assertThat(discovery.path("issuer").asText()).isEqualTo(issuer.issuer().toString());
    String keys = get(discovery.path("jwks_uri").asText()).body();
    SignedJWT token = SignedJWT.parse(issuer.token("s", "a b", "aud", Duration.ofMinutes(5)));

    var key = JWKSet.parse(keys).getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(key.isPrivate()).isFalse();
  }

  @Test
  void tokensCarryTheUsualClaims() throws Exception {
    JWTClaimsSet claims =
        SignedJWT.parse(issuer.token("s", "a b", "aud", Duration.ofMinutes(5))).getJWTClaimsSet();

    assertThat(claims.getIssuer()).isEqualTo(issuer.issuer().toString());
    assertThat(claims.getSubject()).isEqualTo("s");
    assertThat(claims.getAudience()).containsExactly("aud");
    assertThat(claims.getStringClaim("scope")).isEqualTo("a b");
    assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(300)));
    assertThat(claims.getJWTID()).isNotEmpty();
  }

  @Test
  void hasNothingElse() throws Exception {
    assertThat(get(issuer.issuer() + "/token").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }
}
