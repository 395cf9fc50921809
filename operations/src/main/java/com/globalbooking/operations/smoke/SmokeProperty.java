package com.globalbooking.operations.smoke;

/** The property that smoke tests book at; no hotel has this id. */
public final class SmokeProperty {
  /** Its id. */
  public static final String ID = "smoke";

  static final String ROOM = "smoke";

  private SmokeProperty() {}
}
