package com.globalbooking.stack.configuration;

import java.util.Optional;

/**
 * A key of the configuration.
 *
 * @param name without the project's namespace
 * @param parser reads its value
 * @param otherwise stands for it when it is not set; empty when it must be set
 * @param regional whether a Region may have a value of its own, under {@code perRegion}
 */
record Key<T>(String name, Parser<T> parser, Optional<T> otherwise, boolean regional) {

  /** Reads one value as a {@code T}. An {@link IllegalArgumentException} says what is wrong. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String text);
  }

  static <T> Key<T> required(String name, Parser<T> parser) {
    return new Key<>(name, parser, Optional.empty(), false);
  }

  static <T> Key<T> optional(String name, Parser<T> parser, T otherwise) {
    return new Key<>(name, parser, Optional.of(otherwise), false);
  }

  /** A key without a default. */
  static <T> Key<Optional<T>> optional(String name, Parser<T> parser) {
    return new Key<>(
        name, text -> Optional.of(parser.parse(text)), Optional.of(Optional.empty()), false);
  }

  /** The same, which a Region may set for itself. */
  Key<T> perRegion() {
    return new Key<>(name, parser, otherwise, true);
  }
}
