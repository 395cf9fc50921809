package com.globalbooking.domain.fake;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingStore;
import com.globalbooking.domain.contract.BookingStoreContract;
import com.globalbooking.domain.contract.Sample;
import java.util.List;

/** The fake keeps the contract. */
class InMemoryBookingStoreTest extends BookingStoreContract {
  private final InMemoryRegion region = new InMemoryRegion(Sample.REGIONS);

  @Override
  protected BookingStore store() {
    return region;
  }

  @Override
  protected AllotmentReader allotments() {
    return region;
  }

  @Override
  protected void put(Booking booking) {
    region.receive(new InMemoryRegion.Item.OfBooking(booking));
  }

  @Override
  protected List<BookingId> events() {
    return region.events().stream().map(Booking::id).toList();
  }

  @Override
  protected void put(Allotment allotment) {
    region.receive(new InMemoryRegion.Item.OfAllotment(allotment));
  }
}
