package com.globalbooking.local.workflow.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.globalbooking.local.workflow.data.Intrinsic.Definition;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The intrinsic functions of the Amazon States Language. */
final class IntrinsicFunctions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ANY_NUMBER = Integer.MAX_VALUE;
  private static final int LONGEST_RANGE = 1000;
  private static final int LONGEST_TEXT = 10_000;
  private static final Set<String> DIGESTS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private IntrinsicFunctions() {}

  static Map<String, Definition> all() {
    return Map.ofEntries(
        Map.entry("States.Format", new Definition(1, ANY_NUMBER, IntrinsicFunctions::format)),
        Map.entry("States.StringToJson", new Definition(1, 1, IntrinsicFunctions::stringToJson)),
        Map.entry(
            "States.JsonToString",
            new Definition(1, 1, it -> TextNode.valueOf(it.any(0).toString()))),
        Map.entry("States.Array", new Definition(0, ANY_NUMBER, IntrinsicFunctions::array)),
        Map.entry("States.ArrayPartition", new Definition(2, 2, IntrinsicFunctions::partition)),
        Map.entry("States.ArrayContains", new Definition(2, 2, IntrinsicFunctions::contains)),
        Map.entry("States.ArrayRange", new Definition(3, 3, IntrinsicFunctions::range)),
        Map.entry("States.ArrayGetItem", new Definition(2, 2, IntrinsicFunctions::item)),
        Map.entry(
            "States.ArrayLength", new Definition(1, 1, it -> IntNode.valueOf(it.array(0).size()))),
        Map.entry("States.ArrayUnique", new Definition(1, 1, IntrinsicFunctions::unique)),
        Map.entry("States.Base64Encode", new Definition(1, 1, IntrinsicFunctions::encode)),
        Map.entry("States.Base64Decode", new Definition(1, 1, IntrinsicFunctions::decode)),
        Map.entry("States.Hash", new Definition(2, 2, IntrinsicFunctions::hash)),
        Map.entry("States.JsonMerge", new Definition(3, 3, IntrinsicFunctions::merge)),
        Map.entry("States.MathRandom", new Definition(2, 3, IntrinsicFunctions::random)),
        Map.entry(
            "States.MathAdd",
            new Definition(2, 2, it -> LongNode.valueOf(it.whole(0) + it.whole(1)))),
        Map.entry("States.StringSplit", new Definition(2, 2, IntrinsicFunctions::split)),
        Map.entry(
            "States.UUID",
            new Definition(0, 0, _ -> TextNode.valueOf(UUID.randomUUID().toString()))));
  }

  private static JsonNode format(Arguments it) throws StateFailure {
    it.text(0);
    String template = it.source();
    StringBuilder text = new StringBuilder();
    int next = 1;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '\\' && i + 1 < template.length()) {
        text.append(template.charAt(++i));
      } else if (c == '{' && template.startsWith("{}", i)) {
        if (next >= it.count()) {
          throw it.refused("there are more {} than arguments");
        }
        JsonNode value = it.any(next++);
        if (value.isContainerNode()) {
          throw it.refused("an array or object has no place in a text");
        }
        text.append(value.asText());
        i++;
      } else {
        text.append(c);
      }
    }
    if (next != it.count()) {
      throw it.refused("there are more arguments than {}");
    }
    return TextNode.valueOf(text.toString());
  }

  private static JsonNode stringToJson(Arguments it) throws StateFailure {
    try {
      return JSON.readTree(it.text(0));
    } catch (JsonProcessingException e) {
      throw it.refused("the text is not JSON");
    }
  }

  private static JsonNode array(Arguments it) {
    return newArray().addAll(it.values());
  }

  private static JsonNode partition(Arguments it) throws StateFailure {
    long size = it.whole(1);
    if (size < 1) {
      throw it.refused("a chunk needs at least one item");
    }
    ArrayNode chunks = newArray();
    ArrayNode chunk = newArray();
    for (JsonNode item : it.array(0)) {
      if (chunk.size() == size) {
        chunk = newArray();
      }
      if (chunk.isEmpty()) {
        chunks.add(chunk);
      }
      chunk.add(item);
    }
    return chunks;
  }

  private static JsonNode contains(Arguments it) throws StateFailure {
    for (JsonNode item : it.array(0)) {
      if (item.equals(it.any(1))) {
        return BooleanNode.TRUE;
      }
    }
    return BooleanNode.FALSE;
  }

  private static JsonNode range(Arguments it) throws StateFailure {
    long step = it.whole(2);
    if (step == 0) {
      throw it.refused("a step of 0 gets nowhere");
    }
    ArrayNode numbers = newArray();
    long end = it.whole(1);
    for (long n = it.whole(0); step > 0 ? n <= end : n >= end; n += step) {
      if (numbers.size() == LONGEST_RANGE) {
        throw it.refused("a range has at most " + LONGEST_RANGE + " items");
      }
      numbers.add(n);
    }
    return numbers;
  }

  private static JsonNode item(Arguments it) throws StateFailure {
    long index = it.whole(1);
    if (index < 0 || index >= it.array(0).size()) {
      throw it.refused("there is no item " + index);
    }
    return it.array(0).get((int) index);
  }

  private static JsonNode unique(Arguments it) throws StateFailure {
    Set<JsonNode> seen = new LinkedHashSet<>();
    it.array(0).forEach(seen::add);
    return newArray().addAll(seen);
  }

  private static JsonNode encode(Arguments it) throws StateFailure {
    return TextNode.valueOf(Base64.getEncoder().encodeToString(limited(it).getBytes(UTF_8)));
  }

  private static JsonNode decode(Arguments it) throws StateFailure {
    try {
      return TextNode.valueOf(new String(Base64.getDecoder().decode(limited(it)), UTF_8));
    } catch (IllegalArgumentException e) {
      throw it.refused("the text is not Base64");
    }
  }

  private static JsonNode hash(Arguments it) throws StateFailure {
    String algorithm = it.text(1);
    if (!DIGESTS.contains(algorithm)) {
      throw it.refused("there is no algorithm " + algorithm);
    }
    String text = it.any(0).isTextual() ? it.text(0) : it.any(0).toString();
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
      return TextNode.valueOf(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private static JsonNode merge(Arguments it) throws StateFailure {
    if (!it.any(2).equals(BooleanNode.FALSE)) {
      throw it.refused("only shallow merging is supported: the third argument must be false");
    }
    ObjectNode merged = it.object(0).deepCopy();
    return merged.setAll(it.object(1));
  }

  private static JsonNode random(Arguments it) throws StateFailure {
    long from = it.whole(0);
    long to = it.whole(1);
    if (from >= to) {
      throw it.refused("the start must be less than the end");
    }
    if (it.count() == 3) {
      return LongNode.valueOf(new Random(it.whole(2)).nextLong(from, to));
    }
    return LongNode.valueOf(ThreadLocalRandom.current().nextLong(from, to));
  }

  /** Each character of the second text separates; nothing between two separators is left out. */
  private static JsonNode split(Arguments it) throws StateFailure {
    ArrayNode parts = newArray();
    var tokens = new StringTokenizer(it.text(0), it.text(1));
    while (tokens.hasMoreTokens()) {
      parts.add(tokens.nextToken());
    }
    return parts;
  }

  private static String limited(Arguments it) throws StateFailure {
    String text = it.text(0);
    if (text.length() > LONGEST_TEXT) {
      throw it.refused("the text is longer than " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  private static ArrayNode newArray() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
