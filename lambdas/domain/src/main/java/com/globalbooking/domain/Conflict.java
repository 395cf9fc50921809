package com.globalbooking.domain;

/** Something sold that cannot all stand; {@link #id} is the same however often it is found. */
public sealed interface Conflict permits Overbooking, Twins {
  /** The id of its event, at most 128 characters, as queues take for dropping repeats. */
  String id();

  /** The property that it is about. */
  PropertyId property();
}
