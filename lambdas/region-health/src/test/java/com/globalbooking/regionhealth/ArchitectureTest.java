package com.globalbooking.regionhealth;

import com.globalbooking.architecture.FunctionRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void thisFunctionAndWhatItIsMadeOfKeepTheRules() {
    FunctionRules.check("com.globalbooking.regionhealth");
  }
}
