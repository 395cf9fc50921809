package com.globalbooking.stack.functions;

import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.Function;
import com.globalbooking.stack.naming.Region;
import com.globalbooking.stack.naming.Regions;
import com.pulumi.core.Output;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment variables of functions: exactly those that the contract says it reads. */
final class FunctionEnvironment {

  private final FunctionTables tables;
  private final Regions regions;

  FunctionEnvironment(FunctionTables tables, Regions regions) {
    this.tables = tables;
    this.regions = regions;
  }

  Output<Map<String, String>> of(Function function) {
    Output.MapBuilder<String> variables = Output.mapBuilder();
    function.environment().stream()
        .sorted()
        .forEach(variable -> variables.put(variable.name(), value(variable)));
    return variables.build();
  }

  private Output<String> value(EnvironmentVariable variable) {
    return switch (variable) {
      case BOOKING_INVENTORY_TABLE -> tables.inventory().name();
      case BOOKING_BOOKINGS_TABLE -> tables.bookings().name();
      case BOOKING_OUTBOX_TABLE -> tables.outbox().name();
      case BOOKING_REGIONS ->
          Output.of(regions.all().stream().map(Region::value).collect(Collectors.joining(",")));
      case BOOKING_HOME_REGION -> Output.of(regions.home().value());
    };
  }
}
