package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.access.Statement;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * What each function may do, no more and no less than it uses (invariant {@code GrantedIsUsed}):
 * here what follows from how a function is run; its work in {@link RequestPolicies}, {@link
 * EventPolicies} and {@link RepairPolicies}.
 *
 * <p>A transaction needs no action of its own: IAM asks for the action of each of its parts on the
 * table of that part.
 */
final class FunctionPolicies {

  private final FunctionSurroundings surroundings;
  private final Names names;
  private final Account account;
  private final RequestPolicies requests;
  private final EventPolicies events;
  private final RepairPolicies repairs;

  /**
   * @param inventoryReplicas the inventory table in the other Regions
   */
  FunctionPolicies(
      FunctionSurroundings surroundings,
      Names names,
      Account account,
      List<Output<String>> inventoryReplicas) {
    this.surroundings = surroundings;
    this.names = names;
    this.account = account;
    this.requests = new RequestPolicies(surroundings);
    this.events = new EventPolicies(surroundings);
    this.repairs = new RepairPolicies(surroundings, inventoryReplicas);
  }

  /**
   * The statements of a function.
   *
   * @param logGroupArn its own log group
   * @param sisters the same function in the other Regions; none when there is one Region only
   */
  List<Statement> of(Function function, Output<String> logGroupArn, List<Output<String>> sisters) {
    List<Statement> statements = new ArrayList<>(work(function));
    if (forwards(function) && !sisters.isEmpty()) {
      statements.add(
          new Statement("ForwardToOwnerRegion", List.of("lambda:InvokeFunction"), sisters));
    }
    if (surroundings.placement(function).isPresent()) {
      statements.add(network("ConnectToNetwork"));
      // What Lambda does in the name of the role, the code of the function must not do.
      statements.add(
          network("ButNotByCode")
              .denied()
              .when(
                  "ArnEquals",
                  "lambda:SourceFunctionArn",
                  List.of(account.functionArn(names.region(), names.function(function)))));
    }
    statements.add(logs(logGroupArn));
    statements.add(traces());
    return statements;
  }

  private List<Statement> work(Function function) {
    return switch (function) {
      case BOOKING_HANDLER -> requests.bookingHandler();
      case INVENTORY_LOADER -> requests.inventoryLoader();
      case AVAILABILITY_READER -> requests.availabilityReader();
      case REGION_HEALTH -> requests.regionHealth(names.region());
      case EVENT_PUBLISHER -> events.eventPublisher();
      case CACHE_UPDATER -> events.cacheUpdater();
      case HOT_BOOKING_CHECKER -> events.hotBookingChecker();
      case PMS_SYNC_WORKER -> events.pmsSyncWorker();
      case AUDIT_WRITER -> events.auditWriter();
      case AUDIT_MIGRATOR -> repairs.auditMigrator();
      case RECONCILIATION_CHECKER -> repairs.reconciliationChecker();
      case OVERBOOKING_RESOLVER -> repairs.overbookingResolver();
    };
  }

  /** Whether a request may have to be decided by another Region. */
  private static boolean forwards(Function function) {
    return switch (function) {
      case BOOKING_HANDLER, INVENTORY_LOADER -> true;
      case AVAILABILITY_READER,
          EVENT_PUBLISHER,
          CACHE_UPDATER,
          HOT_BOOKING_CHECKER,
          PMS_SYNC_WORKER,
          AUDIT_WRITER,
          AUDIT_MIGRATOR,
          RECONCILIATION_CHECKER,
          OVERBOOKING_RESOLVER,
          REGION_HEALTH ->
          false;
    };
  }

  /**
   * Lambda connects a function to the VPC in the name of its role, as AWS's managed policy for that
   * does: it makes interfaces that have no name before they are made.
   */
  private static Statement network(String sid) {
    return new Statement(
        sid,
        List.of(
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses"),
        List.of(Output.of("*")));
  }

  private static Statement logs(Output<String> logGroupArn) {
    return new Statement(
        "WriteOwnLogs",
        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
        List.of(Output.format("%s:*", logGroupArn)));
  }

  /** X-Ray has no resources to name: {@code *} is all that it takes. */
  private static Statement traces() {
    return new Statement(
        "SendTraces",
        List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"),
        List.of(Output.of("*")));
  }
}
