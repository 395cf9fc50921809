package com.globalbooking.local.resources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.http.HttpApis;
import com.globalbooking.local.messaging.RegionMessaging;
import com.globalbooking.local.routing.AccountRouting;
import com.globalbooking.local.sources.EventSourceMappings;
import java.nio.file.Path;

/**
 * The parts of one Region that handlers work on.
 *
 * @param region whose stack is deployed
 * @param root what the paths of assets are relative to
 * @param tables of all Regions, as a global table reaches over them
 * @param roles of the account, as IAM is global
 * @param messaging queues, topics and event buses
 * @param sources what feeds functions from streams and queues
 * @param stores what the Region keeps data in, beside its tables
 * @param operations workflows, schedules and alarms
 * @param routing names, records and health checks of the account, as Route 53 is global
 * @param invoker runs a function while the stack is deployed; usually {@code functions}
 */
public record RegionContext(
    RegionName region,
    Path root,
    Tables tables,
    Roles roles,
    StoredObjects objects,
    FunctionHost functions,
    HttpApis apis,
    RegionMessaging messaging,
    EventSourceMappings sources,
    Stores stores,
    FunctionInvoker invoker,
    Operations operations,
    AccountRouting routing) {

  /** The account that everything local belongs to. */
  public static final String ACCOUNT = "000000000000";

  /** The ARN of something in this Region and account. */
  String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, ACCOUNT, resource);
  }
}
