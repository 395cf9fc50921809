package com.globalbooking.functiontests;

import static io.smallrye.config.ConfigMappings.ConfigClass.configClass;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.Function;
import io.smallrye.config.ConfigMappings;
import java.util.Set;
import java.util.stream.Collectors;

/** The stack sets what a function reads, no more, no fewer. */
public final class ConfigurationCheck {

  /** Checks what {@code mapping} reads against what the contract lists. */
  public static void readsWhatTheContractLists(Class<?> mapping, Function function) {
    Set<String> listed =
        function.environment().stream()
            .map(EnvironmentVariable::property)
            .collect(Collectors.toSet());

    Set<String> read =
        ConfigMappings.getProperties(configClass(mapping, "booking")).keySet().stream()
            .filter(property -> !property.endsWith("[*]")) // one element of a list
            .collect(Collectors.toSet());

    assertThat(read).isEqualTo(listed);
  }

  private ConfigurationCheck() {}
}
