package com.globalbooking.httpapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Route;
import com.globalbooking.domain.StoreBusyException;
import com.globalbooking.httpapi.ApiFrame.Endpoint;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiFrameTest {
  private static final String READ = "GET /bookings/{bookingId}";
  private static final ApiAnswer UP = ApiAnswer.ok(Json.object().put("status", "UP"));

  @Test
  void answersTheRoutesItHasAndNoOther() {
    ApiFrame frame = new ApiFrame(Map.of(Route.HEALTH, (Endpoint.Open) e -> UP));

    assertThat(frame.answer(Events.on("GET /health").build())).isEqualTo(UP);
    assertThat(frame.answer(Events.on("POST /book").build()).status()).isEqualTo(404);
    assertThat(frame.answer(Events.on("$default").build()).body()).contains("\"NOT_FOUND\"");
  }

  @Test
  void saysThatItHasStartedWhereHealthIsNotItsRoute() {
    ApiAnswer answer = personal((_, _) -> UP).answer(Events.on("GET /health").build());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"STARTED\"}");
  }

  @Test
  void letsNobodyInWithoutASubject() {
    ApiFrame frame = personal((_, _) -> UP);

    assertThat(frame.answer(Events.on(READ).build()).status()).isEqualTo(401);
    assertThat(frame.answer(Events.on(READ).by("").build()).status()).isEqualTo(401);
    assertThat(frame.answer(Events.on(READ).by("x".repeat(257)).build()).status()).isEqualTo(401);
    assertThat(frame.answer(Events.on(READ).by("alice").build()).status()).isEqualTo(200);
  }

  @Test
  void tellsAFaultWithoutDetail() {
    ApiFrame frame =
        personal(
            (_, _) -> {
              throw new IllegalStateException("secret");
            });

    ApiAnswer answer = frame.answer(Events.on(READ).by("alice").build());

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body())
        .isEqualTo("{\"error\":\"The request could not be handled.\",\"code\":\"INTERNAL\"}");
  }

  @Test
  void tellsABusyStoreWithATimeToComeBack() {
    ApiFrame frame =
        personal(
            (_, _) -> {
              throw new StoreBusyException("throttled");
            });

    ApiAnswer answer = frame.answer(Events.on(READ).by("alice").build());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("retry-after", "1");
    assertThat(answer.body()).contains("\"BUSY\"");
  }

  @Test
  void anAnswerPassedOnIsTheAnswerThatWasWritten() throws Exception {
    ApiAnswer answer = ApiAnswer.notFound("There is no such booking.").with("x-a", "b");
    var written = new ByteArrayOutputStream();
    answer.write(written);

    assertThat(ApiAnswer.read(written.toString(UTF_8))).isEqualTo(answer);
  }

  private static ApiFrame personal(Endpoint.Personal endpoint) {
    return new ApiFrame(Map.of(Route.READ_BOOKING, endpoint));
  }
}
