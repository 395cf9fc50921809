package com.globalbooking.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import com.globalbooking.local.aws.AccessKeys.Caller;
import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.functions.LambdaService;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import com.globalbooking.local.network.Network;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwsEndpointTest {
  private static final RegionName HOME = new RegionName("eu-west-1");
  private static final RegionName AWAY = new RegionName("us-west-2");
  private static final String ACCOUNT = "123456789012";
  private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/f-role";
  private static final String GET = "{\"TableName\":\"t\",\"Key\":{}}";

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final LoopbackServer homeEngine = engine("home");
  private final LoopbackServer awayEngine = engine("away");
  private final Map<RegionName, URI> engines =
      Map.of(HOME, homeEngine.uri(), AWAY, awayEngine.uri());
  private final AccessKeys keys = new AccessKeys(RandomGenerator.getDefault());
  private final AccessKey key = keys.keyOf(new Caller(HOME, "f", ROLE));
  private final AccessControl access = new AccessControl();
  private final Network network = new Network();
  private final Map<RegionName, FunctionInvoker> functions =
      Map.of(HOME, AwsEndpointTest::run, AWAY, AwsEndpointTest::run);
  private final AwsEndpoint endpoint =
      AwsEndpoint.start(
          keys,
          access,
          network,
          List.of(
              new DynamoDbService(region -> Optional.ofNullable(engines.get(region)), _ -> ""),
              new LambdaService(region -> Optional.ofNullable(functions.get(region)))),
          Duration.ZERO);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    endpoint.close();
    client.shutdownNow();
    homeEngine.close();
    awayEngine.close();
  }

  @Test
  void passesAnAllowedRequestToTheEngineOfTheRegion() throws Exception {
    allow("dynamodb:GetItem", "arn:aws:dynamodb:*:" + ACCOUNT + ":table/t");

    HttpResponse<String> home = dynamoDb(HOME, "GetItem", GET);
    HttpResponse<String> away = dynamoDb(AWAY, "GetItem", GET);

    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(home.body()).isEqualTo("home " + GET);
    assertThat(home.headers().firstValue("x-amz-crc32")).contains("1");
    assertThat(away.body()).isEqualTo("away " + GET);
    assertThat(seen).containsExactly("DynamoDB_20120810.GetItem", "DynamoDB_20120810.GetItem");
  }

  @Test
  void refusesWhatTheRoleMayNotAsDynamoDbDoes() throws Exception {
    allow("dynamodb:GetItem", "*");

    HttpResponse<String> answer = dynamoDb(HOME, "PutItem", GET);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"__type\":\"com.amazon.coral.service#AccessDeniedException\"")
        .contains("User: arn:aws:sts::123456789012:assumed-role/f-role/f is not authorized")
        .contains("dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/t");
    assertThat(seen).isEmpty();
    assertThat(access.observed().get("f")).containsExactly("dynamodb:PutItem");
  }

  @Test
  void aTransactionNeedsAllItsPermissions() throws Exception {
    allow("dynamodb:PutItem", "*");
    String transaction =
        "{\"TransactItems\":[{\"Put\":{\"TableName\":\"t\"}},{\"Update\":{\"TableName\":\"t\"}}]}";

    assertThat(dynamoDb(HOME, "TransactWriteItems", transaction).body())
        .contains("dynamodb:UpdateItem");
    assertThat(access.observed().get("f"))
        .containsExactly("dynamodb:PutItem", "dynamodb:UpdateItem");
  }

  @Test
  void aCutLinkEndsInABrokenConnection() throws Exception {
    allow("dynamodb:*", "*");
    network.cut(HOME, AWAY);

    assertThatThrownBy(() -> dynamoDb(AWAY, "GetItem", GET)).isInstanceOf(IOException.class);
    assertThat(seen).isEmpty();
    assertThat(dynamoDb(HOME, "GetItem", GET).statusCode()).isEqualTo(200);

    network.heal(HOME, AWAY);
    assertThat(dynamoDb(AWAY, "GetItem", GET).statusCode()).isEqualTo(200);
  }

  @Test
  void tellsStrangersApart() throws Exception {
    HttpResponse<String> unsigned =
        send(HttpRequest.newBuilder(endpoint.uri()).POST(BodyPublishers.ofString(GET)));
    HttpResponse<String> stranger =
        send(signed("ASIAUNKNOWN", HOME, "dynamodb").POST(BodyPublishers.ofString(GET)));
    HttpResponse<String> odd =
        send(signed(key.id(), HOME, "sqs").POST(BodyPublishers.ofString("")));

    assertThat(unsigned.statusCode()).isEqualTo(403);
    assertThat(unsigned.body()).contains("MissingAuthenticationToken");
    assertThat(stranger.body()).contains("UnrecognizedClientException");
    assertThat(odd.body()).contains("no service 'sqs'").contains("dynamodb");
  }

  @Test
  void aRegionThatIsNotThereIsUnavailable() throws Exception {
    allow("dynamodb:*", "*");

    assertThat(dynamoDb(new RegionName("eu-north-1"), "GetItem", GET).statusCode()).isEqualTo(503);
  }

  @Test
  void invokesFunctionsByNameOrArn() throws Exception {
    allow("lambda:InvokeFunction", "arn:aws:lambda:us-west-2:" + ACCOUNT + ":function:ok");

    HttpResponse<String> byName = invoke("ok");
    assertThat(byName.statusCode()).isEqualTo(200);
    assertThat(byName.body()).isEqualTo("event");
    assertThat(byName.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    assertThat(invoke("arn%3Aaws%3Alambda%3Aus-west-2%3A" + ACCOUNT + "%3Afunction%3Aok").body())
        .isEqualTo("event");
  }

  @Test
  void shapesLambdasRefusalsAsLambdaDoes() throws Exception {
    HttpResponse<String> denied = invoke("ok");
    assertThat(denied.statusCode()).isEqualTo(403);
    assertThat(denied.headers().firstValue("x-amzn-ErrorType")).contains("AccessDeniedException");

    allow("lambda:*", "*");
    HttpResponse<String> failed = invoke("failing");
    assertThat(failed.statusCode()).isEqualTo(200);
    assertThat(failed.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
    assertThat(invoke("slow").headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
    assertThat(invoke("throttled").statusCode()).isEqualTo(429);
    assertThat(invoke("throttled").headers().firstValue("x-amzn-ErrorType"))
        .contains("TooManyRequestsException");
    assertThat(invoke("missing").statusCode()).isEqualTo(404);
    assertThat(invoke("missing").body()).contains("function:missing");
  }

  private static InvocationResult run(String functionName, byte[] payload) {
    return switch (functionName) {
      case "ok" -> new InvocationResult.Succeeded(payload);
      case "failing" -> new InvocationResult.Failed("Odd", "{}".getBytes(UTF_8));
      case "slow" -> new InvocationResult.TimedOut();
      case "throttled" -> new InvocationResult.Throttled();
      default -> new InvocationResult.NoSuchFunction();
    };
  }

  private LoopbackServer engine(String name) {
    return LoopbackServer.start(
        0,
        exchange -> {
          seen.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          Answer.json(200, name + " " + body).with("x-amz-crc32", "1").send(exchange);
        });
  }

  private void allow(String action, String resource) {
    access.putRolePolicy(
        ROLE,
        action,
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}]}"
            .formatted(action, resource));
  }

  private HttpResponse<String> dynamoDb(RegionName region, String operation, String body)
      throws IOException, InterruptedException {
    return send(
        signed(key.id(), region, "dynamodb")
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> invoke(String function) throws IOException, InterruptedException {
    return send(
        signed(key.id(), AWAY, "lambda")
            .uri(endpoint.uri().resolve("/2015-03-31/functions/" + function + "/invocations"))
            .POST(BodyPublishers.ofString("event")));
  }

  private HttpRequest.Builder signed(String keyId, RegionName region, String service) {
    return HttpRequest.newBuilder(endpoint.uri())
        .header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=%s/20261120/%s/%s/aws4_request, SignedHeaders=h, Signature=s"
                .formatted(keyId, region, service));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
