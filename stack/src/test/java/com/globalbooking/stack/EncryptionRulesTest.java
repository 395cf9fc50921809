package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.stack.engine.Policy;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class EncryptionRulesTest {

  private static final String OWN_KEY = "arn:aws:kms:us-west-2:111122223333:key/key";

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
  }

  @Test
  void everyTopicIsEncryptedUnderAKeyThatCloudWatchMayUse() {
    assertThat(graph.ofType("aws:sns/topic:Topic"))
        .hasSize(2)
        .allMatch(topic -> topic.text("kmsMasterKeyId").equals(OWN_KEY));
    assertThat(keyStatement("RaiseAlarms").getAsJsonObject("Principal"))
        .hasToString("{\"Service\":\"cloudwatch.amazonaws.com\"}");
    assertThat(Policy.actions(keyStatement("RaiseAlarms")))
        .containsExactlyInAnyOrder("kms:Decrypt", "kms:GenerateDataKey*");
  }

  @Test
  void alarmsMayPublishToTheAlarmTopic() {
    List<JsonObject> statements =
        Policy.statements(
            graph.resource("aws:sns/topicPolicy:TopicPolicy", "alarm-topic-policy").text("policy"));

    assertThat(statements)
        .filteredOn(it -> it.get("Effect").getAsString().equals("Allow"))
        .singleElement()
        .matches(it -> it.get("Condition").toString().contains(":alarm:global-booking-prod-*"))
        .matches(it -> Policy.actions(it).equals(List.of("sns:Publish")))
        .matches(it -> it.get("Principal").toString().contains("cloudwatch.amazonaws.com"))
        .matches(it -> it.get("Condition").toString().contains("111122223333"));
  }

  @Test
  void theKeyServesPrincipalsOfTheAccountThroughTheNamedServicesOnly() {
    assertThat(keyStatement("UseThroughServices").get("Condition").toString())
        .isEqualTo(
            "{\"StringEquals\":{\"kms:CallerAccount\":\"111122223333\",\"kms:ViaService\":"
                + "[\"sns.us-west-2.amazonaws.com\",\"secretsmanager.us-west-2.amazonaws.com\"]}}");
    assertThat(keyStatement("KeepDataThroughServices").get("Condition").toString())
        .isEqualTo(
            "{\"StringEquals\":{\"kms:CallerAccount\":\"111122223333\",\"kms:ViaService\":"
                + "[\"dynamodb.us-west-2.amazonaws.com\",\"rds.us-west-2.amazonaws.com\","
                + "\"backup.us-west-2.amazonaws.com\"]}}");
  }

  @Test
  void everyQueueIsEncryptedSoThatTheTopicCanStillDeliver() {
    assertThat(graph.ofType("aws:sqs/queue:Queue"))
        .isNotEmpty()
        .allMatch(queue -> queue.input("sqsManagedSseEnabled").getAsBoolean())
        .noneMatch(queue -> queue.inputs().has("kmsMasterKeyId"));
  }

  @Test
  void everySecretIsEncryptedUnderOurKeyAndCanBeBroughtBack() {
    assertThat(graph.ofType("aws:secretsmanager/secret:Secret"))
        .hasSize(3)
        .allMatch(secret -> secret.text("kmsKeyId").equals(OWN_KEY))
        .allMatch(secret -> secret.input("recoveryWindowInDays").getAsInt() >= 7);
  }

  private static JsonObject keyStatement(String sid) {
    return Policy.statements(graph.resource("aws:kms/key:Key", "key").text("policy")).stream()
        .filter(statement -> statement.get("Sid").getAsString().equals(sid))
        .findFirst()
        .orElseThrow();
  }
}
