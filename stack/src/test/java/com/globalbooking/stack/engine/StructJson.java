package com.globalbooking.stack.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.TreeMap;

/** Protocol values as JSON: members sorted, whole numbers written as such. */
final class StructJson {

  private StructJson() {}

  static JsonObject json(Struct struct) {
    var object = new JsonObject();
    new TreeMap<>(struct.getFieldsMap()).forEach((key, value) -> object.add(key, json(value)));
    return object;
  }

  private static JsonElement json(Value value) {
    return switch (value.getKindCase()) {
      case NULL_VALUE, KIND_NOT_SET -> JsonNull.INSTANCE;
      case BOOL_VALUE -> new JsonPrimitive(value.getBoolValue());
      case STRING_VALUE -> new JsonPrimitive(value.getStringValue());
      case NUMBER_VALUE -> number(value.getNumberValue());
      case STRUCT_VALUE -> json(value.getStructValue());
      case LIST_VALUE -> {
        var array = new JsonArray();
        value.getListValue().getValuesList().forEach(each -> array.add(json(each)));
        yield array;
      }
    };
  }

  private static JsonPrimitive number(double number) {
    return number == Math.rint(number)
        ? new JsonPrimitive((long) number)
        : new JsonPrimitive(number);
  }
}
