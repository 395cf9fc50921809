package com.globalbooking.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.local.pms.PmsSystems;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StackConfigurationTest {
  private static final URI ISSUER = URI.create("http://127.0.0.1:9000");

  @Test
  void theFirstRegionIsThePrimaryOne() {
    assertThat(values(Set.of()))
        .containsEntry("primaryRegion", "us-west-2")
        .containsEntry("regions", "[\"us-west-2\",\"eu-west-1\"]")
        .containsEntry("jwtIssuer", "http://127.0.0.1:9000");
  }

  @Test
  void functionsAreJvmPackagesUnlessAskedForAsNative() {
    assertThat(values(Set.of()))
        .containsEntry("packaging", "jvm")
        .containsEntry("packagingOverrides", "{}");
    assertThat(values(Set.of(Function.BOOKING_HANDLER)))
        .containsEntry("packaging", "jvm")
        .containsEntry("packagingOverrides", "{\"booking-handler\":\"native\"}");
  }

  @Test
  void hotelsPmsAreConnectionsOfTheProgram() {
    assertThat(values(Set.of()))
        .containsEntry(
            "pmsConnections", "{\"alpine\":{\"integration\":\"json\",\"url\":\"http://pms\"}}");
  }

  private static Map<String, String> values(Set<Function> nativeFunctions) {
    List<RegionName> regions = List.of(new RegionName("us-west-2"), new RegionName("eu-west-1"));
    var alpine = Map.of("alpine", new PmsSystems.Connection("json", "http://pms"));
    return new StackConfiguration(regions, ISSUER, nativeFunctions, alpine).values();
  }
}
