package com.globalbooking.local.provider;

import com.globalbooking.local.engine.PropertyCodec;
import com.globalbooking.local.engine.PropertyValue.Unknown;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;

/** Values that only a real run will tell, as previews pass them about. */
final class UnknownValues {
  /** One to put where an output will be. */
  static final Value ONE = Value.newBuilder().setStringValue(Constants.UnknownValue).build();

  private UnknownValues() {}

  static boolean isOne(Value value) {
    return PropertyCodec.decode(value) instanceof Unknown;
  }
}
