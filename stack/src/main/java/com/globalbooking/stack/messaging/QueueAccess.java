package com.globalbooking.stack.messaging;

import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;

/**
 * Policies of queues: nobody comes in without TLS, and a topic may deliver where one does. What
 * functions may do stands in their roles.
 */
public final class QueueAccess {

  private static final String ONLY_OVER_TLS =
      """
      {"Sid":"OnlyOverTls","Effect":"Deny","Principal":"*",\
      "Action":["sqs:*"],"Resource":["%1$s"],\
      "Condition":{"Bool":{"aws:SecureTransport":"false"}}}\
      """;

  private static final String DELIVER_FROM_TOPIC =
      """
      {"Sid":"DeliverFromTopic","Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},\
      "Action":["sqs:SendMessage"],"Resource":["%1$s"],\
      "Condition":{"ArnEquals":{"aws:SourceArn":"%2$s"}}}\
      """;

  private static final String DOCUMENT = "{\"Version\":\"2012-10-17\",\"Statement\":[%s]}";

  private QueueAccess() {}

  /** Registers the policy of a queue that functions alone send to. */
  public static QueuePolicy overTls(String name, QueueHandle queue, CustomResourceOptions options) {
    return register(
        name,
        queue,
        queue.arn().applyValue(arn -> DOCUMENT.formatted(ONLY_OVER_TLS.formatted(arn))),
        options);
  }

  /** Registers the policy of a queue that a topic delivers to as well. */
  public static QueuePolicy fromTopic(
      String name, QueueHandle queue, Output<String> topicArn, CustomResourceOptions options) {
    return register(
        name,
        queue,
        Output.tuple(queue.arn(), topicArn)
            .applyValue(
                arns ->
                    DOCUMENT.formatted(
                        (DELIVER_FROM_TOPIC + "," + ONLY_OVER_TLS).formatted(arns.t1, arns.t2))),
        options);
  }

  private static QueuePolicy register(
      String name, QueueHandle queue, Output<String> policy, CustomResourceOptions options) {
    return new QueuePolicy(
        name, QueuePolicyArgs.builder().queueUrl(queue.url()).policy(policy).build(), options);
  }
}
