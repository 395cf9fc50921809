package com.globalbooking.stack.naming;

import com.globalbooking.contract.Function;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Physical names and tags of one Region's resources. Names are spelled out, not generated, because
 * other stacks, functions and people find resources by them; AWS therefore refuses a second
 * deployment of one environment to one Region in one account.
 *
 * @param owner team that answers for the resources, a tag
 * @param costCenter who pays, a tag
 * @param moreTags what else a deployment labels its resources with
 */
public record Names(
    Environment environment,
    Region region,
    String owner,
    String costCenter,
    Map<String, String> moreTags) {

  /** The Pulumi project, and the first part of every name. */
  public static final String PROJECT = "global-booking";

  private static final Set<String> OWN_TAGS =
      Set.of("Project", "Application", "Environment", "Owner", "CostCenter", "Name", "Package");

  /** AWS takes 50; those that everything has are six, and a function has one of its package. */
  private static final int MORE_TAGS_MAX = 40;

  private static final Pattern TAG = Pattern.compile("(?!aws:)[\\p{L}\\p{N} _.:/=+@-]{1,128}");
  private static final Pattern TAG_VALUE = Pattern.compile("[\\p{L}\\p{N} _.:/=+@-]{0,256}");

  /**
   * @throws IllegalArgumentException when AWS would not take the additional tags, or one of them is
   *     the product's own
   */
  public Names {
    moreTags = Map.copyOf(moreTags);
    if (moreTags.size() > MORE_TAGS_MAX) {
      throw new IllegalArgumentException(
          "has %d tags, more than %d".formatted(moreTags.size(), MORE_TAGS_MAX));
    }
    moreTags.forEach(
        (name, value) -> {
          if (!TAG.matcher(name).matches() || !TAG_VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("'%s: %s' is not a tag".formatted(name, value));
          }
          if (OWN_TAGS.contains(name)) {
            throw new IllegalArgumentException("'%s' is set by the stack".formatted(name));
          }
        });
  }

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

  /** The log group of the connections that the network refused. */
  public String flowLogGroup() {
    return "/aws/vpc/" + prefix();
  }

  /** The log group that ElastiCache writes a log of the cache to. */
  public String cacheLogGroup(String log) {
    return "/aws/elasticache/" + prefix() + "/" + log;
  }

  /** The tags of a resource. */
  public Map<String, String> tags(String name) {
    Map<String, String> tags = new TreeMap<>(moreTags);
    tags.put("Project", PROJECT);
    tags.put("Application", PROJECT);
    tags.put("Environment", environment.value());
    tags.put("Owner", owner);
    tags.put("CostCenter", costCenter);
    tags.put("Name", name);
    return Map.copyOf(tags);
  }
}
