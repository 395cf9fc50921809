package com.globalbooking.local.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A way of running a function package. */
enum Variant {
  JVM("jvm", "JVM, no options"),
  JVM_C1("jvm-c1", "JVM, C1 and serial GC"),
  JVM_AOT("jvm-aot", "JVM, C1, serial GC, AOT cache"),
  NATIVE("native", "native executable");

  private final String option;
  private final String title;

  Variant(String option, String title) {
    this.option = option;
    this.title = title;
  }

  /** As the command line names it. */
  String option() {
    return option;
  }

  /** As the report names it. */
  String title() {
    return title;
  }

  boolean isJvm() {
    return this != NATIVE;
  }

  /** What the JVM is told, over and above what the package's {@code bootstrap} tells it. */
  List<String> jvmOptions() {
    return switch (this) {
      // Takes back what bootstrap sets.
      case JVM -> List.of("-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC");
      case JVM_C1, JVM_AOT, NATIVE -> List.of();
    };
  }

  /**
   * The variant of this name.
   *
   * @throws IllegalArgumentException with the names there are
   */
  static Variant named(String option) {
    return Arrays.stream(values())
        .filter(variant -> variant.option.equals(option))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no variant '"
                        + option
                        + "', only "
                        + Arrays.stream(values())
                            .map(Variant::option)
                            .collect(Collectors.joining(", "))));
  }
}
