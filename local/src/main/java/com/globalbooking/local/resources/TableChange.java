package com.globalbooking.local.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Brings one Region's table to what is wanted of it, a step after the other as AWS asks for. */
record TableChange(DynamoDbClient client, String name) {

  /**
   * @throws IllegalArgumentException with DynamoDB's sentence, when a step is refused
   */
  static void apply(
      DynamoDbClient client,
      CreateTableRequest wanted,
      Optional<TimeToLiveSpecification> timeToLive) {
    var change = new TableChange(client, wanted.tableName());
    try {
      change.streams(wanted);
      change.indexes(wanted);
      change.timeToLive(timeToLive);
    } catch (DynamoDbException refused) {
      throw new IllegalArgumentException("DynamoDB refused: " + refused.getMessage(), refused);
    }
  }

  private TableDescription table() {
    return client.describeTable(request -> request.tableName(name)).table();
  }

  private void streams(CreateTableRequest wanted) {
    boolean has =
        table().streamSpecification() != null && table().streamSpecification().streamEnabled();
    boolean wants =
        wanted.streamSpecification() != null && wanted.streamSpecification().streamEnabled();
    if (has != wants) {
      client.updateTable(
          update ->
              update
                  .tableName(name)
                  .streamSpecification(
                      stream -> {
                        stream.streamEnabled(wants);
                        if (wants) {
                          stream.streamViewType(wanted.streamSpecification().streamViewType());
                        }
                      }));
    } else if (has
        && table().streamSpecification().streamViewType()
            != wanted.streamSpecification().streamViewType()) {
      throw new IllegalArgumentException(
          "'streamViewType' cannot be changed: switch the stream off in one run and on in the next");
    }
  }

  private void indexes(CreateTableRequest wanted) {
    Set<String> before =
        table().globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndexDescription::indexName)
            .collect(Collectors.toSet());
    Map<String, GlobalSecondaryIndex> after =
        wanted.globalSecondaryIndexes().stream()
            .collect(Collectors.toMap(GlobalSecondaryIndex::indexName, Function.identity()));
    for (String gone : before) {
      if (!after.containsKey(gone)) {
        update(wanted, GlobalSecondaryIndexUpdate.builder().delete(it -> it.indexName(gone)));
      }
    }
    after.forEach(
        (index, definition) -> {
          if (!before.contains(index)) {
            update(
                wanted,
                GlobalSecondaryIndexUpdate.builder()
                    .create(
                        it ->
                            it.indexName(index)
                                .keySchema(definition.keySchema())
                                .projection(definition.projection())));
          }
        });
  }

  private void update(CreateTableRequest wanted, GlobalSecondaryIndexUpdate.Builder index) {
    client.updateTable(
        update ->
            update
                .tableName(name)
                .attributeDefinitions(wanted.attributeDefinitions())
                .globalSecondaryIndexUpdates(List.of(index.build())));
  }

  private void timeToLive(Optional<TimeToLiveSpecification> wanted) {
    TimeToLiveDescription has =
        client.describeTimeToLive(it -> it.tableName(name)).timeToLiveDescription();
    boolean on =
        has.timeToLiveStatus() == TimeToLiveStatus.ENABLED
            || has.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
    if (on && wanted.filter(it -> it.attributeName().equals(has.attributeName())).isEmpty()) {
      set(TimeToLiveSpecification.builder().attributeName(has.attributeName()).enabled(false));
      on = false;
    }
    if (!on && wanted.isPresent()) {
      set(wanted.get().toBuilder());
    }
  }

  private void set(TimeToLiveSpecification.Builder specification) {
    client.updateTimeToLive(
        it -> it.tableName(name).timeToLiveSpecification(specification.build()));
  }
}
