package com.globalbooking.stack.events;

import com.globalbooking.stack.messaging.QueueHandle;
import com.pulumi.core.Output;

/** Lets one topic put messages into a queue, and nobody in without TLS. */
final class DeliveryPolicy {

  private DeliveryPolicy() {}

  static Output<String> of(QueueHandle queue, Output<String> topicArn) {
    return Output.tuple(queue.arn(), topicArn).applyValue(arns -> policy(arns.t1, arns.t2));
  }

  private static String policy(String queueArn, String topicArn) {
    return """
    {"Version":"2012-10-17","Statement":[\
    {"Sid":"DeliverFromTopic","Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},\
    "Action":["sqs:SendMessage"],"Resource":["%1$s"],\
    "Condition":{"ArnEquals":{"aws:SourceArn":"%2$s"}}},\
    {"Sid":"OnlyOverTls","Effect":"Deny","Principal":"*",\
    "Action":["sqs:*"],"Resource":["%1$s"],\
    "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}\
    """
        .formatted(queueArn, topicArn);
  }
}
