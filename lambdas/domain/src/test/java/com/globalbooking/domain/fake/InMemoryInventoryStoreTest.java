package com.globalbooking.domain.fake;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.InventoryStore;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.contract.InventoryStoreContract;
import com.globalbooking.domain.contract.Sample;
import java.util.List;

/** The fake keeps the contract. */
class InMemoryInventoryStoreTest extends InventoryStoreContract {
  private final InMemoryRegion region = new InMemoryRegion(Sample.REGIONS);

  @Override
  protected InventoryStore store() {
    return region;
  }

  @Override
  protected List<Overbooking> overbookings() {
    return region.overbookings();
  }

  @Override
  protected void put(Allotment allotment) {
    region.receive(new InMemoryRegion.Item.OfAllotment(allotment));
  }
}
