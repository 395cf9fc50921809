package com.globalbooking.stack.terraform;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the provider says of its resource types, found by the names that Pulumi gives them. */
final class ProviderSchema {

  /** Types whose Terraform name does not follow from Pulumi's. */
  private static final Map<String, String> RENAMED_TYPES =
      Map.ofEntries(
          Map.entry("s3/bucketV2", "aws_s3_bucket"),
          Map.entry("s3/bucketVersioningV2", "aws_s3_bucket_versioning"),
          Map.entry("s3/bucketObjectv2", "aws_s3_object"),
          Map.entry(
              "s3/bucketServerSideEncryptionConfigurationV2",
              "aws_s3_bucket_server_side_encryption_configuration"),
          Map.entry("rds/subnetGroup", "aws_db_subnet_group"));

  /** Inputs, by type, whose Terraform name does not follow from Pulumi's. */
  private static final Map<String, Map<String, String>> RENAMED_INPUTS =
      Map.of(
          "aws_cloudwatch_metric_alarm", Map.of("name", "alarm_name"),
          "aws_lambda_function", Map.of("name", "function_name"),
          "aws_lambda_permission", Map.of("function", "function_name"),
          "aws_sns_topic_subscription", Map.of("topic", "topic_arn"));

  private static final Pattern TOKEN = Pattern.compile("aws:([a-z0-9]+)/(\\w+):\\w+");

  private final JsonObject types;

  private ProviderSchema(JsonObject types) {
    this.types = types;
  }

  /** Reads what {@code terraform providers schema -json} printed. */
  static ProviderSchema read(JsonObject dump) {
    JsonObject providers = dump.getAsJsonObject("provider_schemas");
    String only = providers.keySet().iterator().next();
    return new ProviderSchema(providers.getAsJsonObject(only).getAsJsonObject("resource_schemas"));
  }

  /** The Terraform type behind a type of Pulumi. */
  ResourceType typeOf(String token) {
    Matcher parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a resource type of AWS: " + token);
    }
    String module = parts.group(1);
    String resource = snake(parts.group(2));
    Optional<String> renamed =
        Optional.ofNullable(RENAMED_TYPES.get(module + "/" + parts.group(2)));
    return Stream.concat(
            renamed.stream(), Stream.of("aws_" + module + "_" + resource, "aws_" + resource))
        .filter(types::has)
        .findFirst()
        .map(
            type ->
                new ResourceType(
                    type,
                    new Block(types.getAsJsonObject(type).getAsJsonObject("block")),
                    RENAMED_INPUTS.getOrDefault(type, Map.of())))
        .orElseThrow(() -> new AssertionError("No Terraform type is known for " + token));
  }

  /**
   * A resource type of Terraform.
   *
   * @param renamed input of Pulumi to attribute of Terraform, where a rule does not tell
   */
  record ResourceType(String name, Block block, Map<String, String> renamed) {}

  /** Attributes and nested blocks of a resource, or of a block in it. */
  static final class Block {

    private final JsonObject attributes;
    private final JsonObject blocks;
    private final Map<String, String> byInput = new LinkedHashMap<>();

    private Block(JsonObject schema) {
      attributes = member(schema, "attributes");
      blocks = member(schema, "block_types");
      Stream.concat(attributes.keySet().stream(), blocks.keySet().stream())
          .forEach(name -> spellings(name).forEach(input -> byInput.putIfAbsent(input, name)));
    }

    /** The name in Terraform of an input. */
    Optional<String> nameOf(String input) {
      return Optional.ofNullable(byInput.get(input));
    }

    /** The block of a name, if it is one and not an attribute. */
    Optional<Block> block(String name) {
      return Optional.ofNullable(blocks.getAsJsonObject(name))
          .map(nested -> new Block(Objects.requireNonNull(nested.getAsJsonObject("block"))));
    }

    /** The type of an attribute as Terraform writes it: a word, or an array of nested types. */
    JsonElement typeOf(String attribute) {
      return attributes.getAsJsonObject(attribute).get("type");
    }

    private static JsonObject member(JsonObject schema, String name) {
      return schema.has(name) ? schema.getAsJsonObject(name) : new JsonObject();
    }
  }

  /** How Pulumi may call an attribute: in camel case, several of it in the plural. */
  static Stream<String> spellings(String name) {
    String camel = Pattern.compile("_(.)").matcher(name).replaceAll(it -> upper(it.group(1)));
    Stream<String> plurals = Stream.of(camel, camel + "s", camel + "es");
    return camel.endsWith("y")
        ? Stream.concat(plurals, Stream.of(camel.substring(0, camel.length() - 1) + "ies"))
        : plurals;
  }

  private static String snake(String camel) {
    return camel.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String upper(String letter) {
    return letter.toUpperCase(Locale.ROOT);
  }
}
