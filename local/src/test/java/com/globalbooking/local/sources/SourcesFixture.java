package com.globalbooking.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.Outages;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.messaging.Backoff;
import com.globalbooking.local.messaging.RegionMessaging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues, mappings and a function of one Region; DynamoDB where the test brings it. */
final class SourcesFixture implements AutoCloseable {
  static final RegionName REGION = new RegionName("eu-west-1");
  static final String ACCOUNT = "000000000000";
  static final String ROLE = "arn:aws:iam::000000000000:role/f";
  static final Backoff QUICK = new Backoff(Duration.ofMillis(5), Duration.ofMillis(50));

  /** The mappings under test, or a mutant of them. */
  @FunctionalInterface
  interface Factory {
    EventSourceMappings make(
        RecordingFunction function,
        @Nullable DynamoDbEngine tables,
        RegionMessaging messaging,
        SourcesFixture fixture);
  }

  final AccessControl access = new AccessControl();
  final Outages outages = new Outages();
  final RecordingFunction function = new RecordingFunction();
  final RegionMessaging messaging;
  final EventSourceMappings mappings;

  SourcesFixture(@Nullable DynamoDbEngine tables, Factory factory) {
    messaging =
        RegionMessaging.start(
            REGION, ACCOUNT, URI.create("http://127.0.0.1:1"), outages, Clock.systemUTC());
    mappings = factory.make(function, tables, messaging, this);
    allow("dynamodb:*", "sqs:*");
  }

  static EventSourceMappings mappings(
      RecordingFunction function,
      @Nullable DynamoDbEngine tables,
      RegionMessaging messaging,
      SourcesFixture fixture,
      Clock clock) {
    return new EventSourceMappings(
        REGION,
        ACCOUNT,
        function,
        () -> Optional.ofNullable(tables),
        messaging.queues(),
        fixture.access,
        fixture.outages,
        clock,
        QUICK);
  }

  void allow(String... actions) {
    access.putRolePolicy(
        ROLE,
        "all",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"%s\"],\"Resource\":\"*\"}]}"
            .formatted(String.join("\",\"", actions)));
  }

  String queue(String name, Map<QueueAttributeName, String> attributes) {
    messaging.queues().client().createQueue(it -> it.queueName(name).attributes(attributes));
    return messaging.queues().url(name);
  }

  void send(String url, String group, String body) {
    messaging
        .queues()
        .client()
        .sendMessage(
            it -> {
              it.queueUrl(url).messageBody(body);
              if (!group.isEmpty()) {
                it.messageGroupId(group).messageDeduplicationId(group + "-" + body);
              }
            });
  }

  /** All messages that the queue can hand out now, taken off it. */
  List<JsonNode> drain(String url) {
    List<JsonNode> bodies = new ArrayList<>();
    var sqs = messaging.queues().client();
    while (true) {
      List<Message> messages =
          sqs.receiveMessage(
                  it ->
                      it.queueUrl(url)
                          .maxNumberOfMessages(10)
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      if (messages.isEmpty()) {
        return bodies;
      }
      for (Message message : messages) {
        bodies.add(json(message.body()));
        sqs.deleteMessage(it -> it.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
  }

  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    mappings.close();
    messaging.close();
  }
}
