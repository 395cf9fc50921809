package com.globalbooking.stack.routing;

import com.globalbooking.contract.Route;
import com.globalbooking.stack.alarms.RegionSignal;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.route53.HealthCheck;
import com.pulumi.aws.route53.HealthCheckArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/**
 * Whether guests are led to this Region: only while it can be reached under its own name, and says
 * of itself that it can sell.
 *
 * <p>One flat level, because a calculated check cannot have another as a child. People drain a
 * Region by a threshold above the number of children, which is never met, whatever the children
 * say; no deployment sets it back.
 */
final class RegionHealthCheck extends ComponentResource {

  /**
   * @param ownName the Region's own name: that of all Regions would be answered by any
   * @param ready the records of the name, without which checkers find nothing
   * @param signal what the Region says of itself
   */
  record Args(Names names, Output<String> ownName, List<Resource> ready, RegionSignal signal) {
    Args {
      ready = List.copyOf(ready);
    }
  }

  private static final String TYPE = "global-booking:routing:RegionHealthCheck";

  private static final int HTTPS = 443;
  private static final int CHILDREN = 2;

  /** Id of the check that decides. */
  final Output<String> id;

  RegionHealthCheck(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

    Names names = args.names();
    String prefix = names.prefix() + "-" + names.region();
    String path = Route.HEALTH.key().substring(Route.HEALTH.key().indexOf('/'));
    var reachable =
        new HealthCheck(
            name + "-reachable",
            HealthCheckArgs.builder()
                .type("HTTPS")
                .fqdn(args.ownName())
                .port(HTTPS)
                .resourcePath(path)
                .requestInterval(30)
                .failureThreshold(3)
                .tags(names.tags(prefix + "-reachable"))
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(args.ready()).build());
    var wellBySelf =
        new HealthCheck(
            name + "-signal",
            HealthCheckArgs.builder()
                .type("CLOUDWATCH_METRIC")
                .cloudwatchAlarmName(args.signal().alarmName())
                .cloudwatchAlarmRegion(names.region().value())
                // A first deployment has no measurement yet; later silence is bad by the alarm.
                .insufficientDataHealthStatus("LastKnownStatus")
                // Route 53 copies the alarm and looks again only when it is told to.
                .triggers(args.signal().copied())
                .tags(names.tags(prefix + "-signal"))
                .build(),
            child);
    var region =
        new HealthCheck(
            name,
            HealthCheckArgs.builder()
                .type("CALCULATED")
                .childHealthchecks(
                    Output.tuple(reachable.id(), wellBySelf.id())
                        .applyValue(ids -> List.of(ids.t1, ids.t2)))
                .childHealthThreshold(CHILDREN)
                .tags(names.tags(prefix))
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .ignoreChanges("childHealthThreshold")
                .build());

    id = region.id();
    registerOutputs(Map.of("id", id));
  }
}
