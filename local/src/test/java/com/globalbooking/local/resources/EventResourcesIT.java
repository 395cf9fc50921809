package com.globalbooking.local.resources;

import static com.globalbooking.local.resources.RegionFixture.OREGON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.functions.FunctionDefinition;
import com.globalbooking.local.messaging.TopicMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues, topics, buses and event source mappings, as the program declares them. */
class EventResourcesIT {
  private static final Path LIB = Path.of("dynamodb-local/target/lib").toAbsolutePath();
  private static final String TOPIC_ARN = "arn:aws:sns:us-west-2:000000000000:news.fifo";

  private @TempDir Path root;
  private DynamoDbEngine engine;
  private RegionFixture region;

  @BeforeEach
  void start() throws Exception {
    engine = DynamoDbEngine.start(OREGON, LIB, root.resolve("dynamodb.log"));
    region = new RegionFixture(root, Map.of(OREGON, engine));
  }

  @AfterEach
  void stop() {
    region.close();
    engine.close();
  }

  @Test
  void aTopicDeliversToTheQueueThatLetsItIn() throws Exception {
    Inputs dead = created(SqsQueue.TYPE, "dead", Map.of("name", "dead.fifo", "fifoQueue", true));
    Inputs queue =
        created(
            SqsQueue.TYPE,
            "queue",
            Map.of(
                "name",
                "q.fifo",
                "fifoQueue",
                true,
                "visibilityTimeoutSeconds",
                77,
                "messageRetentionSeconds",
                1_209_600,
                "sqsManagedSseEnabled",
                true,
                "redrivePolicy",
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"100\"}"
                    .formatted(dead.string("arn"))));
    Inputs topic = created(SnsTopic.TYPE, "topic", Map.of("name", "news.fifo", "fifoTopic", true));
    created(
        SqsQueuePolicy.TYPE,
        "policy",
        Map.of("queueUrl", queue.string("url"), "policy", policy(queue.string("arn"))));
    created(
        SnsTopicSubscription.TYPE,
        "subscription",
        Map.of(
            "topic",
            topic.string("arn"),
            "protocol",
            "sqs",
            "endpoint",
            queue.string("arn"),
            "rawMessageDelivery",
            true,
            "filterPolicy",
            "{\"eventType\":[{\"exists\":false}]}",
            "filterPolicyScope",
            "MessageAttributes"));
    assertThat(topic.string("arn")).isEqualTo(TOPIC_ARN);

    region
        .context
        .messaging()
        .topics()
        .publish(
            TOPIC_ARN,
            new TopicMessage(
                "hello", Optional.empty(), Map.of(), Optional.of("g"), Optional.of("d")));

    var sqs = region.context.messaging().queues().client();
    assertThat(
            sqs.receiveMessage(it -> it.queueUrl(queue.string("url")).waitTimeSeconds(20))
                .messages())
        .singleElement()
        .satisfies(message -> assertThat(message.body()).isEqualTo("hello"));
    assertThat(
            sqs.getQueueAttributes(
                    it -> it.queueUrl(queue.string("url")).attributeNames(QueueAttributeName.ALL))
                .attributes())
        .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "77")
        .hasEntrySatisfying(
            QueueAttributeName.REDRIVE_POLICY, it -> assertThat(it).contains("100"));
  }

  @Test
  void aMappingStartsForADeployedFunctionWhoseRoleMayRead() throws Exception {
    Map<String, Object> table =
        Map.of(
            "name",
            "outbox",
            "hashKey",
            "id",
            "attributes",
            List.of(Map.of("name", "id", "type", "S")),
            "streamEnabled",
            true,
            "streamViewType",
            "NEW_AND_OLD_IMAGES");
    String streamArn = created(DynamoDbTable.TYPE, "table", table).string("streamArn");
    Map<String, Object> mapping = new HashMap<>();
    mapping.put("functionName", "arn:aws:lambda:us-west-2:000000000000:function:f");
    mapping.put("eventSourceArn", streamArn);
    mapping.put("startingPosition", "TRIM_HORIZON");
    mapping.put("maximumRetryAttempts", -1);
    mapping.put("functionResponseTypes", List.of("ReportBatchItemFailures"));
    assertThatThrownBy(() -> region.create(LambdaEventSourceMapping.TYPE, "m", mapping))
        .hasMessageContaining("there is no function");

    deploy();
    assertThatThrownBy(() -> region.create(LambdaEventSourceMapping.TYPE, "m", mapping))
        .hasMessageContaining("dynamodb:DescribeStream");

    region.access.putRolePolicy(
        "arn:aws:iam::000000000000:role/f",
        "stream",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"dynamodb:*\",\"Resource\":\"*\"}}");
    Inputs outputs = created(LambdaEventSourceMapping.TYPE, "m", mapping);
    assertThat(outputs.string("state")).isEqualTo("Enabled");
    assertThat(region.context.sources().status())
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.function()).isEqualTo("f");
              assertThat(status.source()).isEqualTo("outbox");
            });
  }

  @Test
  void aBusHasAnArnAndKeepsEvents() throws Exception {
    assertThat(created(CloudWatchEventBus.TYPE, "bus", Map.of("name", "booking")).string("arn"))
        .isEqualTo("arn:aws:events:us-west-2:000000000000:event-bus/booking");
    assertThat(region.context.messaging().buses().events("booking")).isEmpty();
  }

  @Test
  void whatAwsWouldRefuseIsRefused() {
    assertThatThrownBy(
            () -> region.create(SqsQueue.TYPE, "q", Map.of("name", "q", "fifoQueue", true)))
        .hasMessageContaining(".fifo");
    assertThatThrownBy(
            () ->
                region.create(
                    SqsQueue.TYPE,
                    "q",
                    Map.of(
                        "name",
                        "q",
                        "redrivePolicy",
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-west-2:000000000000:no\","
                            + "\"maxReceiveCount\":5}")))
        .hasMessageContaining("SQS refused");
    assertThatThrownBy(
            () -> region.create(SnsTopic.TYPE, "t", Map.of("name", "t", "fifoTopic", true)))
        .hasMessageContaining(".fifo");
  }

  private Inputs created(String type, String name, Map<String, ?> inputs) throws Exception {
    return new Inputs(region.create(type, name, inputs).computed());
  }

  private void deploy() throws Exception {
    Path zip = root.resolve("function.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bootstrap"));
      out.closeEntry();
    }
    region
        .context
        .functions()
        .deploy(
            new FunctionDefinition(
                "f",
                OREGON,
                zip,
                Map.of(),
                128,
                Duration.ofSeconds(3),
                FunctionDefinition.UNRESERVED,
                "arn:aws:iam::000000000000:role/f"));
  }

  private static String policy(String queueArn) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
     "Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"%s",
     "Condition":{"ArnEquals":{"aws:SourceArn":"%s"}}}]}
    """
        .formatted(queueArn, TOPIC_ARN);
  }
}
