package com.globalbooking.local.engine;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;

/** The service that a program logs to. */
final class EngineLogService extends EngineGrpc.EngineImplBase {
  private final RunRecord record;
  private final Consumer<String> log;

  /**
   * @param log takes each line of the program's log
   */
  EngineLogService(RunRecord record, Consumer<String> log) {
    this.record = record;
    this.log = log;
  }

  @Override
  public void log(LogRequest request, StreamObserver<Empty> answer) {
    if (request.getSeverity() == LogSeverity.ERROR) {
      record.error(request.getMessage());
    }
    if (request.getSeverity() != LogSeverity.DEBUG) {
      log.accept(request.getSeverity() + " " + request.getMessage());
    }
    answer.onNext(Empty.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void getRootResource(
      GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> answer) {
    answer.onNext(GetRootResourceResponse.newBuilder().setUrn(record.root()).build());
    answer.onCompleted();
  }

  @Override
  public void setRootResource(
      SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> answer) {
    record.root(request.getUrn());
    answer.onNext(SetRootResourceResponse.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void requirePulumiVersion(
      RequirePulumiVersionRequest request, StreamObserver<RequirePulumiVersionResponse> answer) {
    answer.onNext(RequirePulumiVersionResponse.getDefaultInstance());
    answer.onCompleted();
  }
}
