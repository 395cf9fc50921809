package com.globalbooking.local.resources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.http.HttpApis;
import com.globalbooking.local.metrics.Monitoring;
import com.globalbooking.local.schedules.Schedules;
import com.globalbooking.local.workflow.StateMachines;
import java.nio.file.Path;

/**
 * The parts of one Region that handlers work on.
 *
 * @param region whose stack is deployed
 * @param root what the paths of assets are relative to
 * @param tables of all Regions, as a global table reaches over them
 * @param roles of the account, as IAM is global
 */
public record RegionContext(
    RegionName region,
    Path root,
    Tables tables,
    Roles roles,
    StoredObjects objects,
    FunctionHost functions,
    HttpApis apis,
    StateMachines stateMachines,
    Schedules schedules,
    Monitoring monitoring) {

  /** The account that everything local belongs to. */
  public static final String ACCOUNT = "000000000000";

  /** The ARN of something in this Region and account. */
  String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, ACCOUNT, resource);
  }
}
