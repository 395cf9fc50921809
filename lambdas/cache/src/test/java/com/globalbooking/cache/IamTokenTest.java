package com.globalbooking.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class IamTokenTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void isAPresignedRequestToConnectAsTheUserWithoutItsScheme() {
    String token = token("secret").password();

    assertThat(token).startsWith("global-booking-cache/?");
    assertThat(token)
        .contains(
            "Action=connect",
            "User=cache-reader",
            "X-Amz-Algorithm=AWS4-HMAC-SHA256",
            "X-Amz-Date=20261120T120000Z",
            "X-Amz-Expires=900",
            "X-Amz-SignedHeaders=host",
            "X-Amz-Credential=AKID%2F20261120%2Feu-west-1%2Felasticache%2Faws4_request",
            "X-Amz-Security-Token=session");
    assertThat(token).containsPattern("X-Amz-Signature=[0-9a-f]{64}");
  }

  @Test
  void isSignedWithTheSecret() {
    assertThat(token("secret").password()).isNotEqualTo(token("other").password());
  }

  private static IamToken token(String secret) {
    return new IamToken(
        StaticCredentialsProvider.create(AwsSessionCredentials.create("AKID", secret, "session")),
        "eu-west-1",
        "global-booking-cache",
        "cache-reader",
        CLOCK);
  }
}
