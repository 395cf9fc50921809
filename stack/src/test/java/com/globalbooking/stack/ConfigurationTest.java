package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.PmsConnection;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.stack.configuration.Configuration;
import com.globalbooking.stack.configuration.ConfigurationException;
import com.globalbooking.stack.configuration.Role;
import com.globalbooking.stack.engine.StackRun;
import com.globalbooking.stack.functions.Architecture;
import com.globalbooking.stack.functions.Packaging;
import com.globalbooking.stack.functions.WorkSettings;
import com.globalbooking.stack.naming.Region;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(90)
class ConfigurationTest {

  private static final StackRun SOUND = StackRun.of("prod-eu-west-1");

  @Test
  void whatIsNotSetHasASensibleValue() {
    Configuration configuration = read(SOUND.without("packagesDirectory"));

    assertThat(configuration.role()).isEqualTo(Role.REPLICA);
    assertThat(configuration.regions().home()).isEqualTo(new Region("us-west-2"));
    assertThat(configuration.throttling().ratePerSecond()).isEqualTo(1200);
    assertThat(configuration.throttling().burst()).isEqualTo(2000);
    assertThat(configuration.corsAllowOrigins()).isEmpty();
    assertThat(configuration.logRetentionDays()).isEqualTo(30);
    assertThat(configuration.functions().packagings().values()).containsOnly(Packaging.NATIVE);
    assertThat(configuration.functions().architecture()).isEqualTo(Architecture.ARM64);
    assertThat(configuration.functions().reservedConcurrency()).isEmpty();
    assertThat(configuration.functions().packagesDirectory()).hasToString("lambdas");
    assertThat(configuration.functions().work()).isEqualTo(new WorkSettings(List.of(), 5, 60, 30));
    assertThat(configuration.reconciliationSegments()).isEqualTo(4);
    assertThat(configuration.vpcAddresses().value()).isEqualTo("10.0.0.0/16");
    assertThat(configuration.cacheNodeType().value()).isEqualTo("cache.r7g.large");
    assertThat(configuration.auditInstanceClass().value()).isEqualTo("db.r7g.large");
    assertThat(configuration.alarmEmails()).isEmpty();
  }

  @Test
  void anOverrideChangesThePackagingOfItsFunctionOnly() {
    Map<Function, Packaging> packagings =
        read(SOUND.with("packagingOverrides", "{\"booking-handler\":\"jvm\"}"))
            .functions()
            .packagings();

    assertThat(packagings)
        .containsEntry(Function.BOOKING_HANDLER, Packaging.JVM)
        .containsEntry(Function.INVENTORY_LOADER, Packaging.NATIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"primaryRegion", "regions", "jwtIssuer", "jwtAudience", "owner", "costCenter"})
  void aMissingValueIsNamed(String key) {
    assertThatThrownBy(() -> read(SOUND.without(key)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("global-booking:" + key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          primaryRegion        | Europe
          primaryRegion        | ''
          regions              | us-west-2,eu-west-1
          regions              | {}
          regions              | ["us-west-2"]
          regions              | ["us-west-2","eu-west-1","eu-west-1"]
          regions              | ["us-west-2","eu-west-1",["eu-west-3"]]
          regions              | ["us-west-2","eu-west-1",null]
          homeRegion           | moon
          jwtIssuer            | identity.example
          jwtIssuer            | http://identity.example
          jwtIssuer            | https://not a url
          jwtIssuer            | mailto:identity@example
          jwtAudience          | []
          jwtAudience          | [""]
          packaging            | wasm
          packagingOverrides   | ["native"]
          packagingOverrides   | {"booking-handlers":"native"}
          packagingOverrides   | {"booking-handler":"wasm"}
          architecture         | arm
          reservedConcurrency  | {"booking-handler":0}
          reservedConcurrency  | {"booking-handler":1.5}
          reservedConcurrency  | {"booking-handler":{}}
          reservedConcurrency  | 100
          throttlingRateLimit  | 0
          throttlingRateLimit  | NaN
          throttlingRateLimit  | many
          throttlingBurstLimit | 0
          throttlingBurstLimit | 2e3
          corsAllowOrigins     | ["*"]
          corsAllowOrigins     | ["https://www.example/book"]
          logRetentionDays     | 8
          logRetentionDays     | 0
          pmsConnections       | []
          pmsConnections       | {"hilltop":"https://pms.example"}
          pmsConnections       | {"hilltop":{"integration":"json"}}
          pmsConnections       | {"hilltop":{"integration":"soap","url":"https://pms.example"}}
          pmsConnections       | {"hilltop":{"integration":"json","url":"http://pms.example"}}
          pmsConnections       | {"hilltop":{"integration":"json","url":"https://pms.example/a,b"}}
          pmsConnections       | {"Hill=top":{"integration":"json","url":"https://pms.example"}}
          circuitFailureThreshold     | 0
          circuitOpenSeconds          | soon
          reconciliationBudgetSeconds | 91
          reconciliationSegments      | 0
          vpcCidr              | 10.0.0.0/24
          vpcCidr              | 8.8.0.0/16
          vpcCidr              | 10.300.0.0/16
          cacheNodeType        | db.r7g.large
          auditInstanceClass   | large
          alarmEmails          | ["people"]
          owner                | ' '
          costCenter           | ''
          """)
  void aWrongValueIsNamed(String key, String value) {
    assertThatThrownBy(() -> read(SOUND.with(key, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("global-booking:" + key)
        .hasMessageEndingWith(".");
  }

  @Test
  void pmsConnectionsAreReadByName() {
    assertThat(
            read(SOUND.with(
                    "pmsConnections",
                    "{\"hilltop\":{\"integration\":\"json\",\"url\":\"https://pms.example/v1\"}}"))
                .functions()
                .work()
                .pmsConnections())
        .containsExactly(
            new PmsConnection(
                "hilltop", PmsIntegration.JSON, URI.create("https://pms.example/v1")));
  }

  @Test
  void aHomeRegionOutsideTheDeploymentIsRefused() {
    assertThatThrownBy(() -> read(SOUND.with("homeRegion", "ap-southeast-2")))
        .hasMessageContaining("ap-southeast-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"prod", "prod-europe", "eu-west-1", "Prod-eu-west-1", "elevenchars-eu-west-1"})
  void aStackThatIsNotNamedAfterEnvironmentAndRegionIsRefused(String name) {
    assertThatThrownBy(() -> Configuration.of(name, key -> Optional.empty()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Stack name");
  }

  @Test
  void theProgramEndsWithTheSentence() {
    assertThat(SOUND.with("logRetentionDays", "8").run().problems())
        .contains("Configuration global-booking:logRetentionDays: ");
  }

  @Test
  void aDevelopmentIssuerOnLoopbackNeedsNoTls() {
    assertThat(read(SOUND.with("jwtIssuer", "http://127.0.0.1:8090")).tokenIssuer().url())
        .hasToString("http://127.0.0.1:8090");
  }

  private static Configuration read(StackRun run) {
    return Configuration.of(
        run.stackName(), key -> Optional.ofNullable(run.configuration().get(key)));
  }
}
