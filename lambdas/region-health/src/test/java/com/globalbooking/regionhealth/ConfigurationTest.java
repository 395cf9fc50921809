package com.globalbooking.regionhealth;

import com.globalbooking.contract.Function;
import com.globalbooking.functiontests.ConfigurationCheck;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

  @Test
  void readsExactlyTheVariablesThatTheContractListsForIt() {
    ConfigurationCheck.readsWhatTheContractLists(BookingConfig.class, Function.REGION_HEALTH);
  }
}
