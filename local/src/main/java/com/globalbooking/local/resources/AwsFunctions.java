package com.globalbooking.local.resources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.ProviderFunctions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The data sources of the AWS provider that a program may ask for in a local Region. */
final class AwsFunctions implements ProviderFunctions {
  private final RegionName region;

  AwsFunctions(RegionName region) {
    this.region = region;
  }

  @Override
  public Optional<Fields> invoke(String token, Inputs arguments) {
    return switch (token) {
      case "aws:index/getCallerIdentity:getCallerIdentity" ->
          answer(
              Map.of(
                  "accountId",
                  RegionContext.ACCOUNT,
                  "arn",
                  "arn:aws:iam::%s:user/local".formatted(RegionContext.ACCOUNT),
                  "id",
                  RegionContext.ACCOUNT,
                  "userId",
                  "local"));
      case "aws:index/getRegion:getRegion" ->
          answer(
              Map.of(
                  "name", region.value(),
                  "id", region.value(),
                  "description", "local " + region,
                  "endpoint", "ec2.%s.amazonaws.com".formatted(region)));
      case "aws:index/getPartition:getPartition" ->
          answer(
              Map.of(
                  "partition", "aws",
                  "id", "aws",
                  "dnsSuffix", "amazonaws.com",
                  "reverseDnsPrefix", "com.amazonaws"));
      case "aws:index/getAvailabilityZones:getAvailabilityZones" -> {
        List<String> zones = Stream.of("a", "b", "c").map(zone -> region.value() + zone).toList();
        yield answer(
            Map.of(
                "names",
                zones,
                "zoneIds",
                zones,
                "groupNames",
                List.of(region.value()),
                "id",
                region.value()));
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Fields> answer(Map<String, ?> result) {
    return Optional.of(PropertyValue.fields(result));
  }
}
