package com.globalbooking.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks tokens as an HTTP API's JWT authorizer does: signature (RS256, key by {@code kid} from the
 * issuer), {@code iss}, {@code aud} or {@code client_id}, {@code exp}, {@code nbf}, {@code iat},
 * and the route's scopes. No clock skew is forgiven.
 */
final class TokenVerifier {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEARER = "bearer ";

  private final JwtAuthorizer authorizer;
  private final IssuerKeys keys;
  private final Clock clock;

  TokenVerifier(JwtAuthorizer authorizer, IssuerKeys keys, Clock clock) {
    this.authorizer = authorizer;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Judges a request.
   *
   * @param authorization the header, with or without {@code Bearer}
   * @param scopes any one is enough; empty asks for none
   */
  TokenVerdict verify(Optional<String> authorization, Set<String> scopes) {
    if (authorization.isEmpty()) {
      return new TokenVerdict.Unauthorized("no token");
    }
    try {
      SignedJWT token = SignedJWT.parse(withoutPrefix(authorization.get()));
      JWTClaimsSet claims = token.getJWTClaimsSet();
      String flaw = flawOf(token, claims);
      return flaw == null ? judgeScopes(claims, scopes) : new TokenVerdict.Unauthorized(flaw);
    } catch (ParseException notAToken) {
      return new TokenVerdict.Unauthorized("not a signed JWT");
    } catch (JOSEException e) {
      return new TokenVerdict.Unauthorized("the issuer's keys cannot be had: " + e.getMessage());
    }
  }

  private @Nullable String flawOf(SignedJWT token, JWTClaimsSet claims) throws JOSEException {
    if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
      return "not signed with RS256";
    }
    if (!authorizer.issuer().toString().equals(claims.getIssuer())) {
      return "another issuer";
    }
    if (!isForThisAudience(claims)) {
      return "another audience";
    }
    if (!isSignedByIssuer(token)) {
      return "not signed by the issuer";
    }
    return flawInTime(claims);
  }

  private boolean isForThisAudience(JWTClaimsSet claims) {
    // As in AWS, client_id counts only where there is no aud.
    List<String> audience = claims.getAudience();
    return audience.isEmpty()
        ? authorizer.audience().contains(String.valueOf(claims.getClaim("client_id")))
        : audience.stream().anyMatch(authorizer.audience()::contains);
  }

  private boolean isSignedByIssuer(SignedJWT token) throws JOSEException {
    String keyId = token.getHeader().getKeyID();
    if (keyId == null) {
      return false;
    }
    var matcher = new JWKMatcher.Builder().keyType(KeyType.RSA).keyID(keyId).build();
    for (JWK key : keys.select(new JWKSelector(matcher))) {
      if (token.verify(new RSASSAVerifier(key.toRSAKey()))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String flawInTime(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date expiry = claims.getExpirationTime();
    if (expiry == null || !now.isBefore(expiry.toInstant())) {
      return "expired";
    }
    if (isAfter(claims.getNotBeforeTime(), now) || isAfter(claims.getIssueTime(), now)) {
      return "not valid yet";
    }
    return null;
  }

  private static boolean isAfter(@Nullable Date date, Instant now) {
    return date != null && date.toInstant().isAfter(now);
  }

  private static TokenVerdict judgeScopes(JWTClaimsSet claims, Set<String> scopes) {
    List<String> matching = scopesOf(claims).stream().filter(scopes::contains).toList();
    return scopes.isEmpty() || !matching.isEmpty()
        ? new TokenVerdict.Accepted(texts(claims), matching)
        : new TokenVerdict.Forbidden("none of the scopes " + scopes);
  }

  private static List<String> scopesOf(JWTClaimsSet claims) {
    var scopes = new ArrayList<String>();
    for (String name : List.of("scope", "scp")) {
      switch (claims.getClaim(name)) {
        case String text -> scopes.addAll(List.of(text.split(" ", -1)));
        case List<?> list -> list.forEach(scope -> scopes.add(String.valueOf(scope)));
        case null, default -> {}
      }
    }
    return scopes;
  }

  /** All claims as text, lists and objects in API Gateway's way: {@code [a b]}. */
  private static Map<String, String> texts(JWTClaimsSet claims) {
    try {
      var texts = new TreeMap<String, String>();
      for (var claim : JSON.readTree(claims.toString()).properties()) {
        texts.put(claim.getKey(), text(claim.getValue()));
      }
      return texts;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("parsed claims are JSON", e);
    }
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.isValueNode() ? value.asText() : value.toString();
    }
    var items = new ArrayList<String>();
    value.forEach(item -> items.add(text(item)));
    return "[" + String.join(" ", items) + "]";
  }

  private static String withoutPrefix(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).strip()
        : authorization.strip();
  }
}
