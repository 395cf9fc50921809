package com.globalbooking.operations.releases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.contract.ReleasePins;
import com.globalbooking.operations.RefusedException;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** Pins in the parameter that the stack makes and reads. */
public final class ParameterPins implements Pins {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SsmClient ssm;
  private final String name;

  /**
   * @param environment whose pins
   */
  public ParameterPins(SsmClient ssm, String environment) {
    this.ssm = ssm;
    this.name = ReleasePins.parameterName(environment);
  }

  @Override
  public Map<String, String> read() {
    String text;
    try {
      text = ssm.getParameter(it -> it.name(name)).parameter().value();
    } catch (ParameterNotFoundException notDeployed) {
      throw new RefusedException(
          "There is no parameter %s, which the stack makes: deploy it first.".formatted(name),
          notDeployed);
    }
    try {
      return JSON.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException wrong) {
      throw new RefusedException(
          "The parameter %s is not a JSON object of function ids and versions: %s"
              .formatted(name, text),
          wrong);
    }
  }

  @Override
  public void write(Map<String, String> versions) {
    try {
      String text = JSON.writeValueAsString(versions);
      ssm.putParameter(it -> it.name(name).value(text).overwrite(true));
    } catch (JsonProcessingException noMapOfTextsIs) {
      throw new IllegalStateException(noMapOfTextsIs);
    }
  }
}
