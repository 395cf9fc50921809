package com.globalbooking.local.provider;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.PropertyDiff.Kind;

/**
 * What a program gives a resource now, beside what it gave before. Outputs are not looked at: what
 * a Region computes is no change of the program.
 */
final class InputDiff {
  /** In an archive or asset: what its content is. */
  private static final String HASH = "hash";

  private final Set<String> replacedBy;
  private final List<Pattern> ignored;
  private final Map<String, Kind> changes = new TreeMap<>();

  private InputDiff(Set<String> replacedBy, List<String> ignored) {
    this.replacedBy = replacedBy;
    this.ignored = ignored.stream().map(InputDiff::pattern).toList();
  }

  /**
   * @param replacedBy properties of which another value makes another resource
   * @param ignored paths as in the option {@code ignoreChanges}
   */
  static DiffResponse between(
      Struct before, Struct now, Set<String> replacedBy, List<String> ignored) {
    var diff = new InputDiff(replacedBy, ignored);
    diff.compare("", before, now);
    return diff.response();
  }

  private DiffResponse response() {
    var response =
        DiffResponse.newBuilder()
            .setHasDetailedDiff(true)
            .setChanges(changes.isEmpty() ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME);
    Set<String> properties = new LinkedHashSet<>();
    changes.forEach(
        (path, kind) -> {
          String property = property(path);
          boolean replaces = replacedBy.contains(property);
          properties.add(property);
          response.putDetailedDiff(
              path,
              PropertyDiff.newBuilder()
                  .setKind(replaces ? replacing(kind) : kind)
                  .setInputDiff(true)
                  .build());
        });
    response.addAllDiffs(properties);
    properties.stream().filter(replacedBy::contains).forEach(response::addReplaces);
    // Names and ids follow from the program, so the old one must go before the new one comes.
    return response.setDeleteBeforeReplace(response.getReplacesCount() > 0).build();
  }

  private void compare(String path, Struct before, Struct now) {
    Set<String> names = new TreeSet<>(before.getFieldsMap().keySet());
    names.addAll(now.getFieldsMap().keySet());
    for (String name : names) {
      String at = path.isEmpty() ? name : path + step(name);
      compare(at, before.getFieldsMap().get(name), now.getFieldsMap().get(name));
    }
  }

  private void compare(String path, @Nullable Value before, @Nullable Value now) {
    if (ignored.stream().anyMatch(it -> it.matcher(path).matches())) {
      return;
    }
    if (before == null || now == null) {
      changes.put(path, before == null ? Kind.ADD : Kind.DELETE);
    } else if (isPlainObject(before) && isPlainObject(now)) {
      compare(path, before.getStructValue(), now.getStructValue());
    } else if (before.hasListValue() && now.hasListValue()) {
      compare(path, before.getListValue().getValuesList(), now.getListValue().getValuesList());
    } else if (!sameContent(before, now)) {
      changes.put(path, Kind.UPDATE);
    }
  }

  private void compare(String path, List<Value> before, List<Value> now) {
    for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
      compare(
          path + "[" + i + "]",
          i < before.size() ? before.get(i) : null,
          i < now.size() ? now.get(i) : null);
    }
  }

  private static boolean isPlainObject(Value value) {
    return value.hasStructValue()
        && !value.getStructValue().containsFields(Constants.SpecialSigKey);
  }

  /** Files are the same when their content is, wherever they lie. */
  private static boolean sameContent(Value before, Value now) {
    String hash = hash(before);
    boolean hashed = !hash.isEmpty() && !hash(now).isEmpty();
    return hashed ? hash.equals(hash(now)) : before.equals(now);
  }

  private static String hash(Value value) {
    return value
        .getStructValue()
        .getFieldsOrDefault(HASH, Value.getDefaultInstance())
        .getStringValue();
  }

  private static String step(String name) {
    return name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? "." + name : "[\"" + name + "\"]";
  }

  private static String property(String path) {
    return path.split("[.\\[]", 2)[0];
  }

  private static Kind replacing(Kind kind) {
    return switch (kind) {
      case ADD -> Kind.ADD_REPLACE;
      case DELETE -> Kind.DELETE_REPLACE;
      default -> Kind.UPDATE_REPLACE;
    };
  }

  /** A path, and all below it; {@code *} stands for any one step. */
  private static Pattern pattern(String path) {
    String exact = Pattern.quote(path).replace("*", "\\E[^.\\[\\]]+\\Q");
    return Pattern.compile(exact + "([.\\[].*)?");
  }
}
