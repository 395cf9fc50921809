package com.globalbooking.local.sources;

/** A mapping at work. */
interface Mapping extends AutoCloseable {
  MappingStatus status();

  /** Stops; an invocation under way is abandoned. Waits until nothing runs any more. */
  @Override
  void close();
}
