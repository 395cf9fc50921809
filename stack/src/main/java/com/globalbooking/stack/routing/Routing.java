package com.globalbooking.stack.routing;

import com.globalbooking.stack.alarms.RegionSignal;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.aws.route53.inputs.RecordLatencyRoutingPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Two names of this Region's API: the global one, which leads a guest to the nearest healthy
 * Region, and the Region's own, for health checks, test harnesses and people. Each stack owns
 * records of its own only: the hosted zone is looked after elsewhere, and no Region needs another's
 * stack.
 *
 * <p>Both are custom domain names of the API, because API Gateway finds an API by the name that a
 * client asks for: an alias from one name to the other's target would be answered 403.
 */
public final class Routing extends ComponentResource {

  /**
   * @param stageName the API's stage, once it is there
   * @param signal what the Region says of itself
   */
  public record Args(
      Names names,
      DomainSettings domain,
      Output<String> apiId,
      Output<String> stageName,
      RegionSignal signal) {}

  private static final String TYPE = "global-booking:routing:Routing";

  /** Route 53 answers with IPv4 and IPv6 addresses by records of two types. */
  private static final List<String> TYPES = List.of("A", "AAAA");

  /** Base URL by which guests call the nearest healthy Region. */
  public final Output<String> globalEndpoint;

  /** Base URL by which this Region is called, healthy or not. */
  public final Output<String> ownEndpoint;

  /** Id of the health check that decides whether guests are led here. */
  public final Output<String> healthCheckId;

  private final String name;
  private final Args args;

  /** Registers names, records and health checks. */
  public Routing(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();

    RoutedName own = routedName("own", ownName(args.domain(), args.names().region()), false, part);
    List<Resource> ownRecords = records("own", own, ownName(), record -> {});
    var check =
        new RegionHealthCheck(
            name + "-health",
            new RegionHealthCheck.Args(args.names(), own.mappedName, ownRecords, args.signal()),
            part);
    RoutedName global = routedName("global", args.domain().domainName(), true, part);
    records(
        "global",
        global,
        args.domain().domainName(),
        record ->
            record
                .setIdentifier(args.names().region().value())
                .latencyRoutingPolicies(
                    RecordLatencyRoutingPolicyArgs.builder()
                        .region(args.names().region().value())
                        .build())
                .healthCheckId(check.id));

    globalEndpoint = Output.format("https://%s", global.mappedName);
    ownEndpoint = Output.format("https://%s", own.mappedName);
    healthCheckId = check.id;
    registerOutputs(Map.of("globalEndpoint", globalEndpoint, "healthCheckId", healthCheckId));
  }

  /** The name of one Region. */
  static String ownName(DomainSettings domain, Region region) {
    return region + "." + domain.domainName();
  }

  private String ownName() {
    return ownName(args.domain(), args.names().region());
  }

  private RoutedName routedName(
      String part, String domainName, boolean shared, ComponentResourceOptions options) {
    return new RoutedName(
        name + "-" + part,
        new RoutedName.Args(
            args.names(),
            domainName,
            shared,
            args.domain().hostedZoneId(),
            args.apiId(),
            args.stageName()),
        options);
  }

  private List<Resource> records(
      String part, RoutedName routed, String domainName, Consumer<RecordArgs.Builder> policy) {
    List<Resource> records = new ArrayList<>();
    for (String type : TYPES) {
      RecordArgs.Builder record =
          RecordArgs.builder()
              .zoneId(args.domain().hostedZoneId())
              // Taken with the mapping: nobody is led to a name that the API does not know yet.
              .name(routed.mappedName.applyValue(mapped -> domainName))
              .type(type)
              .aliases(
                  RecordAliasArgs.builder()
                      .name(routed.target)
                      .zoneId(routed.targetZoneId)
                      // Says whether API Gateway is there, not whether this API can sell.
                      .evaluateTargetHealth(false)
                      .build());
      policy.accept(record);
      records.add(
          new Record(
              "%s-%s-%s".formatted(name, part, type.toLowerCase(Locale.ROOT)),
              record.build(),
              CustomResourceOptions.builder().parent(this).build()));
    }
    return records;
  }
}
