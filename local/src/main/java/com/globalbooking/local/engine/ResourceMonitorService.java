package com.globalbooking.local.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.PropertyValue.Secret;
import com.globalbooking.local.engine.PropertyValue.Unknown;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.DeploymentInfo;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc;

/**
 * The service that a program registers its resources with. What it does not override (transforms,
 * hooks, parameterized packages) answers UNIMPLEMENTED, and the program fails saying so.
 */
final class ResourceMonitorService extends ResourceMonitorGrpc.ResourceMonitorImplBase {
  private static final String STACK = "pulumi:pulumi:Stack";
  private static final String STACK_REFERENCE = "pulumi:pulumi:StackReference";

  /** Those of Pulumi's features that programs ask about and this engine has. */
  private static final Set<String> FEATURES = Set.of("secrets", "resourceReferences", "aliasSpecs");

  private final Deployment deployment;
  private final ResourceProvider provider;
  private final RunRecord record;

  ResourceMonitorService(Deployment deployment, ResourceProvider provider, RunRecord record) {
    this.deployment = deployment;
    this.provider = provider;
    this.record = record;
  }

  @Override
  public void getDeploymentInfo(Empty request, StreamObserver<DeploymentInfo> answer) {
    answer(answer, DeploymentInfo::getDefaultInstance);
  }

  @Override
  public void supportsFeature(
      SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> answer) {
    answer(
        answer,
        () ->
            SupportsFeatureResponse.newBuilder()
                .setHasSupport(FEATURES.contains(request.getId()))
                .build());
  }

  @Override
  public void registerResource(
      RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> answer) {
    answer(answer, () -> register(request));
  }

  @Override
  public void registerResourceOutputs(
      RegisterResourceOutputsRequest request, StreamObserver<Empty> answer) {
    answer(
        answer,
        () -> {
          record.outputs(request.getUrn(), PropertyCodec.decode(request.getOutputs()));
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void readResource(
      ReadResourceRequest request, StreamObserver<ReadResourceResponse> answer) {
    answer(answer, () -> read(request));
  }

  @Override
  public void invoke(ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> answer) {
    answer(
        answer,
        () -> {
          var arguments = new Inputs(PropertyCodec.decode(request.getArgs()));
          Fields result =
              provider
                  .functions()
                  .invoke(request.getTok(), arguments)
                  .orElseThrow(() -> noSuchFunction(request.getTok()));
          return ResourceInvokeResponse.newBuilder()
              .setReturn(PropertyCodec.encode(result))
              .build();
        });
  }

  @Override
  public void call(ResourceCallRequest request, StreamObserver<CallResponse> answer) {
    answer(
        answer,
        () -> {
          throw noSuchFunction(request.getTok());
        });
  }

  @Override
  public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> answer) {
    answer(answer, Empty::getDefaultInstance);
  }

  private RegisterResourceResponse register(RegisterResourceRequest request)
      throws InterruptedException {
    String type = request.getType();
    String name = request.getName();
    String urn = Urns.of(deployment, request.getParent(), type, name);
    Fields inputs = PropertyCodec.decode(request.getObject());
    ResourceHandler handler = provider.handlers().get(type);
    Treatment treatment = treatment(request, handler);
    record.claim(new RecordedResource(type, name, urn, "", treatment));
    if (type.equals(STACK)) {
      record.root(urn);
    }
    var response = RegisterResourceResponse.newBuilder().setUrn(urn);
    if (treatment == Treatment.COMPONENT) {
      return response.setObject(request.getObject()).build();
    }
    String id = "";
    Fields outputs = inputs;
    var resource = new Resource(type, name, urn, new Inputs(inputs));
    if (deployment.dryRun()) {
      outputs = handler == null ? inputs : inputs.with(handler.preview(resource));
    } else if (handler == null) {
      id = "unknown-" + UUID.nameUUIDFromBytes(urn.getBytes(UTF_8));
    } else {
      ResourceHandler.Created created = create(handler, resource);
      id = created.id();
      outputs = inputs.with(created.computed());
    }
    record.made(new RecordedResource(type, name, urn, id, treatment));
    return response
        .setId(id)
        .setObject(hide(outputs, request.getAdditionalSecretOutputsList()))
        .build();
  }

  private static ResourceHandler.Created create(ResourceHandler handler, Resource resource)
      throws InterruptedException {
    try {
      return handler.create(resource);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s '%s': %s".formatted(resource.type(), resource.name(), e.getMessage()), e);
    }
  }

  private static Treatment treatment(
      RegisterResourceRequest request, @Nullable ResourceHandler handler) {
    if (!request.getCustom() && !request.getRemote()) {
      return Treatment.COMPONENT;
    }
    return handler == null ? Treatment.UNKNOWN : handler.treatment();
  }

  private ReadResourceResponse read(ReadResourceRequest request) {
    String urn = Urns.of(deployment, request.getParent(), request.getType(), request.getName());
    boolean reference = request.getType().equals(STACK_REFERENCE);
    record.claim(
        new RecordedResource(
            request.getType(),
            request.getName(),
            urn,
            request.getId(),
            reference ? Treatment.INERT : Treatment.UNKNOWN));
    Fields state =
        reference ? stackReference(request.getId()) : PropertyCodec.decode(request.getProperties());
    return ReadResourceResponse.newBuilder()
        .setUrn(urn)
        .setProperties(PropertyCodec.encode(state))
        .build();
  }

  /** In a dry run a stack that is not there yet is foreseeable: its outputs are unknown. */
  private Fields stackReference(String stack) {
    PropertyValue outputs =
        provider
            .stacks()
            .of(stack)
            .map(PropertyValue.class::cast)
            .orElseGet(
                () -> {
                  if (deployment.dryRun()) {
                    return new Unknown();
                  }
                  throw new IllegalArgumentException(
                      "There is no deployed stack '" + stack + "' to take outputs from");
                });
    Map<String, PropertyValue> state = new LinkedHashMap<>();
    state.put("name", PropertyValue.of(stack));
    state.put("outputs", outputs);
    state.put("secretOutputNames", PropertyValue.of(secretNames(outputs)));
    return new Fields(state);
  }

  private static List<String> secretNames(PropertyValue outputs) {
    return outputs instanceof Fields fields
        ? fields.values().entrySet().stream()
            .filter(entry -> entry.getValue() instanceof Secret)
            .map(Map.Entry::getKey)
            .toList()
        : List.of();
  }

  private static Struct hide(Fields outputs, List<String> secretNames) {
    Map<String, PropertyValue> hidden = new LinkedHashMap<>(outputs.values());
    for (String name : secretNames) {
      hidden.computeIfPresent(
          name, (key, value) -> value instanceof Secret ? value : new Secret(value));
    }
    return PropertyCodec.encode(new Fields(hidden));
  }

  private static IllegalArgumentException noSuchFunction(String token) {
    return new IllegalArgumentException("Local Regions have no provider function '" + token + "'");
  }

  /** A failure goes to the program with its sentence; Pulumi prints it and fails the run. */
  private <T> void answer(StreamObserver<T> observer, Callable<T> work) {
    T result;
    try {
      result = work.call();
    } catch (IllegalArgumentException e) {
      fail(observer, Status.INVALID_ARGUMENT, e);
      return;
    } catch (Exception e) {
      fail(observer, Status.INTERNAL, e);
      return;
    }
    observer.onNext(result);
    observer.onCompleted();
  }

  private void fail(StreamObserver<?> observer, Status status, Exception cause) {
    String message = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    record.error(message);
    observer.onError(status.withDescription(message).withCause(cause).asRuntimeException());
  }
}
