package com.globalbooking.domain.fake;

import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.contract.PmsControlContract;
import com.globalbooking.domain.pms.CircuitBreakers;
import com.globalbooking.domain.pms.PmsDirectory;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.domain.pms.SyncStatus;

/** The fake keeps the contract. */
class InMemoryPmsControlTest extends PmsControlContract {
  private final InMemoryPmsControl control = new InMemoryPmsControl();

  @Override
  protected CircuitBreakers breakers() {
    return control;
  }

  @Override
  protected SyncStatus status() {
    return control;
  }

  @Override
  protected PmsDirectory directory() {
    return control;
  }

  @Override
  protected void connect(PropertyId property, PmsName pms) {
    control.connect(property, pms);
  }
}
