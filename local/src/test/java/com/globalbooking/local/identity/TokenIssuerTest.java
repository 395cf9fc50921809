package com.globalbooking.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
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

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void discoveryLeadsToTheKeyThatSigned() throws Exception {
    JsonPath discovery = get("/.well-known/openid-configuration");
    assertThat(discovery.getString("issuer")).isEqualTo(issuer.issuer().toString());
    String keys = RestAssured.get(discovery.getString("jwks_uri")).asString();
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
  void hasNothingElse() {
    assertThat(RestAssured.get(issuer.issuer().resolve("/token")).statusCode()).isEqualTo(404);
  }

  private JsonPath get(String path) {
    return RestAssured.get(issuer.issuer().resolve(path)).jsonPath();
  }
}
