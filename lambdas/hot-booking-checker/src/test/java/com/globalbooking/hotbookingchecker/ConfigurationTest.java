package com.globalbooking.hotbookingchecker;

import static io.smallrye.config.ConfigMappings.ConfigClass.configClass;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.Function;
import io.smallrye.config.ConfigMappings;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The stack sets what this function reads, no more, no fewer. */
class ConfigurationTest {

  @Test
  void readsExactlyTheVariablesThatTheContractListsForIt() {
    var listed =
        Function.HOT_BOOKING_CHECKER.environment().stream()
            .map(EnvironmentVariable::property)
            .collect(Collectors.toSet());

    var read =
        ConfigMappings.getProperties(configClass(BookingConfig.class, "booking")).keySet().stream()
            .filter(property -> !property.endsWith("[*]")) // one element of a list
            .collect(Collectors.toSet());

    assertThat(read).isEqualTo(listed);
  }
}
