package com.globalbooking.eventpublisher.aws;

import com.globalbooking.contract.ControlTable;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.eventpublisher.DirectoryUnavailableException;
import com.globalbooking.eventpublisher.PmsDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** The directory in the control table: an item {@code property#<id>} with the attribute pms. */
public final class DynamoDbPmsDirectory implements PmsDirectory {
  private static final int KEYS_PER_REQUEST = 100;
  private static final int ROUNDS = 5;

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbPmsDirectory(DynamoDbClient client, String controlTable) {
    this.client = client;
    this.table = controlTable;
  }

  @Override
  public Map<PropertyId, String> connections(Set<PropertyId> properties) {
    List<PropertyId> all = new ArrayList<>(properties);
    Map<PropertyId, String> found = new HashMap<>();
    for (int from = 0; from < all.size(); from += KEYS_PER_REQUEST) {
      read(all.subList(from, Math.min(from + KEYS_PER_REQUEST, all.size())), found);
    }
    return found;
  }

  private void read(List<PropertyId> properties, Map<PropertyId, String> found) {
    Map<String, KeysAndAttributes> asked =
        Map.of(
            table,
            KeysAndAttributes.builder()
                .keys(properties.stream().map(DynamoDbPmsDirectory::key).toList())
                .consistentRead(true)
                .build());
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, KeysAndAttributes> now = asked;
      BatchGetItemResponse answer;
      try {
        answer = client.batchGetItem(request -> request.requestItems(now));
      } catch (SdkException e) {
        throw new DirectoryUnavailableException("The control table did not answer", e);
      }
      for (Map<String, AttributeValue> item : answer.responses().getOrDefault(table, List.of())) {
        AttributeValue pms = item.get(ControlTable.PMS);
        AttributeValue name = item.get(ControlTable.NAME);
        if (pms != null && name != null) {
          found.put(new PropertyId(name.s().substring(ControlTable.PROPERTY.length())), pms.s());
        }
      }
      asked = answer.unprocessedKeys();
      if (asked.isEmpty()) {
        return;
      }
    }
    throw new DirectoryUnavailableException(
        "The control table left keys unread " + ROUNDS + " times");
  }

  private static Map<String, AttributeValue> key(PropertyId property) {
    return Map.of(
        ControlTable.NAME, AttributeValue.fromS(ControlTable.PROPERTY + property.value()));
  }
}
