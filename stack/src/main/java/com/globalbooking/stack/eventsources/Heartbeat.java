package com.globalbooking.stack.eventsources;

import com.globalbooking.contract.ScheduledTask;
import com.globalbooking.stack.access.ServiceRole;
import com.globalbooking.stack.access.Statement;
import com.globalbooking.stack.functions.FunctionHandle;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetRetryPolicyArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/** Runs {@code region-health} each minute, so that other Regions hear of this one. */
public final class Heartbeat extends ComponentResource {

  /**
   * @param regionHealth the function
   */
  public record Args(Names names, Account account, FunctionHandle regionHealth) {}

  private static final String TYPE = "global-booking:eventsources:Heartbeat";

  /** A beat that comes later than the next one says nothing new. */
  private static final int LATE_SECONDS_MAX = 60;

  /** Registers the schedule. */
  public Heartbeat(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    var role =
        new ServiceRole(
            name + "-role",
            new ServiceRole.Args(
                args.names(),
                args.account(),
                "heartbeat",
                "scheduler.amazonaws.com",
                List.of(
                    new Statement(
                        "Beat",
                        List.of("lambda:InvokeFunction"),
                        List.of(args.regionHealth().arn())))),
            ComponentResourceOptions.builder().parent(this).build());
    new Schedule(
        name + "-schedule",
        ScheduleArgs.builder()
            .name(args.names().of("heartbeat"))
            .description("Has the Region look at itself and tell the others")
            .scheduleExpression("rate(1 minute)")
            .flexibleTimeWindow(ScheduleFlexibleTimeWindowArgs.builder().mode("OFF").build())
            .target(
                ScheduleTargetArgs.builder()
                    .arn(args.regionHealth().arn())
                    .roleArn(role.roleArn)
                    .input(ScheduledTask.HEARTBEAT_EVENT)
                    .retryPolicy(
                        ScheduleTargetRetryPolicyArgs.builder()
                            .maximumRetryAttempts(1)
                            .maximumEventAgeInSeconds(LATE_SECONDS_MAX)
                            .build())
                    .build())
            .build(),
        CustomResourceOptions.builder().parent(this).build());

    registerOutputs(Map.of());
  }
}
