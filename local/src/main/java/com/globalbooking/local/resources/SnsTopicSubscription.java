package com.globalbooking.local.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.messaging.EventFilter;
import com.globalbooking.local.messaging.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code aws:sns/topicSubscription:TopicSubscription}: a queue gets what the topic publishes; an
 * e-mail address is only recorded.
 */
final class SnsTopicSubscription implements ResourceHandler {
  static final String TYPE = "aws:sns/topicSubscription:TopicSubscription";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegionContext context;

  SnsTopicSubscription(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Subscription subscription = subscription(resource.inputs());
    context.messaging().topics().subscribe(subscription);
    String arn = subscription.topicArn() + ":" + ResourceNames.idOf(resource);
    return new Created(arn, PropertyValue.fields(Map.of("arn", arn)));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("topic", "protocol", "endpoint");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    context.messaging().topics().change(subscription(wanted.inputs()));
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    Inputs inputs = existing.inputs();
    context
        .messaging()
        .topics()
        .unsubscribe(inputs.string("topic"), inputs.string("protocol"), inputs.string("endpoint"));
  }

  private static Subscription subscription(Inputs inputs) {
    Optional<String> filter = inputs.optionalString("filterPolicy");
    return new Subscription(
        inputs.string("topic"),
        inputs.string("protocol"),
        inputs.string("endpoint"),
        inputs.flag("rawMessageDelivery"),
        EventFilter.anyOf(filter.map(List::of).orElse(List.of())),
        inputs.optionalString("filterPolicyScope").filter("MessageBody"::equals).isPresent(),
        inputs.optionalString("redrivePolicy").map(SnsTopicSubscription::target));
  }

  private static String target(String redrivePolicy) {
    try {
      return JSON.readTree(redrivePolicy).required("deadLetterTargetArn").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'redrivePolicy' is not JSON", e);
    }
  }
}
