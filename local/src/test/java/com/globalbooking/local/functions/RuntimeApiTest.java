package com.globalbooking.local.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.functions.RuntimeApi.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:f";
  private static final Duration TIMEOUT = Duration.ofSeconds(9);

  private final RuntimeApi api = RuntimeApi.start(ARN);
  private final HttpClient runtime = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    api.close();
    runtime.shutdownNow();
  }

  @Test
  void handsAnEventToThePollAndTheAnswerToTheCaller() throws Exception {
    CompletableFuture<Reply> reply = api.submit("event".getBytes(UTF_8), TIMEOUT);

    HttpResponse<String> event = next();
    assertThat(event.body()).isEqualTo("event");
    assertThat(event.headers().firstValue("Lambda-Runtime-Invoked-Function-Arn")).contains(ARN);
    assertThat(event.headers().firstValue("Lambda-Runtime-Trace-Id").orElseThrow())
        .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Sampled=0");
    assertThat(event.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElseThrow())
        .isBetween(Instant.now().toEpochMilli(), Instant.now().plus(TIMEOUT).toEpochMilli());

    assertThat(post("invocation/" + idOf(event) + "/response", "answer").statusCode())
        .isEqualTo(202);
    assertThat(reply.get())
        .isInstanceOfSatisfying(
            Reply.Answered.class, it -> assertThat(it.payload()).asString().isEqualTo("answer"));
  }

  @Test
  void isReadyWithTheFirstPoll() throws Exception {
    assertThat(api.ready()).isNotDone();
    var poll = runtime.sendAsync(request("invocation/next").build(), BodyHandlers.ofString());
    api.ready().get();
    CompletableFuture<Reply> reply = api.submit("late".getBytes(UTF_8), TIMEOUT);

    assertThat(poll.get().body()).isEqualTo("late");
    assertThat(reply).isNotDone();
  }

  @Test
  void passesOnTheErrorOfAHandler() throws Exception {
    CompletableFuture<Reply> reply = api.submit(new byte[0], TIMEOUT);
    String id = idOf(next());
    runtime.send(
        request("invocation/" + id + "/error")
            .header("Lambda-Runtime-Function-Error-Type", "Runtime.Odd")
            .POST(BodyPublishers.ofString("{}"))
            .build(),
        BodyHandlers.discarding());

    assertThat(reply.get())
        .isInstanceOfSatisfying(
            Reply.Errored.class, it -> assertThat(it.errorType()).isEqualTo("Runtime.Odd"));
  }

  @Test
  void tellsWhyTheRuntimeCannotStart() throws Exception {
    post("init/error", "{\"errorMessage\":\"no such class\"}");

    assertThatThrownBy(() -> api.ready().get())
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            RuntimeInitException.class,
            it -> assertThat(it.payload()).asString().contains("no such class"));
  }

  @Test
  void refusesAnAnswerNobodyWaitsFor() throws Exception {
    assertThat(post("invocation/unknown/response", "").statusCode()).isEqualTo(400);
    assertThat(post("invocation/response", "").statusCode()).isEqualTo(400);
    assertThat(post("elsewhere", "").statusCode()).isEqualTo(404);
  }

  @Test
  void closingEndsWhatWaits() {
    CompletableFuture<Reply> reply = api.submit(new byte[0], TIMEOUT);
    api.close();

    assertThat(reply).isCompletedExceptionally();
    assertThat(api.ready()).isCompletedExceptionally();
  }

  private HttpResponse<String> next() throws IOException, InterruptedException {
    return runtime.send(request("invocation/next").build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return runtime.send(
        request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path));
  }

  private static String idOf(HttpResponse<String> event) {
    return event.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
  }
}
