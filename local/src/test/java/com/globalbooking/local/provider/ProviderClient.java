package com.globalbooking.local.provider;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/** Talks to a provider as the Pulumi CLI does. */
final class ProviderClient implements AutoCloseable {
  /** Stands for a value that is not known yet. */
  static final String UNKNOWN = Constants.UnknownValue;

  private final ManagedChannel channel;
  final ResourceProviderBlockingStub stub;

  ProviderClient(int port) {
    channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    stub = ResourceProviderGrpc.newBlockingStub(channel);
  }

  static String urn(String type, String name) {
    return "urn:pulumi:local-us-west-2::global-booking::a:b:C$%s::%s".formatted(type, name);
  }

  CheckResponse check(String urn, Struct olds, Struct news) {
    return stub.check(CheckRequest.newBuilder().setUrn(urn).setOlds(olds).setNews(news).build());
  }

  DiffResponse diff(String urn, Struct before, Struct now, String... ignored) {
    return stub.diff(
        DiffRequest.newBuilder()
            .setUrn(urn)
            .setOldInputs(before)
            .setNews(now)
            .addAllIgnoreChanges(List.of(ignored))
            .build());
  }

  CreateResponse create(String urn, Struct inputs) {
    return stub.create(CreateRequest.newBuilder().setUrn(urn).setProperties(inputs).build());
  }

  CreateResponse preview(String urn, Struct inputs) {
    return stub.create(
        CreateRequest.newBuilder().setUrn(urn).setProperties(inputs).setPreview(true).build());
  }

  ReadResponse read(String urn, String id) {
    return stub.read(ReadRequest.newBuilder().setUrn(urn).setId(id).build());
  }

  UpdateResponse update(
      String urn, String id, Struct outputs, Struct before, Struct now, boolean preview) {
    return stub.update(
        UpdateRequest.newBuilder()
            .setUrn(urn)
            .setId(id)
            .setOlds(outputs)
            .setOldInputs(before)
            .setNews(now)
            .setPreview(preview)
            .build());
  }

  void delete(String urn, String id) {
    var _ = stub.delete(DeleteRequest.newBuilder().setUrn(urn).setId(id).build());
  }

  static Struct struct(Map<String, ?> fields) {
    var struct = Struct.newBuilder();
    fields.forEach((name, value) -> struct.putFields(name, value(value)));
    return struct.build();
  }

  static Struct secret(Object value) {
    return struct(Map.of(Constants.SpecialSigKey, Constants.SpecialSecretSig, "value", value));
  }

  static Struct file(String path, String hash) {
    return struct(
        Map.of(Constants.SpecialSigKey, Constants.SpecialAssetSig, "path", path, "hash", hash));
  }

  private static Value value(@Nullable Object value) {
    var built = Value.newBuilder();
    return switch (value) {
      case null -> built.setNullValue(NullValue.NULL_VALUE).build();
      case String text -> built.setStringValue(text).build();
      case Boolean flag -> built.setBoolValue(flag).build();
      case Number number -> built.setNumberValue(number.doubleValue()).build();
      case Struct struct -> built.setStructValue(struct).build();
      case List<?> items -> {
        var list = ListValue.newBuilder();
        items.forEach(item -> list.addValues(value(item)));
        yield built.setListValue(list).build();
      }
      default -> throw new IllegalArgumentException("no property: " + value);
    };
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
