package com.globalbooking.stack;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.access.EncryptionKey;
import com.globalbooking.stack.alarms.AlarmTopic;
import com.globalbooking.stack.alarms.Alarms;
import com.globalbooking.stack.alarms.Budget;
import com.globalbooking.stack.alarms.Dashboard;
import com.globalbooking.stack.audit.AuditDatabase;
import com.globalbooking.stack.audit.AuditMigration;
import com.globalbooking.stack.availability.Cache;
import com.globalbooking.stack.backup.Backups;
import com.globalbooking.stack.booking.BookingApi;
import com.globalbooking.stack.booking.TokenSource;
import com.globalbooking.stack.configuration.Configuration;
import com.globalbooking.stack.configuration.ConfigurationSource;
import com.globalbooking.stack.configuration.Role;
import com.globalbooking.stack.eventsources.EventSources;
import com.globalbooking.stack.eventsources.Heartbeat;
import com.globalbooking.stack.functions.Fleet;
import com.globalbooking.stack.functions.FunctionSurroundings;
import com.globalbooking.stack.functions.FunctionTables;
import com.globalbooking.stack.inventory.Control;
import com.globalbooking.stack.inventory.GlobalTables;
import com.globalbooking.stack.inventory.Outbox;
import com.globalbooking.stack.inventory.PrimaryTables;
import com.globalbooking.stack.inventory.ReplicaTables;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.network.Network;
import com.globalbooking.stack.network.Zones;
import com.globalbooking.stack.reconciliation.Reconciliation;
import com.globalbooking.stack.routing.Routing;
import com.pulumi.Context;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Region, component by component:
 *
 * <pre>
 *   guests ──▶ Route 53 ──▶ booking API ──▶ functions ──▶ inventory, bookings (global tables)
 *                 │                            │              │         └▶ hot-booking-checker
 *                 │                            │              └▶ cache-updater ─▶ cache
 *                 └ health ◀── region-health   ▼
 *                                        outbox (this Region's) ─▶ event-publisher ─▶ topic, event bus
 *                                                                                       │
 *           ┌───────────────────────┬────────────────────────────┬──────────────────────┘
 *           ▼                       ▼                            ▼
 *      audit queue            a queue for each            overbooking queue ◀── hot-booking-checker
 *           ▼                 class of PMS                       ▼
 *      audit-writer                 ▼                    overbooking-resolver ◀─┐
 *           ▼                 pms-sync-worker ─▶ PMS                            │
 *      audit database                                    state machine, every five minutes:
 *                                                        reconciliation-checker ┘
 *   network: cache, audit database, the functions that call them
 *   alarms on all of it ──▶ alarm topic ──▶ on-call          backups of tables and database
 * </pre>
 */
public final class Topology {

  private Topology() {}

  /**
   * Registers everything a Region consists of and exports the outputs named in {@link StackOutput}.
   *
   * @param source what the stack's configuration sets
   * @param clock tells when the stack is deployed
   * @throws com.globalbooking.stack.configuration.ConfigurationException before anything is
   *     registered, when it could not be deployed; the message says everything that is wrong
   */
  public static void define(Context context, ConfigurationSource source, Clock clock) {
    Configuration configuration = Configuration.of(context.stackName(), source);
    Names names = configuration.names();
    int logRetentionDays = configuration.logRetentionDays();

    // The stack's name decides the Region, so that one configuration file serves all Regions.
    var aws = new Provider("aws", ProviderArgs.builder().region(names.region().value()).build());
    var preflight = new Preflight(context, configuration, aws);
    preflight.check();
    ComponentResourceOptions options = ComponentResourceOptions.builder().providers(aws).build();
    Account account = preflight.account();

    var key = new EncryptionKey("key", new EncryptionKey.Args(names, account), options);
    Optional<Output<String>> dataKey =
        configuration.customerManagedKeys() ? Optional.of(key.arn) : Optional.empty();
    var network =
        new Network(
            "network",
            new Network.Args(
                names,
                account,
                configuration.network(),
                Zones.of(aws, configuration.network().zones()),
                logRetentionDays),
            options);

    GlobalTables global =
        switch (configuration.role()) {
          case PRIMARY ->
              new PrimaryTables("tables", new PrimaryTables.Args(names, dataKey), options);
          case REPLICA ->
              new ReplicaTables(
                  "tables",
                  new ReplicaTables.Args(
                      names, account, configuration.regions().primary(), aws, dataKey),
                  options);
        };
    var outbox = new Outbox("outbox", new Outbox.Args(names, dataKey), options);
    var control = new Control("control", new Control.Args(names, dataKey), options);
    var tables =
        new FunctionTables(
            global.inventory(), global.bookings(), global.regions(), outbox.table, control.table);

    var cache =
        new Cache(
            "cache",
            new Cache.Args(names, network.cache, configuration.cache(), logRetentionDays),
            options);
    var auditDatabase =
        new AuditDatabase(
            "audit-database",
            new AuditDatabase.Args(
                names,
                network.database,
                configuration.audit(),
                key.arn,
                dataKey,
                clock.instant(),
                logRetentionDays),
            options);

    var alarmTopic =
        new AlarmTopic(
            "alarm-topic",
            new AlarmTopic.Args(names, account, key.arn, configuration.alarms().emails()),
            options);
    var messages = new Messages(names, key.arn, alarmTopic.arn, tables, options);

    var fleet =
        new Fleet(
            "functions",
            new Fleet.Args(
                names,
                account,
                configuration.regions(),
                configuration.functions(),
                new FunctionSurroundings(
                    tables,
                    cache.access,
                    auditDatabase.access,
                    messages.forFunctions,
                    messages.pms.secretArn,
                    network.functions),
                network,
                aws,
                logRetentionDays),
            options);
    TokenSource tokens =
        TokenSource.of(
            configuration.issuer(),
            names,
            account,
            configuration.stackOfPrimary(context.organizationName()),
            options);
    var bookingApi =
        new BookingApi(
            "booking-api",
            new BookingApi.Args(
                names,
                fleet.functions,
                tokens.issuer(),
                configuration.throttling(),
                configuration.corsAllowOrigins(),
                configuration.domain().isEmpty(),
                logRetentionDays),
            options);
    var auditMigration =
        new AuditMigration(
            "audit-migration",
            new AuditMigration.Args(fleet.of(Function.AUDIT_MIGRATOR), auditDatabase, network),
            options);
    new EventSources(
        "event-sources",
        new EventSources.Args(fleet.functions, tables, messages.forFunctions, auditMigration),
        options);
    new Heartbeat(
        "heartbeat", new Heartbeat.Args(names, account, fleet.of(Function.REGION_HEALTH)), options);
    var reconciliation =
        new Reconciliation(
            "reconciliation",
            new Reconciliation.Args(
                names,
                account,
                fleet.functions,
                alarmTopic.arn,
                configuration.reconciliationSegments(),
                configuration.functions().work().reconciliationBudgetSeconds(),
                logRetentionDays),
            options);

    var alarms =
        new Alarms(
            "alarms",
            new Alarms.Args(
                names,
                alarmTopic.arn,
                fleet.functions,
                configuration.functions().reservedConcurrency(),
                tables,
                messages.forFunctions,
                configuration.regions().otherThan(names.region()),
                bookingApi.apiId,
                reconciliation.stateMachineArn,
                messages.topic.topicName,
                cache.nodeIds,
                auditDatabase.clusterId,
                auditDatabase.instanceIds),
            options);
    Optional<Routing> routing =
        configuration
            .domain()
            .map(
                domain ->
                    new Routing(
                        "routing",
                        new Routing.Args(
                            names,
                            domain,
                            bookingApi.apiId,
                            bookingApi.stageName,
                            alarms.regionSignal),
                        options));
    var dashboard =
        new Dashboard(
            "dashboard",
            new Dashboard.Args(
                names,
                configuration.regions().otherThan(names.region()),
                bookingApi.apiId,
                messages.forFunctions,
                alarms,
                routing.map(it -> it.healthCheckId)),
            options);
    if (configuration.backup().vaults()) {
      new Backups(
          "backups",
          new Backups.Args(
              names,
              account,
              configuration.regions().after(names.region()),
              configuration.backup(),
              key.arn,
              Stream.concat(
                      global.kept().stream(),
                      Stream.of(control.table.arn(), auditDatabase.clusterArn))
                  .toList()),
          options);
    }
    // Kept by one stack, because a budget belongs to the account.
    if (configuration.role() == Role.PRIMARY) {
      configuration
          .alarms()
          .monthlyBudget()
          .ifPresent(
              dollars ->
                  new Budget(
                      "budget",
                      new Budget.Args(names, dollars, configuration.alarms().emails()),
                      options));
    }

    new Outputs(
            configuration,
            network,
            tables,
            cache,
            auditDatabase,
            alarmTopic,
            messages,
            fleet,
            tokens,
            bookingApi,
            routing,
            reconciliation,
            alarms,
            dashboard)
        .export(context);
  }
}
