package com.globalbooking.stack.functions;

import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.Function;
import com.globalbooking.contract.PmsConnection;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.globalbooking.stack.naming.Regions;
import com.pulumi.core.Output;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment variables of functions: exactly those that the contract says it reads. */
final class FunctionEnvironment {

  private final FunctionSurroundings surroundings;
  private final Names names;
  private final Regions regions;
  private final WorkSettings work;

  FunctionEnvironment(
      FunctionSurroundings surroundings, Names names, Regions regions, WorkSettings work) {
    this.surroundings = surroundings;
    this.names = names;
    this.regions = regions;
    this.work = work;
  }

  Output<Map<String, String>> of(Function function) {
    Output.MapBuilder<String> variables = Output.mapBuilder();
    function.environment().stream()
        .sorted()
        .forEach(variable -> variables.put(variable.name(), value(variable, function)));
    return variables.build();
  }

  private Output<String> value(EnvironmentVariable variable, Function function) {
    FunctionTables tables = surroundings.tables();
    FunctionCache cache = surroundings.cache();
    FunctionAudit audit = surroundings.audit();
    FunctionMessaging messaging = surroundings.messaging();
    return switch (variable) {
      case BOOKING_INVENTORY_TABLE -> tables.inventory().name();
      case BOOKING_BOOKINGS_TABLE -> tables.bookings().name();
      case BOOKING_OUTBOX_TABLE -> tables.outbox().name();
      case BOOKING_CONTROL_TABLE -> tables.control().name();
      case BOOKING_REGIONS_TABLE -> tables.regions().name();
      case BOOKING_ENVIRONMENT -> Output.of(names.environment().value());
      case BOOKING_REGION_ALARM -> Output.of(names.regionAlarm());
      case BOOKING_REGIONS ->
          Output.of(regions.all().stream().map(Region::value).collect(Collectors.joining(",")));
      case BOOKING_HOME_REGION -> Output.of(regions.home().value());
      case BOOKING_TOPIC -> messaging.topicArn();
      case BOOKING_EVENT_BUS -> messaging.busName();
      case BOOKING_ALARM_TOPIC -> messaging.alarmTopicArn();
      case BOOKING_DEAD_LETTER_QUEUE -> messaging.deadLetters(function).url();
      case BOOKING_RESOLVER_QUEUE -> messaging.resolver().url();
      case BOOKING_CACHE_ENDPOINT -> cache.endpoint();
      case BOOKING_CACHE_NAME -> cache.name();
      case BOOKING_CACHE_USER -> cache.user(function).name();
      case BOOKING_AUDIT_DATABASE -> audit.url(function);
      case BOOKING_AUDIT_MASTER_SECRET -> audit.masterSecretArn();
      case BOOKING_AUDIT_WRITER_SECRET -> audit.writerSecretArn();
      case BOOKING_AUDIT_READER_SECRET -> audit.readerSecretArn();
      case BOOKING_PMS_CONNECTIONS -> Output.of(connections());
      case BOOKING_PMS_SECRET -> surroundings.pmsSecretArn();
      case BOOKING_CIRCUIT_FAILURE_THRESHOLD -> number(work.circuitFailureThreshold());
      case BOOKING_CIRCUIT_OPEN_SECONDS -> number(work.circuitOpenSeconds());
      case BOOKING_RECONCILIATION_BUDGET_SECONDS -> number(work.reconciliationBudgetSeconds());
    };
  }

  private String connections() {
    return work.pmsConnections().stream().map(PmsConnection::text).collect(Collectors.joining(","));
  }

  private static Output<String> number(int number) {
    return Output.of(String.valueOf(number));
  }
}
