package com.globalbooking.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.globalbooking.contract.Function;
import com.globalbooking.local.pms.PmsSystems;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration that the program gets for local Regions: the keys of {@code Pulumi.yaml}, as
 * any environment sets them. The program has no other way to know where it is deployed to.
 *
 * @param regions the primary Region first
 * @param nativeFunctions deployed as native executables
 * @param pmsConnections the PMS that hotels have, by name
 */
record StackConfiguration(
    List<RegionName> regions,
    URI tokenIssuer,
    Set<Function> nativeFunctions,
    Map<String, PmsSystems.Connection> pmsConnections) {
  /** The audience of the tokens that the API takes. */
  static final String AUDIENCE = "https://booking.local";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** More instances than cores would only slow each other down. */
  private static final int CONCURRENCY = 4;

  private static final int BOOKING_CONCURRENCY = 8;

  /** Who breaks a PMS on a laptop to look at it does not want to wait for a minute. */
  private static final int CIRCUIT_OPEN_SECONDS = 10;

  /** Key without namespace to value. */
  Map<String, String> values() {
    return Map.ofEntries(
        Map.entry("primaryRegion", regions.getFirst().value()),
        Map.entry("regions", json(regions.stream().map(RegionName::value).toList())),
        Map.entry("domainName", RoutingStart.DOMAIN),
        Map.entry("hostedZoneId", RoutingStart.ZONE_ID),
        Map.entry("jwtIssuer", tokenIssuer.toString()),
        Map.entry("jwtAudience", json(List.of(AUDIENCE))),
        Map.entry("packaging", "jvm"),
        Map.entry(
            "packagingOverrides",
            json(
                nativeFunctions.stream()
                    .collect(Collectors.toMap(Function::id, function -> "native")))),
        Map.entry("architecture", architecture()),
        Map.entry("reservedConcurrency", json(reservedConcurrency())),
        Map.entry("pmsConnections", json(pmsConnections)),
        Map.entry("circuitOpenSeconds", "" + CIRCUIT_OPEN_SECONDS),
        Map.entry("owner", "local"),
        Map.entry("costCenter", "local"));
  }

  private static Map<String, Integer> reservedConcurrency() {
    return Arrays.stream(Function.values())
        .collect(
            Collectors.toMap(
                Function::id,
                it -> it == Function.BOOKING_HANDLER ? BOOKING_CONCURRENCY : CONCURRENCY));
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
