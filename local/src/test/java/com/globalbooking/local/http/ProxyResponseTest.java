package com.globalbooking.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.loopback.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyResponseTest {
  @Test
  void readsStatusHeadersCookiesAndBody() {
    Answer answer =
        parse(
            """
            {"statusCode":409,"headers":{"Content-Type":"application/json","X-N":1,
             "content-length":"99"},"cookies":["a=1","b=2"],"body":"{}"}
            """);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.headers())
        .containsEntry("content-type", List.of("application/json"))
        .containsEntry("x-n", List.of("1"))
        .containsEntry("set-cookie", List.of("a=1", "b=2"))
        .doesNotContainKey("content-length");
    assertThat(answer.body()).asString().isEqualTo("{}");
  }

  @Test
  void decodesABinaryBody() {
    assertThat(parse("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"/w==\"}").body())
        .containsExactly(0xff);
  }

  @Test
  void aBodyMayBeLeftOut() {
    assertThat(parse("{\"statusCode\":204}").body()).isEmpty();
    assertThat(parse("{\"statusCode\":204,\"body\":null,\"headers\":null}").body()).isEmpty();
  }

  @Test
  void anythingWithoutAStatusIsTheBodyOfA200() {
    Answer object = parse("{\"a\": 1}");
    assertThat(object.status()).isEqualTo(200);
    assertThat(object.headers().values()).containsExactly(List.of("application/json"));
    assertThat(object.body()).asString().isEqualTo("{\"a\":1}");
    assertThat(parse("\"text\"").body()).asString().isEqualTo("text");
    assertThat(parse("[1]").body()).asString().isEqualTo("[1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "null",
        "{\"statusCode\":\"odd\"}",
        "{\"statusCode\":99}",
        "{\"statusCode\":200,\"body\":{}}",
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"***\"}",
      })
  void whatIsMalformedIsNoAnswer(String payload) {
    assertThat(ProxyResponse.parse(payload.getBytes(UTF_8))).isEmpty();
  }

  private static Answer parse(String payload) {
    return ProxyResponse.parse(payload.getBytes(UTF_8)).orElseThrow();
  }
}
