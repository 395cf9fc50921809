package com.globalbooking.stack.alarms;

import com.globalbooking.stack.functions.FunctionMessaging;
import com.globalbooking.stack.messaging.QueueHandle;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One page for the on-call of a Region, which answers in this order: can guests book, how fast,
 * what is behind, what is broken.
 */
public final class Dashboard extends ComponentResource {

  /**
   * @param healthCheckId what Route 53 decides by; empty where there is no domain
   */
  public record Args(
      Names names,
      List<Region> otherRegions,
      Output<String> apiId,
      FunctionMessaging messaging,
      Alarms alarms,
      Optional<Output<String>> healthCheckId) {
    public Args {
      otherRegions = List.copyOf(otherRegions);
    }
  }

  private static final String TYPE = "global-booking:alarms:Dashboard";

  /** Where to look at it. */
  public final Output<String> url;

  /** Registers the page. */
  public Dashboard(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    Names names = args.names();
    // Dashboards of all Regions share one namespace.
    String physicalName = names.prefix() + "-" + names.region();
    var dashboard =
        new com.pulumi.aws.cloudwatch.Dashboard(
            name + "-region",
            DashboardArgs.builder().dashboardName(physicalName).dashboardBody(body(args)).build(),
            CustomResourceOptions.builder().parent(this).build());

    url =
        Output.format(
            "https://%1$s.console.aws.amazon.com/cloudwatch/home?region=%1$s#dashboards/dashboard/%2$s",
            names.region(), dashboard.dashboardName());
    registerOutputs(Map.of("url", url));
  }

  private static Output<String> body(Args args) {
    return Output.tuple(
            args.apiId(),
            Output.all(args.alarms().arns()),
            args.alarms().regionAlarmArn,
            args.healthCheckId().orElse(Output.of("")))
        .applyValue(
            known ->
                new DashboardBody(
                        args.names(),
                        args.otherRegions(),
                        known.t1,
                        ids(args.messaging().sources().values().stream().flatMap(List::stream)),
                        ids(args.messaging().allDeadLetters().stream()),
                        known.t2,
                        known.t3,
                        known.t4)
                    .json());
  }

  private static List<String> ids(Stream<QueueHandle> queues) {
    return queues.map(QueueHandle::id).sorted().toList();
  }
}
