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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Translates properties to and from the protocol's {@code Struct}. What JSON lacks travels as an
 * object that carries a signature, and an unknown value as one reserved string; the signatures are
 * taken from the SDK itself, so both sides agree by construction.
 */
public final class PropertyCodec {
  /**
   * Texts that stand for values not known yet: one for each kind of value, as engines written in Go
   * send them. The SDK for Java has the first only.
   */
  private static final Set<String> UNKNOWN =
      Set.of(
          Constants.UnknownValue,
          "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // a boolean
          "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // a number
          "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // a list
          "030794c1-ac77-496b-92df-f27374a8bd58", // an asset
          "e48ece36-62e2-4504-bad9-02848725956a", // an archive
          "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"); // an object

  private PropertyCodec() {}

  /** Reads a struct. */
  public static Fields decode(Struct struct) {
    Map<String, PropertyValue> values = new LinkedHashMap<>();
    struct.getFieldsMap().forEach((key, value) -> values.put(key, decode(value)));
    return new Fields(values);
  }

  /** Writes a struct. */
  public static Struct encode(Fields fields) {
    var struct = Struct.newBuilder();
    fields.values().forEach((key, value) -> struct.putFields(key, encode(value)));
    return struct.build();
  }

  /** Reads a value. */
  public static PropertyValue decode(Value value) {
    return switch (value.getKindCase()) {
      case NULL_VALUE, KIND_NOT_SET -> new Nothing();
      case BOOL_VALUE -> new Flag(value.getBoolValue());
      case NUMBER_VALUE -> new Numeral(value.getNumberValue());
      case STRING_VALUE ->
          UNKNOWN.contains(value.getStringValue())
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
