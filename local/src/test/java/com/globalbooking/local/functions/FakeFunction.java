package com.globalbooking.local.functions;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;

/**
 * A function for tests, with the loop of a runtime. It does what the event says: {@code echo
 * <text>}, {@code environment}, {@code call <url>} (answers when the URL has answered), {@code
 * error}, {@code exit} or {@code hang}. Answers begin with its process id.
 */
final class FakeFunction {
  private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String runtime;

  private FakeFunction(String runtimeApi) {
    this.runtime = "http://" + runtimeApi + "/2018-06-01/runtime/";
  }

  public static void main(String[] arguments) throws Exception {
    var function = new FakeFunction(System.getenv("AWS_LAMBDA_RUNTIME_API"));
    System.out.println("started");
    switch (String.valueOf(System.getenv("FAKE_START"))) {
      case "error" -> function.post("init/error", "Fake.NoStart", "{\"errorMessage\":\"no\"}");
      case "exit" -> System.exit(1);
      default -> function.poll();
    }
  }

  private void poll() throws Exception {
    while (true) {
      HttpResponse<String> event =
          client.send(
              HttpRequest.newBuilder(URI.create(runtime + "invocation/next")).build(),
              BodyHandlers.ofString());
      String id = event.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
      String[] words = event.body().split(" ", 2);
      if (words[0].equals("error")) {
        post("invocation/" + id + "/error", "Fake.Failed", "{\"errorMessage\":\"as asked\"}");
      } else {
        String answer = ProcessHandle.current().pid() + " " + answer(words);
        post("invocation/" + id + "/response", "", answer);
      }
    }
  }

  private String answer(String[] words) throws Exception {
    return switch (words[0]) {
      case "echo" -> words[1];
      case "environment" -> String.valueOf(System.getenv());
      case "call" ->
          client
              .send(HttpRequest.newBuilder(URI.create(words[1])).build(), BodyHandlers.ofString())
              .body();
      case "exit" -> {
        System.exit(3);
        yield "";
      }
      default -> {
        new CountDownLatch(1).await();
        yield "";
      }
    };
  }

  private void post(String path, String errorType, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(runtime + path)).POST(BodyPublishers.ofString(body));
    if (!errorType.isEmpty()) {
      request.header(ERROR_TYPE, errorType);
    }
    client.send(request.build(), BodyHandlers.discarding());
  }
}
