package com.globalbooking.stack;

import com.globalbooking.stack.RuleMutantsTest.Mutant;
import com.globalbooking.stack.engine.Registered;
import java.util.List;

/** Faults in what makes a deployment of several Regions, and a release, safe. */
final class RegionMutants {

  private RegionMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            TableRulesTest.class,
            "thePrimaryStackNeverTouchesTheReplicasOfOthers",
            "Table tables-inventory",
            Registered::ignoring),
        new Mutant(
            TableRulesTest.class,
            "noReplicaOfProductionCanBeDeletedOrReplacedByMistake",
            "TableReplica tables-bookings",
            replica -> replica.ignoring("tableClassOverride")),
        new Mutant(
            TableRulesTest.class,
            "noReplicaOfProductionCanBeDeletedOrReplacedByMistake",
            "TableReplica tables-bookings",
            RuleMutantsTest.set("deletionProtectionEnabled", "false")),
        new Mutant(
            RoutingRulesTest.class,
            "noDeploymentPutsADrainedRegionBack",
            "HealthCheck routing-health",
            Registered::ignoring),
        new Mutant(
            RoutingRulesTest.class,
            "aRegionIsHealthyWhenItIsReachedAndSaysSoItself",
            "HealthCheck routing-health-reachable",
            RuleMutantsTest.set("fqdn", "booking.acme.travel")),
        new Mutant(
            RoutingRulesTest.class,
            "theSignalIsAnAlarmThatAHealthCheckCanCopy",
            "MetricAlarm alarms-region-healthy",
            RuleMutantsTest.set("extendedStatistic", "p5")),
        new Mutant(
            RoutingRulesTest.class,
            "eachNameIsADomainOfTheApiAndLeadsToItsOwnTarget",
            "DomainName routing-global-domain",
            RuleMutantsTest.replace("domainNameConfiguration", "TLS_1_2", "TLS_1_0")),
        new Mutant(
            ReleaseRulesTest.class,
            "everythingThatTriggersAFunctionCallsItsAlias",
            "EventSourceMapping event-sources-cache-updater",
            RuleMutantsTest.set("functionName", "global-booking-prod-cache-updater:live")),
        new Mutant(
            ReleaseRulesTest.class,
            "everythingThatTriggersAFunctionCallsItsAlias",
            "Permission booking-api-booking-handler-permission",
            RuleMutantsTest.set("qualifier", "7")),
        new Mutant(
            ReleaseRulesTest.class,
            "noDeploymentUndoesWhatPeoplePinned",
            "Parameter functions-pins-parameter",
            Registered::ignoring),
        new Mutant(
            OnCallRulesTest.class,
            "theRegionsAlarmIsMadeOfWhatKeepsGuestsFromBookingHere",
            "CompositeAlarm alarms-guests-cannot-book",
            RuleMutantsTest.set("alarmRule", "ALARM(\"global-booking-prod-circuit-open\")")),
        new Mutant(
            OnCallRulesTest.class,
            "everyAlarmHasARunbook",
            "MetricAlarm alarms-drift",
            RuleMutantsTest.replace("alarmDescription", "#drift", "#drifts")),
        new Mutant(
            FunctionRulesTest.class,
            "aRegionBeatsInItsOwnNameOnly",
            "RolePolicy functions-region-health-role-policy",
            RuleMutantsTest.replace("policy", "[\"us-west-2\"]", "[\"eu-west-1\"]")),
        new Mutant(
            FunctionRulesTest.class,
            "everyRuntimeIsOneThatThePinnedProviderKnows",
            "Function functions-audit-migrator",
            RuleMutantsTest.set("runtime", "java25")),
        new Mutant(
            NetworkRulesTest.class,
            "endpointsServePrincipalsOfTheAccountOnly",
            "VpcEndpoint network-sqs",
            RuleMutantsTest.set("policy", "{\"Version\":\"2012-10-17\"}")),
        new Mutant(
            EventRulesTest.class,
            "nobodyReachesAQueueOrATopicWithoutTls",
            "QueuePolicy pms-dead-letters-policy",
            RuleMutantsTest.replace("policy", "Deny", "Allow")));
  }
}
