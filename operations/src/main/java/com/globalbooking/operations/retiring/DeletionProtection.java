package com.globalbooking.operations.retiring;

import com.globalbooking.operations.environments.Outputs;

/** What AWS itself refuses to delete. */
@FunctionalInterface
public interface DeletionProtection {
  /** Takes the protection off the tables and the audit database of a Region. */
  void lift(Outputs region);
}
