package com.globalbooking.operations.pulumi;

/** Hears of a run while it goes on. */
public interface RunListener {
  /** A resource is to change (preview) or has changed. */
  void changed(Change change);

  /** The program or the provider warns. */
  void warned(String sentence);
}
