package com.globalbooking.local.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResourcePolicyTest {
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:000000000000:q";
  private static final String TOPIC = "arn:aws:sns:eu-west-1:000000000000:t.fifo";
  private static final String FOR_TOPIC =
      """
      {"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"SQS:SendMessage",
       "Resource":"%s","Condition":{"ArnEquals":{"aws:SourceArn":"%s"}}}
      """
          .formatted(QUEUE, TOPIC);
  private static final String TLS_ONLY =
      """
      {"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*",
       "Condition":{"Bool":{"aws:SecureTransport":"false"}}}
      """;

  @Test
  void theNamedTopicMaySendAndNoOther() {
    assertThat(allows(FOR_TOPIC, TOPIC)).isTrue();
    assertThat(allows(FOR_TOPIC, TOPIC + "x")).isFalse();
    assertThat(allows(TLS_ONLY, TOPIC)).isFalse();
  }

  @Test
  void aDenialThatDoesNotApplyChangesNothingAndOneThatDoesWins() {
    assertThat(allows(FOR_TOPIC + "," + TLS_ONLY, TOPIC)).isTrue();
    assertThat(allows(FOR_TOPIC + "," + TLS_ONLY.replace("false", "true"), TOPIC)).isFalse();
  }

  @Test
  void whatCannotBeEvaluatedIsRefused() {
    assertThatThrownBy(() -> new ResourcePolicy("{\"Statement\":{\"NotAction\":\"sqs:*\"}}"))
        .hasMessageContaining("NotAction");
    assertThatThrownBy(
            () ->
                new ResourcePolicy(
                    "{\"Statement\":{\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"::\"}}}}"))
        .hasMessageContaining("IpAddress");
    assertThatThrownBy(() -> new ResourcePolicy("no JSON")).hasMessageContaining("not JSON");
  }

  private static boolean allows(String statements, String sourceArn) {
    return new ResourcePolicy("{\"Statement\":[" + statements + "]}")
        .allows("sns.amazonaws.com", "sqs:SendMessage", QUEUE, sourceArn, "000000000000");
  }
}
