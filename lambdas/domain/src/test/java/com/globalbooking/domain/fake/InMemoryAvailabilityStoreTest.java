package com.globalbooking.domain.fake;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityStore;
import com.globalbooking.domain.contract.AvailabilityStoreContract;
import com.globalbooking.domain.contract.Sample;

/** The fake keeps the contract. */
class InMemoryAvailabilityStoreTest extends AvailabilityStoreContract {
  private final InMemoryRegion region = new InMemoryRegion(Sample.REGIONS);

  @Override
  protected AvailabilityStore store() {
    return region;
  }

  @Override
  protected void put(Allotment allotment) {
    region.receive(new InMemoryRegion.Item.OfAllotment(allotment));
  }
}
