package com.globalbooking.stack.access;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import java.util.List;

/**
 * Leave to do some actions on some resources.
 *
 * @param sid says what for: letters and digits
 * @param actions IAM actions, each spelled out
 * @param resources ARNs
 */
public record Statement(String sid, List<String> actions, List<Output<String>> resources) {

  /**
   * @throws IllegalArgumentException when a statement allows nothing, or an action has a wildcard
   */
  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    if (actions.isEmpty() || resources.isEmpty()) {
      throw new IllegalArgumentException("Statement %s allows nothing".formatted(sid));
    }
    if (actions.stream().anyMatch(action -> action.contains("*"))) {
      throw new IllegalArgumentException("Statement %s has a wildcard action".formatted(sid));
    }
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
    return Output.all(resources)
        .applyValue(
            arns -> {
              var statement = new JsonObject();
              statement.addProperty("Sid", sid);
              statement.addProperty("Effect", "Allow");
              statement.add("Action", texts(actions));
              statement.add("Resource", texts(arns));
              return statement;
            });
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
