package com.globalbooking.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.contract.ControlTable;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.RecordedResource;
import com.globalbooking.local.engine.RunResult;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.functions.FunctionStatus;
import com.globalbooking.local.messaging.RegionMessaging;
import com.globalbooking.local.resources.Operations;
import com.globalbooking.local.resources.Stores;
import com.globalbooking.local.sources.EventSourceMappings;
import com.globalbooking.local.sources.MappingStatus;
import com.globalbooking.local.workflow.Execution;
import com.globalbooking.local.workflow.StateMachines;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One Region with its stack deployed.
 *
 * @param engine holds the Region's data
 * @param functions run the Region's functions
 * @param messaging the Region's queues, topics and event buses
 * @param sources what feeds the functions from streams and queues
 * @param deployment what the program registered and exported
 * @param stores cache, database and secrets, to be looked into, killed and started again
 * @param operations workflows, schedules and alarms
 * @param apiEndpoint base URL of the Region's API on this machine, where its own name leads to
 */
public record LocalRegion(
    RegionName name,
    DynamoDbEngine engine,
    FunctionHost functions,
    RegionMessaging messaging,
    EventSourceMappings sources,
    RunResult deployment,
    Stores stores,
    Operations operations,
    URI apiEndpoint) {

  /** The stack's outputs, named as in {@link StackOutput}; secrets are masked. */
  public Map<String, @Nullable Object> outputs() {
    return deployment.outputs().plainMap();
  }

  /** {@code primary} or {@code replica}. */
  public String role() {
    return output(StackOutput.ROLE);
  }

  /**
   * Tells the Region which PMS a property has, in its control table.
   *
   * @param pms name of the connection
   */
  public void connect(String propertyId, String pms) {
    engine
        .client()
        .updateItem(
            update ->
                update
                    .tableName(output(StackOutput.CONTROL_TABLE_NAME))
                    .key(
                        Map.of(
                            ControlTable.NAME,
                            AttributeValue.fromS(ControlTable.PROPERTY + propertyId)))
                    .updateExpression("SET #pms = :pms")
                    .expressionAttributeNames(Map.of("#pms", ControlTable.PMS))
                    .expressionAttributeValues(Map.of(":pms", AttributeValue.fromS(pms))));
  }

  /**
   * Starts an execution of the state machine that audits and repairs.
   *
   * @throws IllegalStateException when it cannot be started
   */
  public Execution startReconciliation() {
    String arn = output(StackOutput.RECONCILIATION_STATE_MACHINE_ARN);
    return switch (operations.stateMachines().start(arn, JsonNodeFactory.instance.objectNode())) {
      case StateMachines.Start.Started(Execution execution) -> execution;
      case StateMachines.Start.NoSuchMachine(), StateMachines.Start.NameTaken() ->
          throw new IllegalStateException("There is no state machine " + arn);
    };
  }

  /** Puts the keys that calls to PMS are signed with into the stack's secret. */
  void putPmsKeys(String keys) {
    stores.secrets().put(output(StackOutput.PMS_SECRET_ARN), keys);
  }

  /** Resources of types that have no local counterpart. */
  public List<RecordedResource> unknownResources() {
    return deployment.unknown();
  }

  /** What each function is doing. */
  public List<FunctionStatus> functionStatus() {
    return functions.status();
  }

  /** How far the event source mappings are. */
  public List<MappingStatus> mappingStatus() {
    return sources.status();
  }

  /**
   * Where a function's instances log to.
   *
   * @param function its name or the end of it, such as {@code booking-handler}
   * @throws IllegalArgumentException when there is no such function
   */
  public Path logFile(String function) {
    return functions.logFile(deployedName(function));
  }

  /**
   * Ends all instances of a function at once, those at work too.
   *
   * @param function its name or the end of it, such as {@code booking-handler}
   * @return how many there were
   * @throws IllegalArgumentException when there is no such function
   */
  public int crash(String function) {
    return functions.crash(deployedName(function));
  }

  private String deployedName(String function) {
    List<String> names = functions.status().stream().map(FunctionStatus::name).toList();
    return names.stream()
        .filter(name -> name.equals(function) || name.endsWith("-" + function))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no function '%s' here; there are %s.".formatted(function, names)));
  }

  private String output(String name) {
    return new Inputs(deployment.outputs()).string(name);
  }
}
