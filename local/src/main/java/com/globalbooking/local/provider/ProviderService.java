package com.globalbooking.local.provider;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyCodec;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.ProviderFunctions;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;

/**
 * The AWS provider of one local Region, as the Pulumi CLI sees it. Several provider instances of
 * several stacks may talk to it at once, and it does not tell them apart: it keeps nothing of a
 * connection. What it does not override answers UNIMPLEMENTED.
 */
final class ProviderService extends ResourceProviderGrpc.ResourceProviderImplBase {
  /** The version whose types the program is written with. */
  static final String VERSION = "6.83.0";

  private static final String REGION = "region";

  private final RegionName region;
  private final ProviderFunctions functions;
  private final ResourceLife life;

  ProviderService(RegionName region, ProviderFunctions functions, ResourceLife life) {
    this.region = region;
    this.functions = functions;
    this.life = life;
  }

  /** Accepts no secrets: then the engine sends plain values and marks them again by itself. */
  @Override
  public void handshake(
      ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> answer) {
    answer(
        answer,
        () ->
            ProviderHandshakeResponse.newBuilder()
                .setAcceptSecrets(false)
                .setAcceptResources(false)
                .setAcceptOutputs(false)
                .build());
  }

  @Override
  public void attach(PluginAttach request, StreamObserver<Empty> answer) {
    answer(answer, Empty::getDefaultInstance);
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> answer) {
    answer(answer, () -> PluginInfo.newBuilder().setVersion(VERSION).build());
  }

  @Override
  public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> answer) {
    answer(
        answer,
        () ->
            GetSchemaResponse.newBuilder()
                .setSchema("{\"name\":\"aws\",\"version\":\"%s\"}".formatted(VERSION))
                .build());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> answer) {
    answer(
        answer,
        () -> {
          Struct given = PlainProperties.of(request.getNews());
          var response = CheckResponse.newBuilder().setInputs(given);
          otherRegion(given)
              .ifPresent(
                  sentence ->
                      response.addFailures(
                          CheckFailure.newBuilder().setProperty(REGION).setReason(sentence)));
          return response.build();
        });
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> answer) {
    answer(
        answer,
        () ->
            InputDiff.between(
                PlainProperties.of(
                    request.hasOldInputs() ? request.getOldInputs() : request.getOlds()),
                PlainProperties.of(request.getNews()),
                Set.of(REGION),
                request.getIgnoreChangesList()));
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> answer) {
    answer(
        answer,
        () -> {
          Optional<String> refusal = otherRegion(PlainProperties.of(request.getArgs()));
          if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
          }
          return ConfigureResponse.newBuilder()
              .setSupportsPreview(true)
              .setAcceptSecrets(false)
              .setAcceptResources(false)
              .setAcceptOutputs(false)
              .build();
        });
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> answer) {
    answer(
        answer,
        () -> {
          Inputs arguments =
              new Inputs(PropertyCodec.decode(PlainProperties.of(request.getArgs())));
          Fields result =
              functions
                  .invoke(request.getTok(), arguments)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "local Regions have no function '" + request.getTok() + "'"));
          return InvokeResponse.newBuilder().setReturn(PropertyCodec.encode(result)).build();
        });
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> answer) {
    answer(answer, () -> life.check(request));
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> answer) {
    answer(answer, () -> life.diff(request));
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> answer) {
    answer(answer, () -> life.create(request));
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> answer) {
    answer(answer, () -> life.read(request));
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> answer) {
    answer(answer, () -> life.update(request));
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> answer) {
    answer(
        answer,
        () -> {
          life.delete(request);
          return Empty.getDefaultInstance();
        });
  }

  /** Comes at the end of every command of the CLI, while others may be under way: ends nothing. */
  @Override
  public void cancel(Empty request, StreamObserver<Empty> answer) {
    answer(answer, Empty::getDefaultInstance);
  }

  private Optional<String> otherRegion(Struct configuration) {
    Value given = configuration.getFieldsOrDefault(REGION, Value.getDefaultInstance());
    if (UnknownValues.isOne(given) || given.getStringValue().equals(region.value())) {
      return Optional.empty();
    }
    return Optional.of(
        "this is the provider of %s, not of %s; attach to the port of the stack's own Region"
            .formatted(
                region,
                given.getStringValue().isEmpty() ? "no Region at all" : given.getStringValue()));
  }

  private static <T> void answer(StreamObserver<T> observer, Callable<T> work) {
    T result;
    try {
      result = work.call();
    } catch (NotReadyException incomplete) {
      observer.onError(incomplete.status());
      return;
    } catch (Exception failure) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      observer.onError(
          status(failure).withDescription(Sentences.of(failure)).withCause(failure).asException());
      return;
    }
    observer.onNext(result);
    observer.onCompleted();
  }

  private static Status status(Exception failure) {
    return switch (failure) {
      case IllegalArgumentException refused -> Status.INVALID_ARGUMENT;
      case UnsupportedOperationException notHere -> Status.FAILED_PRECONDITION;
      case InterruptedException stopping -> Status.ABORTED;
      default -> Status.INTERNAL;
    };
  }
}
