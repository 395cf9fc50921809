package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.stack.configuration.Configuration;
import com.globalbooking.stack.configuration.ConfigurationException;
import com.globalbooking.stack.configuration.ConfigurationSource;
import com.globalbooking.stack.engine.ProjectFile;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be deployed is refused, with every wrong key by its name. */
@Timeout(90)
class WrongConfigurationTest {

  private static final StackRun SOUND = StackRun.of("test-eu-west-1");

  @Test
  void everyWrongKeyIsToldInOneMessageBeforeAnythingIsRegistered() {
    StackGraph graph =
        SOUND
            .with("logRetentionDay", "90")
            .with("regions", "[\"us-west-2\"]")
            .with("architecture", "arm")
            .with("jwtIssuer", "https://identity.global-booking.example")
            .with("hostedZoneId", "Z0123456789ABCDEFGHIJ")
            .with("natGateways", "2")
            .run();

    assertThat(graph.problems())
        .contains("for 6 reasons")
        .contains("global-booking:logRetentionDay is unknown: did you mean 'logRetentionDays'?")
        .contains("global-booking:regions [us-west-2] does not name eu-west-1")
        .contains("global-booking:architecture 'arm' is none of [arm64, x86_64]")
        .contains("global-booking:jwtIssuer 'identity.global-booking.example' is a placeholder")
        .contains("global-booking:domainName is missing")
        .contains("global-booking:natGateways 2 is not 0, 1 or one for each of the 3 zones")
        .contains("Nothing has been registered or changed");
    assertThat(graph.resources()).noneMatch(Registered::isOnAws);
  }

  @Test
  void whatIsCommittedForProductionIsRefusedUntilItsPlaceholdersAreFilledIn() {
    StackRun committed =
        new StackRun(
            "prod-us-west-2", ProjectFile.committed("prod"), false, Map.of(), 1_000, "acme.travel");

    assertThat(committed.run().problems())
        .contains(
            "global-booking:domainName",
            "global-booking:hostedZoneId",
            "global-booking:jwtIssuer",
            "global-booking:jwtAudience",
            "global-booking:corsAllowOrigins",
            "global-booking:alarmEmails");
  }

  @Test
  void aSecureValueIsRefused() {
    assertThatThrownBy(
            () ->
                Configuration.of(
                    SOUND.stackName(),
                    new ConfigurationSource(SOUND.configuration(), Set.of("owner"))))
        .hasMessageContaining("global-booking:owner is a secure value");
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
          jwtIssuer            | https://identity.acme.travel?tenant=1
          jwtIssuer            | https://identity.example
          domainName           | booking
          domainName           | Booking.acme.travel
          domainName           | booking.acme.invalid
          hostedZoneId         | acme.travel
          tags                 | {"Owner":"us"}
          tags                 | {"aws:x":"us"}
          tags                 | []
          commit               | HEAD
          availabilityZones    | 4
          natGateways          | 4
          cacheShards          | 0
          cacheReplicas        | 6
          auditInstances       | 0
          auditCapacity        | {"min":0.5,"max":1}
          auditCapacity        | {"min":0.3,"max":1}
          auditCapacity        | {"min":1}
          vpcFlowLogs          | yes
          backupVaultLock      | forever
          backupWindow         | 3 o'clock
          maintenanceWindow    | sunday
          monthlyBudget        | 100
          perRegion            | []
          perRegion            | {"eu-west-1":7}
          perRegion            | {"eu-west-1":{"vpcCidrs":"10.7.0.0/16"}}
          perRegion            | {"eu-west-1":{"domainName":"booking.acme.travel"}}
          unheardOf            | 1
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
          pmsConnections       | {"hilltop":"https://pms.acme.travel"}
          pmsConnections       | {"hilltop":{"integration":"json"}}
          pmsConnections       | {"hilltop":{"integration":"soap","url":"https://pms.acme.travel"}}
          pmsConnections       | {"hilltop":{"integration":"json","url":"http://pms.example"}}
          pmsConnections       | {"hilltop":{"integration":"json","url":"https://pms.acme.travel/a,b"}}
          pmsConnections       | {"Hill=top":{"integration":"json","url":"https://pms.acme.travel"}}
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
          alarmEmails          | ["on-call@booking.example"]
          owner                | ' '
          costCenter           | ''
          """)
  void aWrongValueIsNamed(String key, String value) {
    assertThatThrownBy(() -> read(SOUND.with(key, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("global-booking:" + key)
        .hasMessageContaining("Nothing has been registered or changed.");
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
    assertThatThrownBy(() -> Configuration.of(name, new ConfigurationSource(Map.of(), Set.of())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("the stack is called '" + name);
  }

  @Test
  void theProgramEndsWithTheSentence() {
    assertThat(SOUND.with("logRetentionDays", "8").run().problems())
        .contains("global-booking:logRetentionDays CloudWatch Logs does not know a retention of 8");
  }

  private static Configuration read(StackRun run) {
    return Configuration.of(
        run.stackName(), new ConfigurationSource(run.configuration(), Set.of()));
  }
}
