package com.globalbooking.stack.terraform;

import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.terraform.ProviderSchema.Block;
import com.globalbooking.stack.terraform.ProviderSchema.ResourceType;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Registered resources as Terraform JSON.
 *
 * @param resources type to name to arguments
 * @param problems inputs that the provider has no argument for; empty when all was translated
 */
record Translation(JsonObject resources, List<String> problems) {

  /** Translates what AWS keeps; components group resources and are left out. */
  static Translation of(List<Registered> registered, ProviderSchema schema) {
    var resources = new JsonObject();
    List<String> problems = new ArrayList<>();
    for (Registered resource : registered) {
      if (resource.isOnAws()) {
        ResourceType type = schema.typeOf(resource.type());
        if (!resources.has(type.name())) {
          resources.add(type.name(), new JsonObject());
        }
        JsonObject named = resources.getAsJsonObject(type.name());
        if (named.has(label(resource))) {
          problems.add(resource.name() + ": the name is not its own");
        }
        named.add(label(resource), arguments(resource, type, problems));
      }
    }
    return new Translation(resources, List.copyOf(problems));
  }

  /** How many resources there are. */
  int size() {
    return resources.entrySet().stream()
        .mapToInt(it -> it.getValue().getAsJsonObject().size())
        .sum();
  }

  /** The name in Terraform, which knows fewer characters. */
  static String label(Registered resource) {
    return resource.name().replaceAll("[^A-Za-z0-9_-]", "_");
  }

  private static JsonObject arguments(
      Registered resource, ResourceType type, List<String> problems) {
    var inputs = new JsonObject();
    resource.inputs().entrySet().forEach(input -> inputs.add(input.getKey(), input.getValue()));
    var renamed = new JsonObject();
    type.renamed()
        .forEach(
            (input, argument) ->
                Optional.ofNullable(inputs.remove(input))
                    .ifPresent(value -> renamed.add(argument, value)));
    JsonObject arguments = block(type.block(), inputs, resource.name(), problems);
    renamed.entrySet().forEach(it -> arguments.add(it.getKey(), it.getValue()));
    return arguments;
  }

  private static JsonObject block(
      Block schema, JsonObject inputs, String path, List<String> problems) {
    var arguments = new JsonObject();
    inputs
        .entrySet()
        .forEach(
            input ->
                schema
                    .nameOf(input.getKey())
                    .ifPresentOrElse(
                        name ->
                            arguments.add(
                                name, argument(schema, name, input.getValue(), path, problems)),
                        () -> problems.add(path + ": the provider knows no " + input.getKey())));
    return arguments;
  }

  /** Pulumi writes a block that may stand once as an object, Terraform as a list of one. */
  private static JsonElement argument(
      Block schema, String name, JsonElement value, String path, List<String> problems) {
    Optional<Block> nested = schema.block(name);
    if (nested.isEmpty()) {
      return value(schema.typeOf(name), value);
    }
    var blocks = new JsonArray();
    list(value)
        .forEach(
            each ->
                blocks.add(
                    block(nested.get(), each.getAsJsonObject(), path + "." + name, problems)));
    return blocks;
  }

  private static JsonElement value(JsonElement type, JsonElement value) {
    if (type.isJsonArray() && type.getAsJsonArray().get(0).getAsString().matches("list|set")) {
      var values = new JsonArray();
      JsonElement each = type.getAsJsonArray().get(1);
      list(value).forEach(element -> values.add(value(each, element)));
      return values;
    }
    if (type.isJsonArray() && type.getAsJsonArray().get(0).getAsString().equals("object")) {
      return whole(type.getAsJsonArray().get(1).getAsJsonObject(), value.getAsJsonObject());
    }
    // A file: Pulumi hands over where it is, Terraform asks for just that.
    return value.isJsonObject() && value.getAsJsonObject().has("path")
        ? value.getAsJsonObject().get("path")
        : value;
  }

  /** An object in which Terraform wants every member, those without a value as null. */
  private static JsonObject whole(JsonObject members, JsonObject value) {
    var whole = new JsonObject();
    members
        .entrySet()
        .forEach(
            member ->
                whole.add(
                    member.getKey(),
                    ProviderSchema.spellings(member.getKey())
                        .filter(value::has)
                        .findFirst()
                        .map(input -> value(member.getValue(), value.get(input)))
                        .orElse(JsonNull.INSTANCE)));
    return whole;
  }

  private static JsonArray list(JsonElement value) {
    if (value.isJsonArray()) {
      return value.getAsJsonArray();
    }
    var one = new JsonArray();
    one.add(value);
    return one;
  }
}
