package com.globalbooking.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.identity.TokenIssuer;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Set<String> WRITE = Set.of("booking:write", "other:scope");

  // Making RSA keys takes a while.
  private static TokenIssuer issuer;
  private static TokenIssuer stranger;

  @BeforeAll
  static void start() {
    issuer = TokenIssuer.start(0, CLOCK);
    stranger = TokenIssuer.start(0, CLOCK);
  }

  @AfterAll
  static void stop() {
    issuer.close();
    stranger.close();
  }

  @Test
  void acceptsAGoodToken() {
    String token = issuer.token("guest-1", "booking:read booking:write", "booking-api", HOUR);

    assertThat(verify("Bearer " + token))
        .isInstanceOfSatisfying(
            TokenVerdict.Accepted.class,
            accepted -> {
              assertThat(accepted.scopes()).containsExactly("booking:write");
              assertThat(accepted.claims())
                  .containsEntry("sub", "guest-1")
                  .containsEntry("iss", issuer.issuer().toString())
                  .containsEntry("aud", "booking-api")
                  .containsEntry("exp", Long.toString(NOW.plus(HOUR).getEpochSecond()))
                  .containsKey("jti");
            });
    assertThat(verify(token)).isInstanceOf(TokenVerdict.Accepted.class);
  }

  @Test
  void asksForOneOfTheScopes() {
    String token = issuer.token("g", "booking:read", "booking-api", HOUR);

    assertThat(verify(token)).isInstanceOf(TokenVerdict.Forbidden.class);
    assertThat(verifier().verify(Optional.of(token), Set.of()))
        .isInstanceOf(TokenVerdict.Accepted.class);
  }

  @Test
  void refusesAnotherIssuer() {
    assertRefused(stranger.token("g", "booking:write", "booking-api", HOUR), "another issuer");
  }

  @Test
  void refusesAnotherAudience() {
    assertRefused(issuer.token("g", "booking:write", "other-api", HOUR), "another audience");
  }

  @Test
  void refusesAnExpiredToken() {
    assertRefused(issuer.token("g", "booking:write", "booking-api", Duration.ZERO), "expired");
  }

  @Test
  void refusesATokenOfTheFuture() {
    String token = issuer.token("g", "booking:write", "booking-api", HOUR);
    Clock before = Clock.fixed(NOW.minusSeconds(60), ZoneOffset.UTC);

    assertThat(verifier(before).verify(Optional.of(token), WRITE))
        .isEqualTo(new TokenVerdict.Unauthorized("not valid yet"));
  }

  @Test
  void refusesATokenWithoutSignature() {
    assertRefused(new PlainJWT(claims()).serialize(), "not a signed JWT");
  }

  @Test
  void refusesAnotherAlgorithm() throws Exception {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
    token.sign(new MACSigner(new byte[32]));

    assertRefused(token.serialize(), "not signed with RS256");
  }

  @Test
  void refusesATamperedToken() throws Exception {
    String good = issuer.token("g", "booking:read", "booking-api", HOUR);
    String better = issuer.token("g", "booking:write", "booking-api", HOUR);
    String[] parts = good.split("\\.", -1);

    assertRefused(
        parts[0] + "." + better.split("\\.", -1)[1] + "." + parts[2], "not signed by the issuer");
  }

  @Test
  void refusesTheKeyOfAStrangerWhoNamesTheIssuer() throws Exception {
    // Signed by the stranger, whose key id the issuer does not know.
    String forged = stranger.token("g", "booking:write", "booking-api", HOUR);
    var verifier =
        new TokenVerifier(
            new JwtAuthorizer(stranger.issuer(), List.of("booking-api")),
            new IssuerKeys(issuer.issuer()),
            CLOCK);

    assertThat(verifier.verify(Optional.of(forged), WRITE))
        .isInstanceOf(TokenVerdict.Unauthorized.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic eDp5", "a.b.c", "Bearer a.b"})
  void refusesWhatIsNoToken(String authorization) {
    assertThat(verify(authorization)).isInstanceOf(TokenVerdict.Unauthorized.class);
  }

  @Test
  void refusesARequestWithoutToken() {
    assertThat(verifier().verify(Optional.empty(), WRITE))
        .isEqualTo(new TokenVerdict.Unauthorized("no token"));
  }

  @Test
  void anIssuerThatIsNotThereAcceptsNobody() {
    TokenIssuer gone = TokenIssuer.start(0, CLOCK);
    String token = gone.token("g", "booking:write", "booking-api", HOUR);
    gone.close();
    var authorizer = new JwtAuthorizer(gone.issuer(), List.of("booking-api"));

    assertThat(
            new TokenVerifier(authorizer, new IssuerKeys(gone.issuer()), CLOCK)
                .verify(Optional.of(token), WRITE))
        .isInstanceOf(TokenVerdict.Unauthorized.class);
  }

  private void assertRefused(String token, String reason) {
    assertThat(verify(token)).isEqualTo(new TokenVerdict.Unauthorized(reason));
  }

  private TokenVerdict verify(String authorization) {
    return verifier().verify(Optional.of(authorization), WRITE);
  }

  private static TokenVerifier verifier() {
    return verifier(CLOCK);
  }

  private static TokenVerifier verifier(Clock clock) {
    return new TokenVerifier(
        new JwtAuthorizer(issuer.issuer(), List.of("booking-api", "other")),
        new IssuerKeys(issuer.issuer()),
        clock);
  }

  private static JWTClaimsSet claims() {
    return new JWTClaimsSet.Builder()
        .issuer(issuer.issuer().toString())
        .audience("booking-api")
        .claim("scope", "booking:write")
        .expirationTime(Date.from(NOW.plus(HOUR)))
        .build();
  }
}
