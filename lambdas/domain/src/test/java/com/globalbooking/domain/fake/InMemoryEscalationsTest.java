package com.globalbooking.domain.fake;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Escalations;
import com.globalbooking.domain.contract.EscalationsContract;
import com.globalbooking.domain.contract.Sample;

/** The fake keeps the contract. */
class InMemoryEscalationsTest extends EscalationsContract {
  private final InMemoryRegion region = new InMemoryRegion(Sample.REGIONS);
  private final InMemoryEscalations escalations = new InMemoryEscalations(region);

  @Override
  protected Escalations escalations() {
    return escalations;
  }

  @Override
  protected void put(Allotment allotment) {
    region.receive(new InMemoryRegion.Item.OfAllotment(allotment));
  }

  @Override
  protected int events() {
    return escalations.events().size();
  }
}
