package com.globalbooking.local.messaging;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.SettableClock;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import com.globalbooking.local.aws.AccessKeys.Caller;
import com.globalbooking.local.aws.AwsEndpoint;
import com.globalbooking.local.aws.Outages;
import com.globalbooking.local.network.Network;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Messaging of one Region behind the AWS endpoint, with a function's credentials. */
final class MessagingFixture implements AutoCloseable {
  static final RegionName REGION = new RegionName("eu-west-1");
  static final String ACCOUNT = "000000000000";
  static final String ROLE = "arn:aws:iam::000000000000:role/f";

  final AccessControl access = new AccessControl();
  final Outages outages = new Outages();
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
  final RegionMessaging messaging;
  private final AwsEndpoint endpoint;
  private final AccessKey key;

  MessagingFixture() {
    var keys = new AccessKeys(RandomGenerator.getDefault());
    key = keys.keyOf(new Caller(REGION, "f", ROLE));
    // The server's URLs need the endpoint, the endpoint the server: the endpoint looks it up late.
    var started = new RegionMessaging[1];
    endpoint =
        AwsEndpoint.start(
            keys,
            access,
            new Network(),
            List.of(
                new SqsService(_ -> Optional.of(started[0].queues().endpoint())),
                new SnsService(_ -> Optional.of(started[0].topics())),
                new EventsService(_ -> Optional.of(started[0].buses()), clock)),
            outages);
    messaging = RegionMessaging.start(REGION, ACCOUNT, endpoint.uri(), outages, clock);
    started[0] = messaging;
    allow("sqs:*", "sns:*", "events:*");
  }

  void allow(String... actions) {
    access.putRolePolicy(
        ROLE,
        "all",
        """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":["%s"],"Resource":"arn:aws:*:eu-west-1:000000000000:*"}]}
        """
            .formatted(String.join("\",\"", actions)));
  }

  URI uri() {
    return endpoint.uri();
  }

  /** A client as functions have it, without retries so that a refusal is seen at once. */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(endpoint.uri())
        .region(Region.of(REGION.value()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken())))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
        .build();
  }

  SqsClient sqs() {
    return client(SqsClient.builder());
  }

  /** Makes a queue, which topics may send to, and returns its URL. */
  String queue(String name, Map<QueueAttributeName, String> attributes) {
    messaging.queues().client().createQueue(it -> it.queueName(name).attributes(attributes));
    messaging
        .policies()
        .put(
            messaging.queues().arn(name),
            """
            {"Statement":{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},
             "Action":"sqs:SendMessage","Resource":"%s",
             "Condition":{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:eu-west-1:000000000000:news*"}}}}
            """
                .formatted(messaging.queues().arn(name)));
    return messaging.queues().url(name);
  }

  static Map<QueueAttributeName, String> fifo() {
    return Map.of(QueueAttributeName.FIFO_QUEUE, "true");
  }

  @Override
  public void close() {
    endpoint.close();
    messaging.close();
  }
}
