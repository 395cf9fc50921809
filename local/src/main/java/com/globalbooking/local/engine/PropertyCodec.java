package com.globalbooking.local.engine;

import com.globalbooking.local.engine.PropertyValue.Asset;
import com.globalbooking.local.engine.PropertyValue.AssetSource;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.PropertyValue.Flag;
import com.globalbooking.local.engine.PropertyValue.Items;
import com.globalbooking.local.engine.PropertyValue.Nothing;
import com.globalbooking.local.engine.PropertyValue.Numeral;
import com.globalbooking.local.engine.PropertyValue.Reference;
import com.globalbooking.local.engine.PropertyValue.Secret;
import com.globalbooking.local.engine.PropertyValue.Text;
import com.globalbooking.local.engine.PropertyValue.Unknown;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Translates properties to and from the protocol's {@code Struct}. What JSON lacks travels as an
 * object that carries a signature, and an unknown value as one reserved string; the signatures are
 * taken from the SDK itself, so both sides agree by construction.
 */
final class PropertyCodec {
  private PropertyCodec() {}

  /** Reads a struct. */
  static Fields decode(Struct struct) {
    Map<String, PropertyValue> values = new LinkedHashMap<>();
    struct.getFieldsMap().forEach((key, value) -> values.put(key, decode(value)));
    return new Fields(values);
  }

  /** Writes a struct. */
  static Struct encode(Fields fields) {
    var struct = Struct.newBuilder();
    fields.values().forEach((key, value) -> struct.putFields(key, encode(value)));
    return struct.build();
  }

  static PropertyValue decode(Value value) {
    return switch (value.getKindCase()) {
      case NULL_VALUE, KIND_NOT_SET -> new Nothing();
      case BOOL_VALUE -> new Flag(value.getBoolValue());
      case NUMBER_VALUE -> new Numeral(value.getNumberValue());
      case STRING_VALUE ->
          value.getStringValue().equals(Constants.UnknownValue)
              ? new Unknown()
              : new Text(value.getStringValue());
      case LIST_VALUE ->
          new Items(
              value.getListValue().getValuesList().stream().map(PropertyCodec::decode).toList());
      case STRUCT_VALUE -> decodeObject(value.getStructValue());
    };
  }

  static Value encode(PropertyValue property) {
    return switch (property) {
      case Nothing nothing -> Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
      case Flag(boolean flag) -> Value.newBuilder().setBoolValue(flag).build();
      case Numeral(double number) -> Value.newBuilder().setNumberValue(number).build();
      case Text(String text) -> string(text);
      case Items items -> {
        var list = ListValue.newBuilder();
        items.values().forEach(item -> list.addValues(encode(item)));
        yield Value.newBuilder().setListValue(list).build();
      }
      case Fields fields -> Value.newBuilder().setStructValue(encode(fields)).build();
      case Secret(PropertyValue hidden) ->
          signed(Constants.SpecialSecretSig, Map.of(Constants.SecretValueName, encode(hidden)));
      case Unknown unknown -> string(Constants.UnknownValue);
      case Reference(String urn, @Nullable PropertyValue id) ->
          signed(
              Constants.SpecialResourceSig,
              id == null
                  ? Map.of(Constants.ResourceUrnName, string(urn))
                  : Map.of(
                      Constants.ResourceUrnName, string(urn),
                      Constants.ResourceIdName, encode(id)));
      case Asset(boolean archive, AssetSource source, String content) ->
          signed(
              archive ? Constants.SpecialArchiveSig : Constants.SpecialAssetSig,
              Map.of(source.name().toLowerCase(Locale.ROOT), string(content)));
    };
  }

  private static PropertyValue decodeObject(Struct struct) {
    Value signature = struct.getFieldsOrDefault(Constants.SpecialSigKey, string(""));
    return switch (signature.getStringValue()) {
      case "" -> decode(struct);
      case Constants.SpecialSecretSig ->
          new Secret(decode(required(struct, Constants.SecretValueName)));
      case Constants.SpecialAssetSig -> asset(false, struct);
      case Constants.SpecialArchiveSig -> asset(true, struct);
      case Constants.SpecialResourceSig -> reference(struct);
      case Constants.SpecialOutputSig -> output(struct);
      default ->
          throw new IllegalArgumentException(
              "A property carries the signature "
                  + signature.getStringValue()
                  + ", which local Regions do not know");
    };
  }

  private static Asset asset(boolean archive, Struct struct) {
    for (AssetSource source : AssetSource.values()) {
      Value content = struct.getFieldsMap().get(source.name().toLowerCase(Locale.ROOT));
      if (content != null) {
        return new Asset(archive, source, content.getStringValue());
      }
    }
    throw new IllegalArgumentException(
        "Local Regions take assets that are a path, a text or a URI; this one is none: "
            + struct.getFieldsMap().keySet());
  }

  private static Reference reference(Struct struct) {
    Value id = struct.getFieldsMap().get(Constants.ResourceIdName);
    return new Reference(
        required(struct, Constants.ResourceUrnName).getStringValue(),
        id == null ? null : decode(id));
  }

  /** An output value: a value that may be missing (unknown) and may be secret. */
  private static PropertyValue output(Struct struct) {
    Value value = struct.getFieldsMap().get(Constants.SecretValueName);
    PropertyValue known = value == null ? new Unknown() : decode(value);
    boolean secret =
        struct.getFieldsOrDefault(Constants.SecretName, Value.getDefaultInstance()).getBoolValue();
    return secret ? new Secret(known) : known;
  }

  private static Value required(Struct struct, String key) {
    Value value = struct.getFieldsMap().get(key);
    if (value == null) {
      throw new IllegalArgumentException("A signed property lacks its field '" + key + "'");
    }
    return value;
  }

  private static Value signed(String signature, Map<String, Value> fields) {
    return Value.newBuilder()
        .setStructValue(
            Struct.newBuilder()
                .putFields(Constants.SpecialSigKey, string(signature))
                .putAllFields(fields))
        .build();
  }

  private static Value string(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }
}
