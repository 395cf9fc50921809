package com.globalbooking.stack.engine;

import com.globalbooking.contract.Function;
import com.google.protobuf.Struct;
import com.pulumi.core.internal.Urn;
import com.pulumi.resources.Resource;
import com.pulumi.test.EmptyMocks;
import com.pulumi.test.internal.MockMonitor;
import com.pulumi.test.internal.PulumiTestInternal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;

/**
 * Answers the program as an engine on AWS would and keeps what it asked for. In a preview it
 * answers, as Pulumi does, with the inputs and nothing that only AWS knows.
 */
final class RecordingMonitor extends MockMonitor {

  private final StackRun run;
  private final List<Registered> registered = new CopyOnWriteArrayList<>();

  private final String pins;
  private final Optional<Map.Entry<Function, String>> answer;

  /**
   * @param pins versions that people hold functions at, as JSON
   * @param answer what one function answers invocations of the deployment, if not what it should
   */
  RecordingMonitor(StackRun run, String pins, Optional<Map.Entry<Function, String>> answer) {
    super(new EmptyMocks(), PulumiTestInternal.mockLog());
    this.run = run;
    this.pins = pins;
    this.answer = answer;
  }

  List<Registered> registered() {
    return List.copyOf(registered);
  }

  @Override
  public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
      Resource resource, RegisterResourceRequest request) {
    resources.add(resource);
    String urn = urn(request.getParent(), request.getType(), request.getName());
    registered.add(
        new Registered(
            request.getType(),
            request.getName(),
            urn,
            request.getParent(),
            request.getProvider(),
            request.getProtect(),
            request.getIgnoreChangesList().stream().sorted().toList(),
            request.getRetainOnDelete(),
            request.getDependenciesList().stream().sorted().toList(),
            StructJson.json(request.getObject())));
    Struct state =
        run.preview()
            ? request.getObject()
            : answered(
                request.getName(),
                FakeAws.create(
                    run.region(), request.getType(), request.getName(), request.getObject()));
    return CompletableFuture.completedFuture(
        RegisterResourceResponse.newBuilder()
            .setUrn(urn)
            .setId(run.preview() || !request.getCustom() ? "" : request.getName() + "-id")
            .setObject(state)
            .build());
  }

  private Struct answered(String name, Struct state) {
    return answer
        .filter(it -> name.equals("functions-" + it.getKey().id() + "-live-smoke"))
        .map(it -> state.toBuilder().putFields("result", FakeAws.value(it.getValue())).build())
        .orElse(state);
  }

  /** The one thing that the program reads is the primary stack. */
  @Override
  public CompletableFuture<ReadResourceResponse> readResourceAsync(
      Resource resource, ReadResourceRequest request) {
    resources.add(resource);
    String urn = urn(request.getParent(), request.getType(), request.getName());
    registered.add(
        new Registered(
            request.getType(),
            request.getName(),
            urn,
            request.getParent(),
            request.getProvider(),
            false,
            List.of(),
            false,
            request.getDependenciesList().stream().sorted().toList(),
            StructJson.json(request.getProperties())));
    Struct properties =
        request.getProperties().toBuilder()
            .putFields("outputs", run.outputsOfPrimary())
            .putFields("secretOutputNames", StackRun.none())
            .build();
    return CompletableFuture.completedFuture(
        ReadResourceResponse.newBuilder().setUrn(urn).setProperties(properties).build());
  }

  @Override
  public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
    Struct answer =
        switch (request.getTok()) {
          case "aws:index/getCallerIdentity:getCallerIdentity" -> FakeAws.callerIdentity();
          case "aws:index/getAvailabilityZones:getAvailabilityZones" -> FakeAws.zones(run.region());
          case "aws:dynamodb/getTable:getTable" -> FakeAws.table(run.region(), request.getArgs());
          case "aws:ssm/getParameter:getParameter" -> FakeAws.parameter(request.getArgs(), pins);
          case "aws:servicequotas/getServiceQuota:getServiceQuota" ->
              FakeAws.quota(run.concurrencyQuota());
          case "aws:route53/getZone:getZone" -> FakeAws.zone(run.zone(), request.getArgs());
          default ->
              throw new IllegalArgumentException(
                  "The test engine cannot answer " + request.getTok());
        };
    return CompletableFuture.completedFuture(
        ResourceInvokeResponse.newBuilder().setReturn(answer).build());
  }

  private String urn(String parent, String type, String name) {
    Optional<String> above = Optional.of(parent).filter(urn -> !urn.isEmpty());
    return Urn.create(run.stackName(), StackRun.PROJECT, above, type, name);
  }
}
