package com.globalbooking.local;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.RecordedResource;
import com.globalbooking.local.engine.RunResult;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.functions.FunctionStatus;
import com.globalbooking.local.messaging.RegionMessaging;
import com.globalbooking.local.sources.EventSourceMappings;
import com.globalbooking.local.sources.MappingStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Region with its stack deployed.
 *
 * @param engine holds the Region's data
 * @param functions run the Region's functions
 * @param messaging the Region's queues, topics and event buses
 * @param sources what feeds the functions from streams and queues
 * @param deployment what the program registered and exported
 */
public record LocalRegion(
    RegionName name,
    DynamoDbEngine engine,
    FunctionHost functions,
    RegionMessaging messaging,
    EventSourceMappings sources,
    RunResult deployment) {

  /** The stack's outputs, named as in {@link StackOutput}; secrets are masked. */
  public Map<String, @Nullable Object> outputs() {
    return deployment.outputs().plainMap();
  }

  /** {@code primary} or {@code replica}. */
  public String role() {
    return output(StackOutput.ROLE);
  }

  /** Base URL of the Region's API. */
  public URI apiEndpoint() {
    return URI.create(output(StackOutput.API_ENDPOINT));
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
    List<String> names = functions.status().stream().map(FunctionStatus::name).toList();
    return names.stream()
        .filter(name -> name.equals(function) || name.endsWith("-" + function))
        .findFirst()
        .map(functions::logFile)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no function '%s' here; there are %s.".formatted(function, names)));
  }

  private String output(String name) {
    return new Inputs(deployment.outputs()).string(name);
  }
}
