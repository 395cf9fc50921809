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
  /** What a new account may run at once. */
  private static final double CONCURRENT_EXECUTIONS = 1000;

  private final RegionContext context;

  AwsFunctions(RegionContext context) {
    this.context = context;
  }

  @Override
  public Optional<Fields> invoke(String token, Inputs arguments) {
    RegionName region = context.region();
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
      case "aws:dynamodb/getTable:getTable" -> Optional.of(table(arguments.string("name")));
      case "aws:ssm/getParameter:getParameter" -> Optional.of(parameter(arguments.string("name")));
      case "aws:servicequotas/getServiceQuota:getServiceQuota" ->
          answer(
              Map.of(
                  "serviceCode", arguments.string("serviceCode"),
                  "quotaCode", arguments.string("quotaCode"),
                  "id", arguments.string("quotaCode"),
                  "value", CONCURRENT_EXECUTIONS));
      default -> Optional.empty();
    };
  }

  private Fields table(String name) {
    return context
        .tables()
        .describe(name, context.region())
        .map(table -> DynamoDbTable.computed(context, name, table))
        .map(table -> table.with(PropertyValue.fields(Map.of("id", name))))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no table %s in %s".formatted(name, context.region())));
  }

  private Fields parameter(String name) {
    return context
        .stores()
        .parameters()
        .find(name)
        .map(parameter -> SsmParameter.told(context, name, parameter))
        .orElseThrow(() -> new IllegalArgumentException("ParameterNotFound: " + name));
  }

  private static Optional<Fields> answer(Map<String, ?> result) {
    return Optional.of(PropertyValue.fields(result));
  }
}
