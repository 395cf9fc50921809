package com.globalbooking.reconciliationchecker;

import com.globalbooking.contract.Function;
import com.globalbooking.functiontests.NothingAnswers;
import com.globalbooking.functiontests.SmokeCheck;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** The whole function, with its real adapters, none of which reaches anything. */
@QuarkusTest
@TestProfile(NothingAnswers.class)
class SmokeTest {

  @Test
  void aNewVersionGoesLiveThoughNothingAnswersIt() {
    SmokeCheck.passes(Function.RECONCILIATION_CHECKER);
  }
}
