package com.globalbooking.stack.naming;

import com.globalbooking.contract.Function;
import java.util.Map;

/**
 * Physical names and tags of one Region's resources. Names are spelled out, not generated, because
 * other stacks, functions and people find resources by them; AWS therefore refuses a second
 * deployment of one environment to one Region in one account.
 *
 * @param owner team that answers for the resources, a tag
 * @param costCenter who pays, a tag
 */
public record Names(Environment environment, Region region, String owner, String costCenter) {

  /** The Pulumi project, and the first part of every name. */
  public static final String PROJECT = "global-booking";

  /** What all names of the environment start with. */
  public String prefix() {
    return PROJECT + "-" + environment;
  }

  /** What there is one of in the Region, after what it is for: a queue, a topic, a secret. */
  public String of(String purpose) {
    return prefix() + "-" + purpose;
  }

  /** A table, the same in every Region as global tables demand. */
  public String table(String table) {
    return prefix() + "-" + table;
  }

  /** A function, the same in every Region, so that a Region can call its sister by it. */
  public String function(Function function) {
    return prefix() + "-" + function.id();
  }

  /** A function's role; carries the Region because IAM has one namespace for all Regions. */
  public String role(Function function) {
    return function(function) + "-" + region;
  }

  /** The role of what is no function; carries the Region for the same reason. */
  public String role(String purpose) {
    return of(purpose) + "-" + region;
  }

  /** The composite alarm of the Region; {@code region-health} looks it up by this name. */
  public String regionAlarm() {
    return of("guests-cannot-book");
  }

  /** A user of the cache; without the project, because AWS limits these names to 40 characters. */
  public String cacheUser(String user) {
    return environment + "-" + user;
  }

  /** The log group that Lambda writes a function's output to. */
  public String logGroup(Function function) {
    return "/aws/lambda/" + function(function);
  }

  /** The bucket of packages; carries the account because bucket names are shared by the world. */
  public String codeBucket(String accountId) {
    return prefix() + "-code-" + region + "-" + accountId;
  }

  /**
   * The log group of the API's access logs. Under {@code /aws/vendedlogs/} AWS does not add a
   * statement to the account's log resource policy for each API, which has a size limit.
   */
  public String accessLogGroup() {
    return "/aws/vendedlogs/apis/" + prefix();
  }

  /** The log group of a state machine; under {@code /aws/vendedlogs/} for the same reason. */
  public String workflowLogGroup(String purpose) {
    return "/aws/vendedlogs/states/" + of(purpose);
  }

  /** The log group that RDS writes a log of a database cluster to. */
  public String databaseLogGroup(String purpose, String log) {
    return "/aws/rds/cluster/" + of(purpose) + "/" + log;
  }

  /** The tags of a resource. */
  public Map<String, String> tags(String name) {
    return Map.of(
        "Project", PROJECT,
        "Environment", environment.value(),
        "Owner", owner,
        "CostCenter", costCenter,
        "Name", name);
  }
}
