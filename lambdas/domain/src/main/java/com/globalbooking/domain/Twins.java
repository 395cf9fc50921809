package com.globalbooking.domain;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Two Regions confirmed the same request.
 *
 * @param decidingRegion the Region whose copy is to be cancelled
 * @param survivingRegion the Region whose copy stays
 * @param bookingVersion of the copy that is to be cancelled
 */
public record Twins(
    PropertyId property,
    BookingId booking,
    Region decidingRegion,
    Region survivingRegion,
    long bookingVersion)
    implements Conflict {
  static final Comparator<Booking> FIRST_DECIDED =
      comparing(Booking::createdAt).thenComparing(copy -> copy.decidedBy().code());

  /** Of all copies the one that stays: the live one decided first, else by the Region's name. */
  public static Optional<Booking> survivor(List<Booking> copies) {
    return copies.stream().filter(Booking::live).min(FIRST_DECIDED);
  }

  /** What {@code copies} of one booking mean for {@code own}: empty unless its copy must go. */
  public static Optional<Twins> losing(List<Booking> copies, Region own) {
    Optional<Booking> survivor = survivor(copies);
    return copies.stream()
        .filter(copy -> copy.live() && copy.decidedBy().equals(own))
        .filter(copy -> survivor.filter(stays -> !stays.decidedBy().equals(own)).isPresent())
        .map(
            loser ->
                new Twins(
                    loser.room().property(),
                    loser.id(),
                    own,
                    survivor.orElseThrow().decidedBy(),
                    loser.version()))
        .findFirst();
  }

  @Override
  public String id() {
    return String.join(
        "~", "twin", booking.value(), decidingRegion.code(), Long.toString(bookingVersion));
  }
}
