package com.globalbooking.stack.reconciliation;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.access.ServiceRole;
import com.globalbooking.stack.access.Statement;
import com.globalbooking.stack.functions.FunctionHandle;
import com.globalbooking.stack.functions.FunctionSize;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.google.gson.JsonPrimitive;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetRetryPolicyArgs;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sfn.StateMachineArgs;
import com.pulumi.aws.sfn.inputs.StateMachineLoggingConfigurationArgs;
import com.pulumi.aws.sfn.inputs.StateMachineTracingConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The audit of the Region: a state machine, started every five minutes, logged and traced. A run
 * that takes longer is ended before the next one starts.
 */
public final class Reconciliation extends ComponentResource {

  /**
   * @param alarmTopicArn the topic by which people are told
   * @param segments parts that the tables are looked at in, side by side
   * @param budgetSeconds how long one look at a segment may take
   * @param logRetentionDays how long logs are kept, in days
   */
  public record Args(
      Names names,
      Account account,
      Map<Function, FunctionHandle> functions,
      Output<String> alarmTopicArn,
      int segments,
      int budgetSeconds,
      int logRetentionDays) {
    public Args {
      functions = Map.copyOf(functions);
    }

    private Output<String> arn(Function function) {
      return Objects.requireNonNull(functions.get(function)).arn();
    }
  }

  private static final String TYPE = "global-booking:reconciliation:Reconciliation";

  private static final String PURPOSE = "reconciliation";

  /** After its budget the checker finishes what it has begun. */
  private static final int CHECK_OVERTIME_SECONDS = 30;

  /** A start that comes later would run into the next. */
  private static final int START_LATE_SECONDS_MAX = 120;

  /** ARN of the state machine. */
  public final Output<String> stateMachineArn;

  private final String name;
  private final Args args;
  private final CustomResourceOptions child;

  /** Registers the state machine and its schedule. */
  public Reconciliation(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();

    StateMachine machine = machine();
    schedule(machine);

    stateMachineArn = machine.arn();
    registerOutputs(Map.of("stateMachineArn", stateMachineArn));
  }

  private StateMachine machine() {
    Names names = args.names();
    var logGroup =
        new LogGroup(
            name + "-logs",
            LogGroupArgs.builder()
                .name(names.workflowLogGroup(PURPOSE))
                .retentionInDays(args.logRetentionDays())
                .tags(names.tags(names.workflowLogGroup(PURPOSE)))
                .build(),
            child);
    return new StateMachine(
        name,
        StateMachineArgs.builder()
            .name(names.of(PURPOSE))
            .type("STANDARD")
            .definition(definition())
            .roleArn(role("", "states.amazonaws.com", work()))
            .loggingConfiguration(
                StateMachineLoggingConfigurationArgs.builder()
                    .level("ALL")
                    .includeExecutionData(false)
                    .logDestination(Output.format("%s:*", logGroup.arn()))
                    .build())
            .tracingConfiguration(
                StateMachineTracingConfigurationArgs.builder().enabled(true).build())
            .tags(names.tags(names.of(PURPOSE)))
            .build(),
        child);
  }

  private Output<String> definition() {
    return Output.tuple(
            args.arn(Function.RECONCILIATION_CHECKER),
            args.arn(Function.OVERBOOKING_RESOLVER),
            args.alarmTopicArn())
        .applyValue(
            arns ->
                WorkflowDefinition.with(
                    Map.of(
                        "checker", new JsonPrimitive(arns.t1),
                        "resolver", new JsonPrimitive(arns.t2),
                        "alarmTopic", new JsonPrimitive(arns.t3),
                        "segments", WorkflowDefinition.segments(args.segments()),
                        "checkTimeoutSeconds",
                            new JsonPrimitive(args.budgetSeconds() + CHECK_OVERTIME_SECONDS),
                        "resolveTimeoutSeconds",
                            new JsonPrimitive(
                                FunctionSize.of(Function.OVERBOOKING_RESOLVER).timeoutSeconds()))));
  }

  /** The last two have no resource to name: deliveries of logs and traces belong to the account. */
  private List<Statement> work() {
    return List.of(
        new Statement(
            "RunFunctions",
            List.of("lambda:InvokeFunction"),
            List.of(
                args.arn(Function.RECONCILIATION_CHECKER),
                args.arn(Function.OVERBOOKING_RESOLVER))),
        new Statement("TellPeople", List.of("sns:Publish"), List.of(args.alarmTopicArn())),
        new Statement(
            "DeliverLogs",
            List.of(
                "logs:CreateLogDelivery",
                "logs:DeleteLogDelivery",
                "logs:DescribeLogGroups",
                "logs:DescribeResourcePolicies",
                "logs:GetLogDelivery",
                "logs:ListLogDeliveries",
                "logs:PutResourcePolicy",
                "logs:UpdateLogDelivery"),
            List.of(Output.of("*"))),
        new Statement(
            "SendTraces",
            List.of(
                "xray:GetSamplingRules",
                "xray:GetSamplingTargets",
                "xray:PutTelemetryRecords",
                "xray:PutTraceSegments"),
            List.of(Output.of("*"))));
  }

  private void schedule(StateMachine machine) {
    new Schedule(
        name + "-schedule",
        ScheduleArgs.builder()
            .name(args.names().of(PURPOSE))
            .description("Audits the Region")
            .scheduleExpression("rate(5 minutes)")
            .flexibleTimeWindow(ScheduleFlexibleTimeWindowArgs.builder().mode("OFF").build())
            .target(
                ScheduleTargetArgs.builder()
                    .arn(machine.arn())
                    .roleArn(
                        role(
                            "-schedule",
                            "scheduler.amazonaws.com",
                            List.of(
                                new Statement(
                                    "Start",
                                    List.of("states:StartExecution"),
                                    List.of(machine.arn())))))
                    .input("{\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}")
                    .retryPolicy(
                        ScheduleTargetRetryPolicyArgs.builder()
                            .maximumRetryAttempts(3)
                            .maximumEventAgeInSeconds(START_LATE_SECONDS_MAX)
                            .build())
                    .build())
            .build(),
        child);
  }

  private Output<String> role(String part, String service, List<Statement> statements) {
    return new ServiceRole(
            name + part + "-role",
            new ServiceRole.Args(args.names(), args.account(), PURPOSE + part, service, statements),
            ComponentResourceOptions.builder().parent(this).build())
        .roleArn;
  }
}
