package com.globalbooking.stack;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.alarms.AlarmTopic;
import com.globalbooking.stack.alarms.Alarms;
import com.globalbooking.stack.alarms.Dashboard;
import com.globalbooking.stack.audit.AuditDatabase;
import com.globalbooking.stack.availability.Cache;
import com.globalbooking.stack.booking.BookingApi;
import com.globalbooking.stack.booking.TokenSource;
import com.globalbooking.stack.configuration.Configuration;
import com.globalbooking.stack.functions.Fleet;
import com.globalbooking.stack.functions.FunctionTables;
import com.globalbooking.stack.naming.Region;
import com.globalbooking.stack.network.Network;
import com.globalbooking.stack.reconciliation.Reconciliation;
import com.globalbooking.stack.routing.DomainSettings;
import com.globalbooking.stack.routing.Routing;
import com.pulumi.Context;
import com.pulumi.core.Output;
import java.util.Optional;

/** What a Region's stack tells other teams, scripts and test harnesses: {@link StackOutput}. */
record Outputs(
    Configuration configuration,
    Network network,
    FunctionTables tables,
    Cache cache,
    AuditDatabase auditDatabase,
    AlarmTopic alarmTopic,
    Messages messages,
    Fleet fleet,
    TokenSource tokens,
    BookingApi bookingApi,
    Optional<Routing> routing,
    Reconciliation reconciliation,
    Alarms alarms,
    Dashboard dashboard) {

  void export(Context context) {
    deployment(context);
    entrance(context);
    data(context);
    work(context);
  }

  private void deployment(Context context) {
    context.export(StackOutput.REGION, configuration.names().region().value());
    context.export(StackOutput.ROLE, configuration.role().value());
    context.export(
        StackOutput.REGIONS,
        Output.of(configuration.regions().all().stream().map(Region::value).toList()));
    context.export(StackOutput.COMMIT, configuration.commit().orElse(""));
    context.export(StackOutput.FUNCTION_ARNS, fleet.functionArns);
    context.export(StackOutput.FUNCTION_VERSIONS, fleet.functionVersions);
    context.export(StackOutput.PACKAGE_DIGESTS, fleet.packageDigests);
    context.export(StackOutput.CODE_BUCKET, fleet.codeBucket);
    context.export(StackOutput.VPC_ID, network.vpcId);
    context.export(StackOutput.PRIVATE_SUBNET_IDS, network.isolatedSubnetIds);
    context.export(StackOutput.EGRESS_ADDRESSES, network.egressAddresses);
  }

  private void entrance(Context context) {
    context.export(
        StackOutput.API_ENDPOINT, routing.map(it -> it.ownEndpoint).orElse(bookingApi.endpoint));
    context.export(
        StackOutput.GLOBAL_ENDPOINT,
        routing.map(it -> it.globalEndpoint).orElse(bookingApi.endpoint));
    context.export(
        StackOutput.HEALTH_CHECK_ID, routing.map(it -> it.healthCheckId).orElse(Output.of("")));
    context.export(
        StackOutput.HOSTED_ZONE_ID,
        configuration.domain().map(DomainSettings::hostedZoneId).orElse(""));
    context.export(StackOutput.JWT_ISSUER, tokens.issuer().url());
    context.export(StackOutput.JWT_AUDIENCE, tokens.issuer().audiences());
    context.export(StackOutput.SCOPE_PREFIX, tokens.issuer().scopePrefix());
    context.export(StackOutput.TOKEN_ENDPOINT, tokens.endpoint());
    context.export(StackOutput.TOKEN_CLIENT_ID, tokens.clientId());
    context.export(StackOutput.TOKEN_CLIENT_SECRET, tokens.clientSecret());
  }

  private void data(Context context) {
    context.export(StackOutput.INVENTORY_TABLE_NAME, tables.inventory().name());
    context.export(StackOutput.BOOKINGS_TABLE_NAME, tables.bookings().name());
    context.export(StackOutput.REGIONS_TABLE_NAME, tables.regions().name());
    context.export(StackOutput.OUTBOX_TABLE_NAME, tables.outbox().name());
    context.export(StackOutput.CONTROL_TABLE_NAME, tables.control().name());
    context.export(StackOutput.INVENTORY_STREAM_ARN, tables.inventory().streamArn());
    context.export(StackOutput.BOOKINGS_STREAM_ARN, tables.bookings().streamArn());
    context.export(StackOutput.OUTBOX_STREAM_ARN, tables.outbox().streamArn());
    context.export(StackOutput.CACHE_ENDPOINT, cache.endpoint);
    context.export(StackOutput.AUDIT_DATABASE_URL, auditDatabase.access.writerUrl());
    context.export(StackOutput.AUDIT_READER_ENDPOINT, auditDatabase.readerEndpoint);
    context.export(StackOutput.AUDIT_MASTER_SECRET_ARN, auditDatabase.access.masterSecretArn());
  }

  private void work(Context context) {
    context.export(StackOutput.TOPIC_ARN, messages.topic.topicArn);
    context.export(StackOutput.EVENT_BUS_NAME, messages.topic.busName);
    context.export(StackOutput.QUEUE_URLS, messages.forFunctions.queueUrls());
    context.export(StackOutput.DEAD_LETTER_QUEUE_URLS, messages.forFunctions.deadLetterQueueUrls());
    context.export(StackOutput.PMS_SECRET_ARN, messages.pms.secretArn);
    context.export(StackOutput.RECONCILIATION_STATE_MACHINE_ARN, reconciliation.stateMachineArn);
    context.export(StackOutput.ALARM_TOPIC_ARN, alarmTopic.arn);
    context.export(StackOutput.ALARM_NAME_PREFIX, configuration.names().of(""));
    context.export(StackOutput.REGION_ALARM_NAME, alarms.regionAlarmName);
    context.export(StackOutput.DASHBOARD_URL, dashboard.url);
  }
}
