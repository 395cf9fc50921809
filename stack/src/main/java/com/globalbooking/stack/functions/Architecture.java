package com.globalbooking.stack.functions;

/** Processor that functions run on; a native executable must be built for it. */
public enum Architecture {
  ARM64("arm64", 183),
  X86_64("x86_64", 62);

  private final String value;
  private final int elfMachine;

  Architecture(String value, int elfMachine) {
    this.value = value;
    this.elfMachine = elfMachine;
  }

  /** As Lambda calls it. */
  public String value() {
    return value;
  }

  /** As the header of an executable calls it. */
  int elfMachine() {
    return elfMachine;
  }
}
