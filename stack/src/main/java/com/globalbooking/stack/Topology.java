package com.globalbooking.stack;

import static com.globalbooking.contract.Function.AUDIT_WRITER;
import static com.globalbooking.contract.Function.OVERBOOKING_RESOLVER;
import static com.globalbooking.contract.Function.PMS_SYNC_WORKER;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.access.EncryptionKey;
import com.globalbooking.stack.alarms.AlarmTopic;
import com.globalbooking.stack.alarms.Alarms;
import com.globalbooking.stack.audit.AuditDatabase;
import com.globalbooking.stack.audit.AuditMigration;
import com.globalbooking.stack.audit.AuditQueue;
import com.globalbooking.stack.availability.Cache;
import com.globalbooking.stack.booking.BookingApi;
import com.globalbooking.stack.configuration.Configuration;
import com.globalbooking.stack.events.EventTopic;
import com.globalbooking.stack.eventsources.EventSources;
import com.globalbooking.stack.functions.Fleet;
import com.globalbooking.stack.functions.FunctionMessaging;
import com.globalbooking.stack.functions.FunctionSurroundings;
import com.globalbooking.stack.functions.FunctionTables;
import com.globalbooking.stack.inventory.Control;
import com.globalbooking.stack.inventory.GlobalTables;
import com.globalbooking.stack.inventory.Outbox;
import com.globalbooking.stack.inventory.PrimaryTables;
import com.globalbooking.stack.inventory.ReplicaTables;
import com.globalbooking.stack.messaging.QueueHandle;
import com.globalbooking.stack.messaging.StreamDeadLetters;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.StackName;
import com.globalbooking.stack.network.Network;
import com.globalbooking.stack.network.Zones;
import com.globalbooking.stack.pms.PmsQueues;
import com.globalbooking.stack.reconciliation.OverbookingQueue;
import com.globalbooking.stack.reconciliation.Reconciliation;
import com.pulumi.Context;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.GetCallerIdentityArgs;
import com.pulumi.aws.outputs.GetCallerIdentityResult;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A Region, component by component:
 *
 * <pre>
 *   guests ──▶ booking API ──▶ functions ──▶ inventory, bookings (global tables)   network: cache,
 *                                   │              │         └▶ hot-booking-checker  audit database,
 *                                   │              └▶ cache-updater ─▶ cache         the functions
 *                                   ▼                                                that call them
 *                             outbox (this Region's) ─▶ event-publisher ─▶ topic, event bus
 *                                                                            │
 *           ┌───────────────────────┬────────────────────────────┬───────────┘
 *           ▼                       ▼                            ▼
 *      audit queue            a queue for each            overbooking queue ◀── hot-booking-checker
 *           ▼                 class of PMS                       ▼
 *      audit-writer                 ▼                    overbooking-resolver ◀─┐
 *           ▼                 pms-sync-worker ─▶ PMS                            │
 *      audit database                                    state machine, every five minutes:
 *                                                        reconciliation-checker ┘
 *   alarms on all of it ──▶ alarm topic ──▶ people
 * </pre>
 */
public final class Topology {

  private Topology() {}

  /**
   * Registers everything a Region consists of and exports the outputs named in {@link StackOutput}.
   *
   * @throws com.pulumi.exceptions.RunException when the configuration is wrong or a package has not
   *     been built; the message says what to do
   */
  public static void define(Context context) {
    Configuration configuration = Configuration.of(context.stackName(), context.config()::get);
    Names names = configuration.names();
    int logRetentionDays = configuration.logRetentionDays();

    // The stack's name decides the Region, so that one configuration file serves all Regions.
    var aws = new Provider("aws", ProviderArgs.builder().region(names.region().value()).build());
    ComponentResourceOptions options = ComponentResourceOptions.builder().providers(aws).build();
    Account account = account(aws);

    var key = new EncryptionKey("key", new EncryptionKey.Args(names, account), options);
    var network =
        new Network(
            "network",
            new Network.Args(names, configuration.vpcAddresses(), Zones.of(aws)),
            options);

    GlobalTables global =
        switch (configuration.role()) {
          case PRIMARY ->
              new PrimaryTables(
                  "tables", new PrimaryTables.Args(names, configuration.regions()), options);
          case REPLICA ->
              new ReplicaTables(
                  "tables",
                  new ReplicaTables.Args(names, account, primaryStack(context, configuration)),
                  options);
        };
    var outbox = new Outbox("outbox", new Outbox.Args(names), options);
    var control = new Control("control", new Control.Args(names), options);
    var tables =
        new FunctionTables(
            global.inventory(), global.bookings(), global.regions(), outbox.table, control.table);

    var cache =
        new Cache(
            "cache", new Cache.Args(names, network.cache, configuration.cacheNodeType()), options);
    var auditDatabase =
        new AuditDatabase(
            "audit-database",
            new AuditDatabase.Args(
                names,
                network.database,
                configuration.auditInstanceClass(),
                key.arn,
                logRetentionDays),
            options);

    var alarmTopic =
        new AlarmTopic(
            "alarm-topic",
            new AlarmTopic.Args(names, account, key.arn, configuration.alarmEmails()),
            options);
    var topic = new EventTopic("events", new EventTopic.Args(names, key.arn), options);
    var audit = new AuditQueue("audit", new AuditQueue.Args(names, topic), options);
    var pms = new PmsQueues("pms", new PmsQueues.Args(names, topic, key.arn), options);
    var overbookings =
        new OverbookingQueue("overbooking", new OverbookingQueue.Args(names, topic), options);
    var streamDeadLetters =
        new StreamDeadLetters(
            "dead-letters",
            new StreamDeadLetters.Args(names, List.copyOf(tables.byStreamReader().keySet())),
            options);
    Map<Function, QueueHandle> deadLetters = new EnumMap<>(streamDeadLetters.queues);
    deadLetters.put(AUDIT_WRITER, audit.deadLetters);
    deadLetters.put(PMS_SYNC_WORKER, pms.deadLetters);
    deadLetters.put(OVERBOOKING_RESOLVER, overbookings.deadLetters);
    var messaging =
        new FunctionMessaging(
            topic.topicArn,
            topic.busName,
            topic.busArn,
            alarmTopic.arn,
            overbookings.queue,
            topic.undelivered,
            Map.of(
                AUDIT_WRITER, List.of(audit.queue),
                PMS_SYNC_WORKER, pms.queues,
                OVERBOOKING_RESOLVER, List.of(overbookings.queue)),
            deadLetters);

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
                    messaging,
                    pms.secretArn,
                    network.functions),
                logRetentionDays),
            options);
    var bookingApi =
        new BookingApi(
            "booking-api",
            new BookingApi.Args(
                names,
                fleet.functions,
                configuration.tokenIssuer(),
                configuration.throttling(),
                configuration.corsAllowOrigins(),
                logRetentionDays),
            options);
    var auditMigration =
        new AuditMigration(
            "audit-migration",
            new AuditMigration.Args(fleet.of(Function.AUDIT_MIGRATOR), auditDatabase, network),
            options);
    new EventSources(
        "event-sources",
        new EventSources.Args(fleet.functions, tables, messaging, auditMigration),
        options);
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

    new Alarms(
        "alarms",
        new Alarms.Args(
            names,
            alarmTopic.arn,
            fleet.functions,
            tables,
            messaging,
            configuration.regions().otherThan(names.region()),
            bookingApi.apiId,
            reconciliation.stateMachineArn,
            cache.nodeIds,
            auditDatabase.instanceIds),
        options);

    context.export(StackOutput.REGION, names.region().value());
    context.export(StackOutput.ROLE, configuration.role().value());
    context.export(StackOutput.API_ENDPOINT, bookingApi.endpoint);
    context.export(StackOutput.INVENTORY_TABLE_NAME, tables.inventory().name());
    context.export(StackOutput.BOOKINGS_TABLE_NAME, tables.bookings().name());
    context.export(StackOutput.OUTBOX_TABLE_NAME, tables.outbox().name());
    context.export(StackOutput.CONTROL_TABLE_NAME, tables.control().name());
    context.export(StackOutput.INVENTORY_STREAM_ARN, tables.inventory().streamArn());
    context.export(StackOutput.BOOKINGS_STREAM_ARN, tables.bookings().streamArn());
    context.export(StackOutput.OUTBOX_STREAM_ARN, tables.outbox().streamArn());
    context.export(StackOutput.TOPIC_ARN, topic.topicArn);
    context.export(StackOutput.ALARM_TOPIC_ARN, alarmTopic.arn);
    context.export(StackOutput.EVENT_BUS_NAME, topic.busName);
    context.export(StackOutput.QUEUE_URLS, messaging.queueUrls());
    context.export(StackOutput.DEAD_LETTER_QUEUE_URLS, messaging.deadLetterQueueUrls());
    context.export(StackOutput.CACHE_ENDPOINT, cache.endpoint);
    context.export(StackOutput.AUDIT_DATABASE_URL, auditDatabase.access.writerUrl());
    context.export(StackOutput.PMS_SECRET_ARN, pms.secretArn);
    context.export(StackOutput.RECONCILIATION_STATE_MACHINE_ARN, reconciliation.stateMachineArn);
    context.export(StackOutput.FUNCTION_ARNS, fleet.functionArns);
    if (global instanceof PrimaryTables primary) {
      context.export(StackOutput.INVENTORY_STREAM_ARNS, primary.inventoryStreamArns);
      context.export(StackOutput.BOOKINGS_STREAM_ARNS, primary.bookingsStreamArns);
      context.export(StackOutput.REGIONS_STREAM_ARNS, primary.regionsStreamArns);
    }
  }

  private static Account account(Provider aws) {
    return new Account(
        AwsFunctions.getCallerIdentity(
                GetCallerIdentityArgs.Empty, InvokeOptions.builder().provider(aws).build())
            .applyValue(GetCallerIdentityResult::accountId));
  }

  private static String primaryStack(Context context, Configuration configuration) {
    var primary =
        new StackName(configuration.stack().environment(), configuration.regions().primary());
    return context.organizationName() + "/" + context.projectName() + "/" + primary;
  }
}
