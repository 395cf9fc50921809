package com.globalbooking.stack.events;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.MessageAttribute;
import com.globalbooking.contract.PmsIntegration;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Which events a subscription takes. By kinds of events and of integrations only, of which there
 * are a few: a topic takes 200 filters, and there are 45,000 properties.
 */
public record EventFilter(
    List<Class<? extends DomainEvent>> types, Optional<PmsIntegration> integration) {
  public EventFilter {
    types = List.copyOf(types);
  }

  /** Events of some types. */
  @SafeVarargs
  public static EventFilter of(Class<? extends DomainEvent>... types) {
    return new EventFilter(List.of(types), Optional.empty());
  }

  /** The same, of properties with this kind of PMS only. */
  public EventFilter with(PmsIntegration kind) {
    return new EventFilter(types, Optional.of(kind));
  }

  /** As SNS takes it, over the attributes of a message. */
  String policy() {
    var policy = new JsonObject();
    policy.add(
        MessageAttribute.EVENT_TYPE, array(types.stream().map(Class::getSimpleName).toList()));
    integration.ifPresent(
        kind -> policy.add(MessageAttribute.PMS_INTEGRATION, array(List.of(kind.id()))));
    return policy.toString();
  }

  private static JsonArray array(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
