package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.PmsConnection;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.stack.availability.CacheSettings;
import com.globalbooking.stack.availability.NodeType;
import com.globalbooking.stack.backup.BackupSettings;
import com.globalbooking.stack.backup.VaultLock;
import com.globalbooking.stack.configuration.Configuration;
import com.globalbooking.stack.configuration.ConfigurationSource;
import com.globalbooking.stack.configuration.Role;
import com.globalbooking.stack.engine.StackRun;
import com.globalbooking.stack.functions.Architecture;
import com.globalbooking.stack.functions.Packaging;
import com.globalbooking.stack.functions.WorkSettings;
import com.globalbooking.stack.naming.Region;
import com.globalbooking.stack.network.AddressRange;
import com.globalbooking.stack.network.NetworkSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class ConfigurationTest {

  private static final StackRun SOUND = StackRun.of("test-eu-west-1");

  @Test
  void whatIsNotSetHasASensibleValue() {
    Configuration configuration = read(SOUND.without("packagesDirectory"));

    assertThat(configuration.role()).isEqualTo(Role.REPLICA);
    assertThat(configuration.regions().home()).isEqualTo(new Region("us-west-2"));
    assertThat(configuration.throttling().ratePerSecond()).isEqualTo(1200);
    assertThat(configuration.throttling().burst()).isEqualTo(2000);
    assertThat(configuration.corsAllowOrigins()).isEmpty();
    assertThat(configuration.logRetentionDays()).isEqualTo(30);
    assertThat(configuration.functions().packagings())
        .containsEntry(Function.BOOKING_HANDLER, Packaging.NATIVE)
        .containsEntry(Function.AUDIT_MIGRATOR, Packaging.JVM);
    assertThat(configuration.functions().architecture()).isEqualTo(Architecture.X86_64);
    assertThat(configuration.functions().reservedConcurrency()).isEmpty();
    assertThat(configuration.functions().packagesDirectory()).hasToString("lambdas");
    assertThat(configuration.functions().work()).isEqualTo(new WorkSettings(List.of(), 5, 60, 30));
    assertThat(configuration.reconciliationSegments()).isEqualTo(4);
    assertThat(configuration.network())
        .isEqualTo(new NetworkSettings(new AddressRange("10.0.0.0/16"), 3, 3, false));
    assertThat(configuration.cache())
        .isEqualTo(new CacheSettings(new NodeType("cache.r7g.large"), 3, 2, "sun:05:00-sun:06:00"));
    assertThat(configuration.audit().instanceClass().value()).isEqualTo("db.r7g.large");
    assertThat(configuration.audit().instances()).isEqualTo(2);
    assertThat(configuration.domain()).isEmpty();
    assertThat(configuration.alarms().emails()).isEmpty();
  }

  @Test
  void productionIsSafeWithoutBeingTold() {
    Configuration production = read(StackRun.of("prod-eu-west-1"));

    assertThat(production.customerManagedKeys()).isTrue();
    assertThat(production.backup()).isEqualTo(new BackupSettings(true, VaultLock.GOVERNANCE));
    assertThat(production.audit().monitoring()).isTrue();
    assertThat(production.network().flowLogs()).isTrue();
    assertThat(read(SOUND).customerManagedKeys()).isFalse();
    assertThat(read(SOUND).backup()).isEqualTo(new BackupSettings(false, VaultLock.NONE));
  }

  @Test
  void aRegionMayHaveValuesOfItsOwn() {
    StackRun run =
        SOUND.with(
            "perRegion",
            "{\"eu-west-1\":{\"vpcCidr\":\"10.7.0.0/16\",\"cacheShards\":5},"
                + "\"us-west-2\":{\"vpcCidr\":\"10.8.0.0/16\"}}");

    assertThat(read(run).network().addresses().value()).isEqualTo("10.7.0.0/16");
    assertThat(read(run).cache().shards()).isEqualTo(5);
  }

  @Test
  void theSourceIsWhatAnEngineHandsOver() {
    assertThat(
            ConfigurationSource.of(
                "{\"global-booking:owner\":\"us\",\"aws:region\":\"eu-west-1\"}",
                "[\"global-booking:owner\"]",
                "global-booking"))
        .isEqualTo(new ConfigurationSource(Map.of("owner", "us"), Set.of("owner")));
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

  @Test
  void pmsConnectionsAreReadByName() {
    assertThat(
            read(SOUND.with(
                    "pmsConnections",
                    "{\"hilltop\":{\"integration\":\"json\",\"url\":\"https://pms.acme.travel/v1\"}}"))
                .functions()
                .work()
                .pmsConnections())
        .containsExactly(
            new PmsConnection(
                "hilltop", PmsIntegration.JSON, URI.create("https://pms.acme.travel/v1")));
  }

  @Test
  void aDevelopmentIssuerOnLoopbackNeedsNoTls() {
    assertThat(read(SOUND.with("jwtIssuer", "http://127.0.0.1:8090")).issuer().orElseThrow().url())
        .hasToString("http://127.0.0.1:8090");
  }

  private static Configuration read(StackRun run) {
    return Configuration.of(
        run.stackName(), new ConfigurationSource(run.configuration(), Set.of()));
  }
}
