package com.globalbooking.stack.access;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/**
 * Leave to do some actions on some resources, or what must not be done with them.
 *
 * @param sid says what for: letters and digits
 * @param effect whether it allows or denies
 * @param actions IAM actions, each spelled out
 * @param resources ARNs
 * @param conditions operator to key to values; all of them must hold
 */
public record Statement(
    String sid,
    Effect effect,
    List<String> actions,
    List<Output<String>> resources,
    Map<String, Map<String, List<Output<String>>>> conditions) {

  /** What a statement does. */
  public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String value;

    Effect(String value) {
      this.value = value;
    }
  }

  /**
   * @throws IllegalArgumentException when a statement is about nothing, or an action has a wildcard
   */
  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = Map.copyOf(conditions);
    if (actions.isEmpty() || resources.isEmpty()) {
      throw new IllegalArgumentException("Statement %s is about nothing".formatted(sid));
    }
    if (actions.stream().anyMatch(action -> action.contains("*"))) {
      throw new IllegalArgumentException("Statement %s has a wildcard action".formatted(sid));
    }
  }

  /** Allows something without a condition. */
  public Statement(String sid, List<String> actions, List<Output<String>> resources) {
    this(sid, Effect.ALLOW, actions, resources, Map.of());
  }

  /** The same, only while a condition holds. */
  public Statement when(String operator, String key, List<Output<String>> values) {
    return new Statement(
        sid, effect, actions, resources, Map.of(operator, Map.of(key, List.copyOf(values))));
  }

  /** Denies what this statement allows. */
  public Statement denied() {
    return new Statement(sid, Effect.DENY, actions, resources, conditions);
  }

  /** The policy document of these statements. */
  public static Output<String> policy(List<Statement> statements) {
    return Output.all(statements.stream().map(Statement::json).toList())
        .applyValue(
            all -> {
              var policy = new JsonObject();
              policy.addProperty("Version", "2012-10-17");
              policy.add("Statement", array(all));
              return policy.toString();
            });
  }

  private Output<JsonObject> json() {
    return Output.tuple(Output.all(resources), conditionJson())
        .applyValue(
            known -> {
              var statement = new JsonObject();
              statement.addProperty("Sid", sid);
              statement.addProperty("Effect", effect.value);
              statement.add("Action", texts(actions));
              statement.add("Resource", texts(known.t1));
              if (known.t2.size() > 0) {
                statement.add("Condition", known.t2);
              }
              return statement;
            });
  }

  private Output<JsonObject> conditionJson() {
    Output<JsonObject> json = Output.of(new JsonObject());
    for (Map.Entry<String, Map<String, List<Output<String>>>> operator : conditions.entrySet()) {
      for (Map.Entry<String, List<Output<String>>> key : operator.getValue().entrySet()) {
        json =
            Output.tuple(json, Output.all(key.getValue()))
                .applyValue(known -> with(known.t1, operator.getKey(), key.getKey(), known.t2));
      }
    }
    return json;
  }

  private static JsonObject with(
      JsonObject conditions, String operator, String key, List<String> values) {
    JsonObject more = conditions.deepCopy();
    JsonObject keys = more.has(operator) ? more.getAsJsonObject(operator) : new JsonObject();
    keys.add(key, texts(values));
    more.add(operator, keys);
    return more;
  }

  private static JsonArray array(List<JsonObject> elements) {
    var array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }

  private static JsonArray texts(List<String> elements) {
    var array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }
}
