package com.globalbooking.stack.alarms;

import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/** The topic that pages the on-call. */
public final class AlarmTopic extends ComponentResource {

  /**
   * @param keyArn key that the topic is encrypted under; CloudWatch must be let use it
   * @param emails who is paged; others may subscribe by themselves
   */
  public record Args(Names names, Account account, Output<String> keyArn, List<String> emails) {
    public Args {
      emails = List.copyOf(emails);
    }
  }

  private static final String TYPE = "global-booking:alarms:AlarmTopic";

  /** ARN of the topic. */
  public final Output<String> arn;

  /** Registers the topic. */
  public AlarmTopic(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

    String physicalName = args.names().of("alarms");
    var topic =
        new Topic(
            name,
            TopicArgs.builder()
                .name(physicalName)
                .kmsMasterKeyId(args.keyArn())
                .tags(args.names().tags(physicalName))
                .build(),
            child);
    new TopicPolicy(
        name + "-policy",
        TopicPolicyArgs.builder()
            .arn(topic.arn())
            .policy(
                Output.tuple(
                        topic.arn(),
                        args.account().id(),
                        args.account().alarmArn(args.names().region(), args.names().of("*")))
                    .applyValue(known -> policy(known.t1, known.t2, known.t3)))
            .build(),
        child);
    for (String email : args.emails()) {
      new TopicSubscription(
          name + "-" + email,
          TopicSubscriptionArgs.builder()
              .topic(topic.arn())
              .protocol("email")
              .endpoint(email)
              .build(),
          child);
    }

    arn = topic.arn();
    registerOutputs(Map.of("arn", arn));
  }

  /** Alarms of this environment may publish; functions may by their own roles. */
  private static String policy(String topicArn, String account, String alarms) {
    return """
    {"Version":"2012-10-17","Statement":[\
    {"Sid":"RaiseAlarms","Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},\
    "Action":["sns:Publish"],"Resource":["%1$s"],\
    "Condition":{"StringEquals":{"aws:SourceAccount":"%2$s"},"ArnLike":{"aws:SourceArn":"%3$s"}}},\
    {"Sid":"OnlyOverTls","Effect":"Deny","Principal":"*",\
    "Action":["sns:Publish"],"Resource":["%1$s"],\
    "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}\
    """
        .formatted(topicArn, account, alarms);
  }
}
