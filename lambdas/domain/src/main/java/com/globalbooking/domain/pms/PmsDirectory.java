package com.globalbooking.domain.pms;

import com.globalbooking.domain.PropertyId;
import java.util.Optional;

/** Which PMS a property has. */
public interface PmsDirectory {
  /** The connection to the property's PMS; empty when it has none, and nobody is to be told. */
  Optional<PmsName> of(PropertyId property);
}
