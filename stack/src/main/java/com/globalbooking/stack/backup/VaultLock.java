package com.globalbooking.stack.backup;

/** Who may delete a backup before its time. */
public enum VaultLock {
  /** Whoever has the right to. */
  NONE("none"),
  /** Only who has the right to take the lock off. */
  GOVERNANCE("governance"),
  /**
   * Nobody, the account's owner and AWS included; three days after it is set there is no way back.
   */
  COMPLIANCE("compliance");

  private final String value;

  VaultLock(String value) {
    this.value = value;
  }

  /** As it stands in the configuration. */
  public String value() {
    return value;
  }
}
