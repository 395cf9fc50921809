package com.globalbooking.domain.pms;

import java.time.Duration;

/** What becomes of a notice after it was worked on. */
public sealed interface Fate {
  /** Nothing is left to do: delete it. */
  record Finished() implements Fate {}

  /** It comes again, after a pause. */
  record Again(Duration pause) implements Fate {}
}
