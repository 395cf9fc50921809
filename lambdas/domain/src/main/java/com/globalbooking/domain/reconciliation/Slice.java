package com.globalbooking.domain.reconciliation;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import java.util.List;
import java.util.stream.Stream;

/**
 * A property as the tables of this Region show it, from today on.
 *
 * @param range from the first of its nights to the last
 * @param allotments of all Regions; never empty
 * @param bookings that this Region decided, of any status, with a night in {@code range}
 */
record Slice(
    PropertyId property, DateRange range, List<Allotment> allotments, List<Booking> bookings) {
  Slice {
    allotments = List.copyOf(allotments);
    bookings = List.copyOf(bookings);
  }

  Stream<Allotment> of(Region owner) {
    return allotments.stream().filter(allotment -> allotment.owner().equals(owner));
  }
}
