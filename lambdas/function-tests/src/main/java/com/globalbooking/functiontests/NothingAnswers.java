package com.globalbooking.functiontests;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The function as it is deployed, without the fakes of its tests, while nothing that it talks to
 * answers: every endpoint in the tests' environment leads to a port where nobody listens.
 */
public final class NothingAnswers implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("quarkus.arc.exclude-types", "TestPorts");
  }
}
