package com.globalbooking.operations;

/** Where an operator reads what a command does. */
@FunctionalInterface
public interface Console {
  /** Prints a line. */
  void line(String text);
}
