package com.globalbooking.store;

import static com.globalbooking.store.MutantsIT.failedTestsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.RegionsTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Takes away, one at a time, what heartbeats rest on, and runs the very contract that the real
 * table keeps: the tests named here must fail.
 */
class HeartbeatMutantsIT {

  @Test
  void theRealStoreKeepsTheContract() {
    assertThat(failedTestsOf(DynamoDbHeartbeatsIT.class)).isEmpty();
  }

  @Test
  void withoutTheVersionAnUpdateIsLost() {
    assertThat(failedTestsOf(WithoutVersion.class))
        .contains(
            "theFirstHeartbeatIsWrittenOnce",
            "aWriterWhoReadBeforeAnotherWroteChangesNothing",
            "ofManyWhoFollowTheSameHeartbeatExactlyOneIsWritten");
  }

  @Test
  void putInsteadOfUpdatedTheItemLosesWhatItsOtherWriterSaid() {
    assertThat(failedTestsOf(PutInsteadOfUpdated.class))
        .contains(
            "whatAnotherWriterAddedToTheItemStays", "anItemThatAnotherWriterMadeIsFollowedToo");
  }

  /** Writes whatever version the item has. */
  @ExtendWith(DynamoDbLocal.class)
  static class WithoutVersion extends DynamoDbHeartbeatsIT {
    WithoutVersion(DynamoDbClient client) {
      super(client);
    }

    @Override
    DynamoDbClient calls(DynamoDbClient real) {
      return new Passing(real) {
        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
          Map<String, AttributeValue> values = new HashMap<>(request.expressionAttributeValues());
          values.remove(":seen");
          return real.updateItem(
              request.toBuilder()
                  .conditionExpression(null)
                  .expressionAttributeValues(values)
                  .build());
        }
      };
    }
  }

  /** Replaces the whole item, in the version that was read. */
  @ExtendWith(DynamoDbLocal.class)
  static class PutInsteadOfUpdated extends DynamoDbHeartbeatsIT {
    PutInsteadOfUpdated(DynamoDbClient client) {
      super(client);
    }

    @Override
    DynamoDbClient calls(DynamoDbClient real) {
      return new Passing(real) {
        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
          Map<String, AttributeValue> item = new HashMap<>(request.key());
          item.put(RegionsTable.AT, request.expressionAttributeValues().get(":at"));
          item.put(RegionsTable.HEARS, request.expressionAttributeValues().get(":hears"));
          item.put(RegionsTable.VERSION, request.expressionAttributeValues().get(":next"));
          real.putItem(
              put ->
                  put.tableName(request.tableName())
                      .item(item)
                      .conditionExpression(request.conditionExpression())
                      .expressionAttributeNames(Map.of("#version", RegionsTable.VERSION))
                      .expressionAttributeValues(
                          Map.of(":seen", request.expressionAttributeValues().get(":seen"))));
          return UpdateItemResponse.builder().build();
        }
      };
    }
  }

  /** Passes on what is read. */
  private abstract static class Passing implements DynamoDbClient {
    private final DynamoDbClient real;

    Passing(DynamoDbClient real) {
      this.real = real;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      return real.getItem(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      return real.batchGetItem(request);
    }

    @Override
    public String serviceName() {
      return real.serviceName();
    }

    @Override
    public void close() {
      // The engine's client serves other tests.
    }
  }
}
