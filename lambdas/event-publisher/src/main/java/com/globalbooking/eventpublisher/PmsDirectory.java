package com.globalbooking.eventpublisher;

import com.globalbooking.domain.PropertyId;
import java.util.Map;
import java.util.Set;

/** Knows by which PMS connection each hotel is reached. */
public interface PmsDirectory {

  /**
   * The names of the connections; without the properties that have no PMS.
   *
   * @throws DirectoryUnavailableException when that cannot be told now
   */
  Map<PropertyId, String> connections(Set<PropertyId> properties);
}
