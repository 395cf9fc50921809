package com.globalbooking.local.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.routing.DnsRecord.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NameServerTest {
  private static final RegionName OREGON = new RegionName("us-west-2");
  private static final RegionName IRELAND = new RegionName("eu-west-1");
  private static final RegionName SINGAPORE = new RegionName("ap-southeast-1");
  private static final List<RegionName> REGIONS = List.of(OREGON, IRELAND, SINGAPORE);
  private static final String ZONE = "Z1";
  private static final String NAME = "booking.test";

  private final HostedZones zones = new HostedZones(Map.of(ZONE, NAME));
  private final Set<String> unhealthy = new HashSet<>();

  /** In a circle: each Region is next to the one before and after it in the list. */
  private final NameServer names =
      new NameServer(
          zones,
          id -> !unhealthy.contains(id),
          (guest, region) ->
              Math.floorMod(REGIONS.indexOf(region) - REGIONS.indexOf(guest), REGIONS.size()));

  @BeforeEach
  void threeRegions() {
    REGIONS.forEach(region -> zones.put(latency(region, Optional.of(region.value())), false));
  }

  @Test
  void aGuestIsLedToTheNearestRegion() {
    assertThat(regionFor(OREGON)).isEqualTo(OREGON);
    assertThat(regionFor(SINGAPORE)).isEqualTo(SINGAPORE);
  }

  @Test
  void anUnhealthyRegionIsPassedOverForTheNextNearest() {
    unhealthy.add("us-west-2");
    assertThat(regionFor(OREGON)).isEqualTo(IRELAND);
    unhealthy.add("eu-west-1");
    assertThat(regionFor(OREGON)).isEqualTo(SINGAPORE);
  }

  @Test
  void whenAllAreUnhealthyAllCountAsHealthy() {
    unhealthy.addAll(List.of("us-west-2", "eu-west-1", "ap-southeast-1"));

    assertThat(regionFor(IRELAND)).isEqualTo(IRELAND);
  }

  @Test
  void aRecordWithoutACheckIsAlwaysAnsweredWith() {
    unhealthy.add("us-west-2");
    zones.put(latency(OREGON, Optional.empty()), true);

    assertThat(regionFor(OREGON)).isEqualTo(OREGON);
  }

  @Test
  void otherNamesAndTypesHaveNoAnswer() {
    assertThat(names.answer("www.booking.test", "A", OREGON)).isEmpty();
    assertThat(names.answer(NAME, "AAAA", OREGON)).isEmpty();
    assertThat(names.answer("Booking.Test.", "A", OREGON)).isPresent();
  }

  @Test
  void aRecordIsPutOnceUnlessItMayBeOverwritten() {
    assertThatThrownBy(() -> zones.put(latency(OREGON, Optional.empty()), false))
        .hasMessageContaining("already exists");
  }

  @Test
  void allRecordsOfANameHaveTheSamePolicy() {
    assertThatThrownBy(() -> zones.put(simple(NAME), false))
        .hasMessageContaining("same routing policy");
    zones.put(simple("us-west-2." + NAME), false);
    assertThatThrownBy(
            () ->
                new DnsRecord(
                    new DnsRecord.Key(ZONE, NAME, "A", "us-west-2"),
                    Optional.empty(),
                    Optional.empty(),
                    alias("d-x")))
        .hasMessageContaining("setIdentifier");
  }

  @Test
  void aZoneHoldsOnlyNamesBelowItsOwn() {
    assertThatThrownBy(() -> zones.put(simple("notbooking.test"), false))
        .hasMessageContaining("not permitted in the zone booking.test");
    assertThatThrownBy(
            () ->
                zones.put(
                    new DnsRecord(
                        new DnsRecord.Key("Z2", NAME, "A", ""),
                        Optional.empty(),
                        Optional.empty(),
                        alias("d-x")),
                    false))
        .hasMessageContaining("no hosted zone Z2");
  }

  private RegionName regionFor(RegionName guest) {
    return names.answer(NAME, "A", guest).flatMap(DnsRecord::latencyRegion).orElseThrow();
  }

  private static DnsRecord latency(RegionName region, Optional<String> check) {
    return new DnsRecord(
        new DnsRecord.Key(ZONE, NAME, "A", region.value()),
        Optional.of(region),
        check,
        alias("d-" + region));
  }

  private static DnsRecord simple(String name) {
    return new DnsRecord(
        new DnsRecord.Key(ZONE, name, "A", ""), Optional.empty(), Optional.empty(), alias("d-x"));
  }

  private static Target alias(String name) {
    return new Target.Alias(name, "Z2");
  }
}
