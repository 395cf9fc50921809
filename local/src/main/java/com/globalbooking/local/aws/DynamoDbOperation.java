package com.globalbooking.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.RegionName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Which permissions a DynamoDB operation needs, after AWS's service authorization reference.
 *
 * @param name for example {@code TransactWriteItems}
 */
record DynamoDbOperation(String name) {
  private static final String LEADING_KEYS = "dynamodb:LeadingKeys";
  private static final String TARGET = "DynamoDB_20120810.";

  /** The members of a transaction and the action that each is authorised as. */
  private static final Map<String, String> PARTS =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  private static final Set<String> TRANSACTIONS = Set.of("TransactWriteItems", "TransactGetItems");
  private static final Set<String> BATCHES = Set.of("BatchGetItem", "BatchWriteItem");
  private static final Set<String> WITHOUT_TABLE =
      Set.of("ListTables", "DescribeLimits", "DescribeEndpoints");
  private static final Set<String> UNSUPPORTED =
      Set.of("ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction");

  /** The operation that an {@code X-Amz-Target} header names. */
  static DynamoDbOperation of(String target) throws AwsFault {
    String name = target.startsWith(TARGET) ? target.substring(TARGET.length()) : "";
    if (name.isEmpty() || UNSUPPORTED.contains(name)) {
      throw new AwsFault(
          400, "UnknownOperationException", "Local Regions have no operation '" + target + "'.");
    }
    return new DynamoDbOperation(name);
  }

  /**
   * All permissions that this operation needs with this request.
   *
   * @param hashKeys name of a table to that of its partition key
   */
  List<Permission> permissions(
      JsonNode request, RegionName region, String accountId, UnaryOperator<String> hashKeys)
      throws AwsFault {
    var tables = new Tables("arn:aws:dynamodb:%s:%s:".formatted(region, accountId), hashKeys);
    if (TRANSACTIONS.contains(name)) {
      return transaction(request, tables);
    }
    if (BATCHES.contains(name)) {
      Set<String> names = new LinkedHashSet<>();
      request.path("RequestItems").fieldNames().forEachRemaining(names::add);
      return names.stream().map(table -> permission(name, tables.arn(table))).toList();
    }
    if (WITHOUT_TABLE.contains(name)) {
      return List.of(permission(name, "*"));
    }
    String table = tables.arn(tableName(request));
    Set<String> leading = tables.leadingKeys(request);
    if (!leading.isEmpty()) {
      return List.of(permission(name, table).with(LEADING_KEYS, leading));
    }
    JsonNode index = request.path("IndexName");
    return List.of(
        permission(name, index.isTextual() ? table + "/index/" + index.asText() : table));
  }

  private static List<Permission> transaction(JsonNode request, Tables tables) throws AwsFault {
    Set<Permission> permissions = new LinkedHashSet<>();
    for (JsonNode item : request.path("TransactItems")) {
      for (var part : item.properties()) {
        String action = PARTS.get(part.getKey());
        if (action == null) {
          throw invalid("'" + part.getKey() + "' is no part of a transaction");
        }
        Permission asked = permission(action, tables.arn(tableName(part.getValue())));
        Set<String> leading = tables.leadingKeys(part.getValue());
        permissions.add(leading.isEmpty() ? asked : asked.with(LEADING_KEYS, leading));
      }
    }
    return List.copyOf(permissions);
  }

  private static String tableName(JsonNode request) throws AwsFault {
    JsonNode name = request.path("TableName");
    if (!name.isTextual()) {
      throw invalid("the request names no table");
    }
    return name.asText();
  }

  private static Permission permission(String operation, String resourceArn) {
    return new Permission("dynamodb:" + operation, resourceArn);
  }

  private static AwsFault invalid(String message) {
    return new AwsFault(400, "ValidationException", message);
  }

  /** The ARNs and keys of the tables of one Region and account. */
  private record Tables(String prefix, UnaryOperator<String> hashKeys) {
    /** The partition keys that a request names: those of operations on one item are read. */
    Set<String> leadingKeys(JsonNode request) throws AwsFault {
      String table = tableName(request);
      String hashKey = hashKeys.apply(table.substring(table.lastIndexOf('/') + 1));
      JsonNode item = request.has("Key") ? request.path("Key") : request.path("Item");
      JsonNode value = item.path(hashKey);
      return value.size() == 1 ? Set.of(value.elements().next().asText()) : Set.of();
    }

    /** A table may be named by its ARN, too. */
    String arn(String table) {
      return table.startsWith("arn:") ? table : prefix + "table/" + table;
    }
  }
}
