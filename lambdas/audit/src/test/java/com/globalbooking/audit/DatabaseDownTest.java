package com.globalbooking.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.domain.AuditUnavailableException;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.secrets.KeptSecret;
import com.globalbooking.secrets.SecretStore;
import com.globalbooking.secrets.SecretUnavailableException;
import com.globalbooking.secrets.UserCredentials;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DatabaseDownTest {
  private final List<String> logIns = new ArrayList<>();
  private final DatabaseUser user =
      new DatabaseUser(
          new KeptSecret(
              new Rotated(),
              "arn",
              Duration.ofMinutes(5),
              Clock.fixed(Sample.NOW, ZoneOffset.UTC)));
  private String sqlState = "08000";
  private boolean secretIsThere = true;

  @Test
  void aDatabaseThatIsDownIsUnavailableAndAskedOnce() {
    assertThatThrownBy(() -> trail().append(List.of(Sample.confirmed("bk-1", "lisbon"))))
        .isInstanceOf(AuditUnavailableException.class);
    assertThatThrownBy(() -> trail().missing(Set.of("a")))
        .isInstanceOf(AuditUnavailableException.class);
    assertThat(logIns).containsExactly("password 1", "password 1");
  }

  @Test
  void aRefusedLogInIsTriedOnceMoreWithTheSecretReadAgain() {
    sqlState = "28000";

    assertThatThrownBy(() -> trail().missing(Set.of("a")))
        .isInstanceOf(AuditUnavailableException.class);
    assertThat(logIns).containsExactly("password 1", "password 2");
  }

  @Test
  void aSecretThatCannotBeReadIsAnUnavailableDatabase() {
    secretIsThere = false;

    assertThatThrownBy(() -> trail().missing(Set.of("a")))
        .isInstanceOf(AuditUnavailableException.class);
  }

  private JdbcAuditTrail trail() {
    return new JdbcAuditTrail(down(), user);
  }

  private DataSource down() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, _, _) -> {
              logIns.add(user.credentials().password());
              throw new SQLException("down", sqlState);
            });
  }

  /** Has another password each time. */
  private final class Rotated implements SecretStore {
    private int reads;

    @Override
    public String read(String arn) {
      if (!secretIsThere) {
        throw new SecretUnavailableException("no network");
      }
      reads++;
      return new UserCredentials("audit_writer", "password " + reads).write();
    }

    @Override
    public void write(String arn, String text) {
      throw new UnsupportedOperationException();
    }
  }
}
