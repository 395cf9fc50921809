package com.globalbooking.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KeptSecretTest {
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private int reads;
  private final KeptSecret secret =
      new KeptSecret(new Counting(), "arn:secret", Duration.ofMinutes(5), new Now());

  @Test
  void isReadAtFirstUseAndKeptForItsTime() {
    assertThat(reads).isZero();
    assertThat(secret.text()).isEqualTo("text 1 of arn:secret");
    now = now.plus(Duration.ofMinutes(5));
    assertThat(secret.text()).isEqualTo("text 1 of arn:secret");
    now = now.plusMillis(1);
    assertThat(secret.text()).isEqualTo("text 2 of arn:secret");
  }

  @Test
  void isReadAgainOnceTheVeryTextWasRefused() {
    String first = secret.text();
    secret.refused(first);
    String second = secret.text();
    secret.refused(first);

    assertThat(secret.text()).isEqualTo(second).isNotEqualTo(first);
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void credentialsAreReadAsTheyAreWrittenAndNeverPrinted() {
    var credentials = new UserCredentials("audit_writer", "p\"assword");

    assertThat(UserCredentials.read(credentials.write())).isEqualTo(credentials);
    assertThat(credentials).hasToString("audit_writer");
  }

  @Test
  void aSecretThatIsNoneIsToldWithoutItsText() {
    for (String text : new String[] {"hunter2", "[]", "{\"username\":\"u\"}", "{}"}) {
      assertThatThrownBy(() -> UserCredentials.read(text))
          .isInstanceOf(SecretUnavailableException.class)
          .hasNoCause()
          .message()
          .doesNotContain("hunter2");
    }
  }

  private final class Counting implements SecretStore {
    @Override
    public String read(String arn) {
      reads++;
      return "text " + reads + " of " + arn;
    }

    @Override
    public void write(String arn, String text) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Now extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
