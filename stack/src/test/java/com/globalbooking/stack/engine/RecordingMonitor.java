package com.globalbooking.stack.engine;

import com.google.protobuf.Struct;
import com.pulumi.core.internal.Urn;
import com.pulumi.resources.Resource;
import com.pulumi.test.EmptyMocks;
import com.pulumi.test.internal.MockMonitor;
import com.pulumi.test.internal.PulumiTestInternal;
import java.util.List;
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

  RecordingMonitor(StackRun run) {
    super(new EmptyMocks(), PulumiTestInternal.mockLog());
    this.run = run;
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
            request.getDependenciesList().stream().sorted().toList(),
            StructJson.json(request.getObject())));
    Struct state =
        run.preview()
            ? request.getObject()
            : FakeAws.create(
                run.region(), request.getType(), request.getName(), request.getObject());
    return CompletableFuture.completedFuture(
        RegisterResourceResponse.newBuilder()
            .setUrn(urn)
            .setId(run.preview() || !request.getCustom() ? "" : request.getName() + "-id")
            .setObject(state)
            .build());
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
            request.getDependenciesList().stream().sorted().toList(),
            StructJson.json(request.getProperties())));
    Struct properties =
        request.getProperties().toBuilder()
            .putFields("outputs", run.primaryOutputs())
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
