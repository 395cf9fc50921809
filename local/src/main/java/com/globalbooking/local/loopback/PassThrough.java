package com.globalbooking.local.loopback;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Passes requests on to another server, bodies and end-to-end headers unchanged. */
public final class PassThrough implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** What concerns one connection only, and what the HTTP client sets itself. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  /**
   * Sends a request and waits for the whole answer. Redirects are passed back, not followed.
   *
   * @throws java.net.ConnectException when nothing was sent, because there is no connection
   * @throws java.net.http.HttpConnectTimeoutException the same, after 2 s
   * @throws IOException when the connection broke or the time was over, and the other server may
   *     have seen the request
   */
  public Answer send(URI target, String method, Headers headers, byte[] body, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(timeout)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(
        (name, values) -> {
          if (isEndToEnd(name)) {
            values.forEach(value -> request.header(name, value));
          }
        });
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    var passed = new LinkedHashMap<String, List<String>>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              // The server that answers the caller sets the date itself.
              if (isEndToEnd(name) && !name.equalsIgnoreCase("date")) {
                passed.put(name, values);
              }
            });
    return new Answer(response.statusCode(), passed, response.body());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static boolean isEndToEnd(String header) {
    return !HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
  }
}
