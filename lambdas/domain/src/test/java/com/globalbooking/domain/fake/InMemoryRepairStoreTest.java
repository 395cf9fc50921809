package com.globalbooking.domain.fake;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingReader;
import com.globalbooking.domain.RepairStore;
import com.globalbooking.domain.StayReader;
import com.globalbooking.domain.contract.RepairStoreContract;
import com.globalbooking.domain.contract.Sample;
import java.util.List;

/** The fake keeps the contract. */
class InMemoryRepairStoreTest extends RepairStoreContract {
  private final InMemoryRegion region = new InMemoryRegion(Sample.REGIONS);

  @Override
  protected RepairStore store() {
    return region;
  }

  @Override
  protected AllotmentReader allotments() {
    return region;
  }

  @Override
  protected BookingReader bookings() {
    return region;
  }

  @Override
  protected StayReader stays() {
    return region;
  }

  @Override
  protected void put(Allotment allotment) {
    region.receive(new InMemoryRegion.Item.OfAllotment(allotment));
  }

  @Override
  protected void put(Booking booking) {
    region.receive(new InMemoryRegion.Item.OfBooking(booking));
  }

  @Override
  protected List<String> events() {
    return region.repairs().stream()
        .map(booking -> booking.id() + "~" + booking.decidedBy() + "~" + booking.version())
        .toList();
  }
}
