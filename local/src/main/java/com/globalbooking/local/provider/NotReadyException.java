package com.globalbooking.local.provider;

import com.globalbooking.local.engine.IncompleteResourceException;
import com.globalbooking.local.provider.KeptResources.Kept;
import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusException;
import io.grpc.protobuf.StatusProto;
import java.util.Objects;
import pulumirpc.Provider.ErrorResourceInitFailed;

/**
 * There is a resource that must be kept, and it is not as it should be: as the protocol says so.
 */
final class NotReadyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient StatusException status;

  NotReadyException(Kept resource, IncompleteResourceException cause) {
    super(Sentences.of(cause), cause);
    var detail =
        ErrorResourceInitFailed.newBuilder()
            .setId(resource.id())
            .setProperties(resource.outputs())
            .setInputs(resource.inputs())
            .addReasons(Sentences.of(cause))
            .build();
    this.status =
        StatusProto.toStatusException(
            Status.newBuilder()
                .setCode(Code.UNKNOWN_VALUE)
                .setMessage(Sentences.of(cause))
                .addDetails(Any.pack(detail))
                .build());
  }

  StatusException status() {
    return Objects.requireNonNull(status);
  }
}
