package com.globalbooking.pms;

import static com.globalbooking.pms.PmsFixture.CONFIRMED;
import static com.globalbooking.pms.PmsFixture.PMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.domain.pms.PmsClient.Answer;
import com.globalbooking.domain.pms.PmsClient.Answer.AlreadyTaken;
import com.globalbooking.domain.pms.PmsClient.Answer.RefusedForGood;
import com.globalbooking.domain.pms.PmsClient.Answer.Taken;
import com.globalbooking.domain.pms.PmsClient.Answer.TryAgain;
import com.globalbooking.domain.pms.PmsName;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both integrations make of whatever a PMS answers. */
abstract class HttpPmsClientContract {
  final PmsFixture pms = new PmsFixture();
  private final PmsIntegration integration;
  private final String mediaType;
  private final String success;

  HttpPmsClientContract(PmsIntegration integration, String mediaType, String success) {
    this.integration = integration;
    this.mediaType = mediaType;
    this.success = success;
  }

  Answer push() {
    return pms.client(integration).push(PMS, CONFIRMED);
  }

  @AfterEach
  void close() {
    pms.close();
  }

  @Test
  void whatIsAnsweredAsAgreedIsTaken() {
    pms.server.then(200, mediaType + "; charset=utf-8", success);

    assertThat(push()).isEqualTo(new Taken());
  }

  @Test
  void aRequestIsSignedOverItsTimeAndBodyAndNamesItsEvent() {
    pms.server.then(200, mediaType, success);
    push();

    assertThat(pms.server.requests)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.method()).isEqualTo("POST");
              assertThat(request.contentType()).isEqualTo(mediaType);
              assertThat(request.key()).isEqualTo(CONFIRMED.eventId());
              assertThat(request.signature())
                  .isEqualTo(Signatures.of("first key", 1_795_176_000, request.body()));
            });
  }

  @Test
  void aConflictIsTakenAlready() {
    pms.server.then(409, mediaType, "");
    assertThat(push()).isEqualTo(new AlreadyTaken());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 422})
  void aRefusalIsForGood(int status) {
    pms.server.then(status, mediaType, "");
    assertThat(push()).isEqualTo(new RefusedForGood("status " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void aPmsThatIsBusyOrDownIsTriedAgain(int status) {
    pms.server.then(status, "text/html", "<html>sorry</html>");
    assertThat(push()).isEqualTo(new TryAgain("status " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void aRedirectIsNotFollowed(int status) {
    pms.server.then(
        exchange -> {
          exchange.getResponseHeaders().add("Location", pms.server.url() + "/elsewhere");
          PmsServer.send(exchange, status, "text/plain", "");
        });

    assertThat(push()).isEqualTo(new TryAgain("status " + status));
    assertThat(pms.server.requests).hasSize(1);
  }

  @Test
  void anAnswerThatDoesNotComeIsTriedAgain() {
    pms.server.then(pms.server.silence());
    assertThat(push()).isInstanceOf(TryAgain.class);
  }

  @Test
  void anAnswerThatDripsForEverIsTriedAgain() {
    pms.server.then(pms.server.drip(mediaType));
    assertThat(push()).isEqualTo(new TryAgain("no whole answer in time"));
  }

  @Test
  void anAnswerThatBreaksOffIsTriedAgain() {
    pms.server.then(PmsServer.truncated(mediaType, success));
    assertThat(push()).isInstanceOf(TryAgain.class);
  }

  @Test
  void aHugeAnswerIsTriedAgain() {
    pms.server.then(200, mediaType, success + " ".repeat(70_000));
    assertThat(push()).isInstanceOf(TryAgain.class);
  }

  @Test
  void successInAnotherMediaTypeIsGarbage() {
    pms.server.then(200, "text/html", success);
    assertThat(push()).isEqualTo(new TryAgain("garbage with status 200"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "[1]", "<html/>", "\"", "{\"a\":", "<a", "\u0000\u0001"})
  void garbageIsTriedAgainWhateverItsStatusSays(String body) {
    for (int status : new int[] {200, 409, 404}) {
      try (var one = new PmsFixture()) {
        one.server.then(status, mediaType, body);
        assertThat(one.client(integration).push(PMS, CONFIRMED))
            .isEqualTo(new TryAgain("garbage with status " + status));
      }
    }
  }

  @Test
  void aPmsThatIsNotThereIsTriedAgain() throws IOException {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    var connections =
        new PmsConnections(List.of("opera=" + integration.id() + "=http://127.0.0.1:" + free));

    assertThat(new HttpPmsClient(connections, pms.http).push(PMS, CONFIRMED))
        .isEqualTo(new TryAgain("no connection"));
  }

  @Test
  void aConnectionThatIsNotConfiguredIsTriedAgain() {
    assertThat(pms.client(integration).push(new PmsName("nobody"), CONFIRMED))
        .isEqualTo(new TryAgain("the connection is not configured"));
  }

  @Test
  void aRefusedKeyIsReadAgainAndIfItWasRotatedTriedOnce() {
    pms.server.then(200, mediaType, success).then(401, mediaType, "").then(200, mediaType, success);
    push();
    pms.secretText = "{\"opera\":\"second key\"}";

    assertThat(push()).isEqualTo(new Taken());
    String body = pms.server.requests.getFirst().body();
    assertThat(pms.server.requests)
        .extracting(PmsServer.Request::signature)
        .containsExactly(
            Signatures.of("first key", 1_795_176_000, body),
            Signatures.of("first key", 1_795_176_000, body),
            Signatures.of("second key", 1_795_176_000, body));
  }

  @Test
  void aKeyThatIsRefusedAndWasNotRotatedIsTriedAgainLater() {
    pms.server.then(401, mediaType, "");

    assertThat(push()).isEqualTo(new TryAgain("status 401: the signing key is not accepted"));
    assertThat(pms.server.requests).hasSize(1);
    assertThat(pms.secretReads).isEqualTo(2);
  }
}
