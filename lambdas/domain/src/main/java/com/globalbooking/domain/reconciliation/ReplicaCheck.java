package com.globalbooking.domain.reconciliation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.reconciliation.Drift.OfReplica;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** This Region's allotments against one other Region's copy of them. */
final class ReplicaCheck implements Check {
  private final Region own;
  private final Region replica;
  private final AllotmentReader there;

  /**
   * @param there reads the other Region's copy
   */
  ReplicaCheck(Region own, Region replica, AllotmentReader there) {
    this.own = own;
    this.replica = replica;
    this.there = there;
  }

  @Override
  public String name() {
    return "replica:" + replica;
  }

  @Override
  public List<Drift> suspects(Slice slice) {
    List<Allotment> ours = slice.of(own).toList();
    Map<RoomNight, Allotment> theirs =
        there.read(ours.stream().map(Allotment::night).toList(), List.of(own)).stream()
            .collect(toMap(Allotment::night, identity()));
    var suspects = new ArrayList<Drift>();
    for (Allotment allotment : ours) {
      Allotment copy = theirs.get(allotment.night());
      if (copy == null || copy.version() < allotment.version()) {
        suspects.add(new OfReplica(allotment.night(), replica, allotment.version()));
      }
    }
    return suspects;
  }

  /** Whether what was seen here a while ago has still not arrived there. */
  boolean stillBehind(OfReplica suspect) {
    return there.read(List.of(suspect.night()), List.of(own)).stream()
        .noneMatch(copy -> copy.version() >= suspect.version());
  }
}
