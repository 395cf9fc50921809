package com.globalbooking.pms;

import static com.globalbooking.domain.contract.Sample.NOW;

import com.globalbooking.contract.DomainEvent.BookingCancelled;
import com.globalbooking.contract.DomainEvent.BookingConfirmed;
import com.globalbooking.contract.DomainEvent.BookingReassigned;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.secrets.KeptSecret;
import com.globalbooking.secrets.SecretStore;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** One PMS on loopback, and clients that know its key. */
final class PmsFixture implements AutoCloseable {
  static final PmsName PMS = new PmsName("opera");
  static final BookingConfirmed CONFIRMED = Sample.confirmed("bk-1", "lisbon-01");
  static final BookingReassigned REASSIGNED =
      new BookingReassigned(
          "bk-1~us-west-2~2",
          NOW,
          "bk-1",
          "us-west-2",
          "lisbon-01",
          "suite",
          "double",
          Sample.FIRST,
          Sample.FIRST.plusDays(2),
          3,
          2);
  static final BookingCancelled CANCELLED =
      new BookingCancelled(
          "bk-1~us-west-2~3",
          NOW,
          "bk-1",
          "us-west-2",
          "lisbon-01",
          "suite",
          Sample.FIRST,
          Sample.FIRST.plusDays(2),
          3,
          "TWIN",
          3);

  /** Short, so that tests of slow answers are quick. */
  private static final SignedHttp.Limits LIMITS =
      new SignedHttp.Limits(Duration.ofMillis(500), Duration.ofMillis(300));

  final PmsServer server = new PmsServer();
  String secretText = "{\"opera\":\"first key\",\"mews\":\"other\"}";
  int secretReads;
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  final SignedHttp http =
      new SignedHttp(
          new SigningKeys(new KeptSecret(new Secret(), "arn", Duration.ofMinutes(5), clock)),
          LIMITS,
          clock);

  PmsConnections connections(PmsIntegration integration) {
    return new PmsConnections(List.of("opera=" + integration.id() + "=" + server.url() + "/v1/"));
  }

  HttpPmsClient client(PmsIntegration integration) {
    return new HttpPmsClient(connections(integration), http);
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }

  private final class Secret implements SecretStore {
    @Override
    public String read(String arn) {
      secretReads++;
      return secretText;
    }

    @Override
    public void write(String arn, String text) {
      throw new UnsupportedOperationException();
    }
  }
}
