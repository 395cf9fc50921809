package com.globalbooking.pms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.contract.PmsConnection;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.pms.Reply.Answered;
import com.globalbooking.pms.Reply.NoAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Sends signed requests and reads what comes back, within limits. Redirects are not followed: they
 * could lead anywhere.
 */
public final class SignedHttp implements AutoCloseable {
  static final String SIGNATURE = "X-Signature";
  private static final int UNAUTHORIZED = 401;
  private static final String HMAC = "HmacSHA256";

  /**
   * How long to wait.
   *
   * @param connect for the connection, its encryption included
   * @param read from then on for the whole answer
   */
  public record Limits(Duration connect, Duration read) {
    /** Those of the product. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(5));

    Duration whole() {
      return connect.plus(read);
    }
  }

  private final SigningKeys keys;
  private final Limits limits;
  private final Clock clock;
  private final HttpClient client;

  public SignedHttp(SigningKeys keys, Limits limits, Clock clock) {
    this.keys = keys;
    this.limits = limits;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connect())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /**
   * A message to a PMS.
   *
   * @param path below the connection's URL
   * @param idempotencyKey the same for each repetition
   */
  record Message(String path, String mediaType, String body, String idempotencyKey) {}

  /** Posts a message; an answer larger than {@code mostBytes} is none. */
  Reply post(PmsConnection to, Message message, int mostBytes) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(to.url() + message.path()))
            .header("Content-Type", message.mediaType())
            .header("Idempotency-Key", message.idempotencyKey())
            .POST(HttpRequest.BodyPublishers.ofString(message.body()));
    return send(to, request, message.body(), mostBytes);
  }

  /**
   * Reads from a PMS; an answer larger than {@code mostBytes} is none.
   *
   * @param pathAndQuery below the connection's URL
   */
  Reply get(PmsConnection from, String pathAndQuery, int mostBytes) {
    URI uri = URI.create(from.url() + pathAndQuery);
    return send(
        from,
        HttpRequest.newBuilder(uri).GET(),
        uri.getRawPath() + "?" + uri.getRawQuery(),
        mostBytes);
  }

  /** A key that is refused may have been rotated: read again, and if it has, tried once more. */
  private Reply send(PmsConnection to, HttpRequest.Builder request, String signed, int mostBytes) {
    PmsName name = new PmsName(to.name());
    String key = keys.of(name);
    Reply reply = exchange(request, signature(key, signed), mostBytes);
    if (reply instanceof Answered answered && answered.status() == UNAUTHORIZED) {
      String fresh = keys.fresh(name, key);
      if (!fresh.equals(key)) {
        return exchange(request, signature(fresh, signed), mostBytes);
      }
    }
    return reply;
  }

  private String signature(String key, String signed) {
    long time = clock.instant().getEpochSecond();
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), HMAC));
      byte[] hash = mac.doFinal((time + "." + signed).getBytes(UTF_8));
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  private Reply exchange(HttpRequest.Builder request, String signature, int mostBytes) {
    HttpRequest signed =
        request.copy().header(SIGNATURE, signature).timeout(limits.whole()).build();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(signed, BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), mostBytes));
    try {
      // The request's own time limit ends with the headers; a body could drip for ever.
      return read(answer.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new NoAnswer("no whole answer in time");
    } catch (ExecutionException e) {
      return new NoAnswer(reason(e.getCause()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new NoAnswer("interrupted");
    }
  }

  private static Reply read(HttpResponse<String> response) {
    String mediaType =
        response
            .headers()
            .firstValue("Content-Type")
            .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .orElse("");
    return new Answered(response.statusCode(), mediaType, response.body());
  }

  /** Never the text of the fault: it may quote what the PMS sent. */
  private static String reason(@Nullable Throwable fault) {
    return switch (fault) {
      case HttpConnectTimeoutException _ -> "no connection in time";
      case HttpTimeoutException _ -> "no answer in time";
      case ConnectException _ -> "no connection";
      case IOException broken -> "broken answer: " + broken.getClass().getSimpleName();
      case null, default -> "broken answer";
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
