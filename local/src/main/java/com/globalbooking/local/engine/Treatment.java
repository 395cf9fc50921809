package com.globalbooking.local.engine;

/** What became of a resource that a program registered. */
public enum Treatment {
  /** Made for real on a local engine. */
  CREATED,
  /** Known, and without effect locally. */
  INERT,
  /** A component or the stack itself: groups other resources. */
  COMPONENT,
  /** Nothing local stands for this type: inputs were echoed, an id was made up. */
  UNKNOWN
}
