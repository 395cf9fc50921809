package com.globalbooking.stack.functions;

/** Processor that functions run on; a native executable must be built for it. */
public enum Architecture {
  ARM64("arm64"),
  X86_64("x86_64");

  private final String value;

  Architecture(String value) {
    this.value = value;
  }

  /** As Lambda calls it. */
  public String value() {
    return value;
  }
}
