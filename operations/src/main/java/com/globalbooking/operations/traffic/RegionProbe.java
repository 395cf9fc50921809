package com.globalbooking.operations.traffic;

import com.globalbooking.operations.environments.Outputs;
import java.util.Optional;

/** Whether a Region can take guests now. */
public interface RegionProbe {
  /** Why it cannot; empty when it can. */
  Optional<String> fault(Outputs region);
}
