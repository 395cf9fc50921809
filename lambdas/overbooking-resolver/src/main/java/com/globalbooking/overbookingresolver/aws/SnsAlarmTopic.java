package com.globalbooking.overbookingresolver.aws;

import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;

/** The alarm topic on SNS. */
public final class SnsAlarmTopic {
  private static final Logger LOG = Logger.getLogger(SnsAlarmTopic.class);

  private final SnsClient client;
  private final String topicArn;

  public SnsAlarmTopic(SnsClient client, String topicArn) {
    this.client = client;
    this.topicArn = topicArn;
  }

  /**
   * Publishes a message.
   *
   * @param subject at most 100 ASCII characters
   * @return whether the topic took it
   */
  public boolean publish(String subject, String text) {
    try {
      var _ = client.publish(request -> request.topicArn(topicArn).subject(subject).message(text));
      return true;
    } catch (SdkException e) {
      LOG.warnf("The alarm topic did not take a message: %s", e.getMessage());
      return false;
    }
  }
}
