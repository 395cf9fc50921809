package com.globalbooking.domain;

import java.util.Collection;
import java.util.List;

/** Reads allotments as this Region's copy shows them; those of other Regions may be older. */
public interface AllotmentReader {

  /**
   * The allotments that {@code owners} have for {@code nights}, in any order; without those that do
   * not exist. Those of this Region are as of now.
   *
   * @throws StoreBusyException when the store does not answer in time
   */
  List<Allotment> read(Collection<RoomNight> nights, Collection<Region> owners);
}
