package com.globalbooking.operations.releases;

import java.util.Map;

/** Where the versions are kept that people hold the functions of one Region at. */
public interface Pins {
  /** Version by function id. */
  Map<String, String> read();

  /** Replaces all of them. */
  void write(Map<String, String> versions);
}
