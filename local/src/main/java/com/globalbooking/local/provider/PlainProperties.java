package com.globalbooking.local.provider;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;

/**
 * Properties without the marks that only engines need: secrets as their values, as the engine marks
 * them again by itself, and no nulls, which mean the same as absence. Assets and unknown values
 * stay as they came.
 */
final class PlainProperties {
  private PlainProperties() {}

  static Struct of(Struct properties) {
    var plain = Struct.newBuilder();
    properties
        .getFieldsMap()
        .forEach(
            (name, value) -> {
              Value exposed = of(value);
              if (!exposed.hasNullValue()) {
                plain.putFields(name, exposed);
              }
            });
    return plain.build();
  }

  /** Whether anything in it is not known yet. */
  static boolean hasUnknown(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> UnknownValues.isOne(value);
      case LIST_VALUE ->
          value.getListValue().getValuesList().stream().anyMatch(PlainProperties::hasUnknown);
      case STRUCT_VALUE -> hasUnknown(value.getStructValue());
      default -> false;
    };
  }

  /** As for a value. */
  static boolean hasUnknown(Struct properties) {
    return properties.getFieldsMap().values().stream().anyMatch(PlainProperties::hasUnknown);
  }

  private static Value of(Value value) {
    return switch (value.getKindCase()) {
      case STRUCT_VALUE -> ofObject(value.getStructValue());
      case LIST_VALUE -> {
        var items = ListValue.newBuilder();
        value.getListValue().getValuesList().forEach(item -> items.addValues(of(item)));
        yield Value.newBuilder().setListValue(items).build();
      }
      default -> value;
    };
  }

  private static Value ofObject(Struct object) {
    Value signature = object.getFieldsMap().get(Constants.SpecialSigKey);
    boolean wraps =
        signature != null
            && (signature.getStringValue().equals(Constants.SpecialSecretSig)
                || signature.getStringValue().equals(Constants.SpecialOutputSig));
    if (!wraps) {
      return Value.newBuilder().setStructValue(of(object)).build();
    }
    Value wrapped = object.getFieldsMap().get(Constants.SecretValueName);
    return wrapped == null ? UnknownValues.ONE : of(wrapped);
  }
}
