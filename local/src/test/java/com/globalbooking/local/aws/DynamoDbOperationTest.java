package com.globalbooking.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.RegionName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoDbOperationTest {
  private static final Map<String, String> HASH_KEYS = Map.of("r", "region");
  private static final String TABLES = "arn:aws:dynamodb:eu-west-1:123456789012:table/";

  @Test
  void aTransactionIsAuthorisedPartByPart() throws Exception {
    assertThat(
            permissions(
                "TransactWriteItems",
                """
                {"TransactItems":[{"Put":{"TableName":"b"}},{"ConditionCheck":{"TableName":"b"}},
                 {"Update":{"TableName":"i"}},{"Update":{"TableName":"i"}},
                 {"Delete":{"TableName":"i"}}]}
                """))
        .containsExactly(
            new Permission("dynamodb:PutItem", TABLES + "b"),
            new Permission("dynamodb:ConditionCheckItem", TABLES + "b"),
            new Permission("dynamodb:UpdateItem", TABLES + "i"),
            new Permission("dynamodb:DeleteItem", TABLES + "i"));
    assertThat(
            permissions(
                "TransactGetItems", "{\"TransactItems\":[{\"Get\":{\"TableName\":\"b\"}}]}"))
        .containsExactly(new Permission("dynamodb:GetItem", TABLES + "b"));
  }

  @Test
  void aBatchIsAuthorisedTableByTable() throws Exception {
    assertThat(permissions("BatchGetItem", "{\"RequestItems\":{\"a\":{},\"b\":{}}}"))
        .containsExactly(
            new Permission("dynamodb:BatchGetItem", TABLES + "a"),
            new Permission("dynamodb:BatchGetItem", TABLES + "b"));
  }

  @Test
  void anIndexIsAResourceOfItsOwn() throws Exception {
    assertThat(permissions("Query", "{\"TableName\":\"a\",\"IndexName\":\"x\"}"))
        .containsExactly(new Permission("dynamodb:Query", TABLES + "a/index/x"));
    assertThat(permissions("Query", "{\"TableName\":\"a\"}"))
        .containsExactly(new Permission("dynamodb:Query", TABLES + "a"));
  }

  @Test
  void aTableMayBeNamedByItsArn() throws Exception {
    assertThat(permissions("GetItem", "{\"TableName\":\"" + TABLES + "a\"}"))
        .containsExactly(new Permission("dynamodb:GetItem", TABLES + "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DynamoDB_20120810.ExecuteStatement", "DynamoDB_20120810.", "x", ""})
  void unknownOperationsAreRefused(String target) {
    assertThatThrownBy(() -> DynamoDbOperation.of(target))
        .isInstanceOfSatisfying(
            AwsFault.class, it -> assertThat(it.code()).isEqualTo("UnknownOperationException"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"TransactItems\":[{\"Odd\":{}}]}", "{\"TransactItems\":[{\"Put\":{}}]}"})
  void aTransactionThatCannotBeReadIsRefused(String request) {
    assertThatThrownBy(() -> permissions("TransactWriteItems", request))
        .isInstanceOf(AwsFault.class);
  }

  @Test
  void thePartitionKeyOfAnItemIsKnownToConditions() throws Exception {
    String item =
        "{\"TableName\":\"r\",\"%s\":{\"sort\":{\"S\":\"x\"},\"region\":{\"S\":\"eu-west-1\"}}}";
    for (String request : List.of(item.formatted("Key"), item.formatted("Item"))) {
      assertThat(permissions("UpdateItem", request))
          .containsExactly(
              new Permission("dynamodb:UpdateItem", TABLES + "r")
                  .with("dynamodb:LeadingKeys", Set.of("eu-west-1")));
    }
    assertThat(
            permissions(
                "TransactWriteItems",
                "{\"TransactItems\":[{\"Put\":%s}]}".formatted(item.formatted("Item"))))
        .extracting(Permission::context)
        .containsExactly(Map.of("dynamodb:LeadingKeys", Set.of("eu-west-1")));
  }

  private static List<Permission> permissions(String operation, String request) throws Exception {
    return DynamoDbOperation.of("DynamoDB_20120810." + operation)
        .permissions(
            new ObjectMapper().readTree(request),
            new RegionName("eu-west-1"),
            "123456789012",
            table -> HASH_KEYS.getOrDefault(table, ""));
  }
}
