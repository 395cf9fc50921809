package com.globalbooking.stack.network;

import com.globalbooking.stack.access.ServiceRole;
import com.globalbooking.stack.access.Statement;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/** A record of the connections that the network refused. */
final class FlowLogs extends ComponentResource {

  /**
   * @param logRetentionDays how long the record is kept, in days
   */
  record Args(Names names, Account account, Output<String> vpcId, int logRetentionDays) {}

  private static final String TYPE = "global-booking:network:FlowLogs";

  FlowLogs(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

    Names names = args.names();
    var group =
        new LogGroup(
            name + "-group",
            LogGroupArgs.builder()
                .name(names.flowLogGroup())
                .retentionInDays(args.logRetentionDays())
                .tags(names.tags(names.flowLogGroup()))
                .build(),
            child);
    var role =
        new ServiceRole(
            name + "-role",
            new ServiceRole.Args(
                names,
                args.account(),
                "flow-logs",
                "vpc-flow-logs.amazonaws.com",
                List.of(
                    new Statement(
                        "WriteRecords",
                        List.of(
                            "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"),
                        List.of(Output.format("%s:*", group.arn()))))),
            ComponentResourceOptions.builder().parent(this).build());
    new FlowLog(
        name,
        FlowLogArgs.builder()
            .vpcId(args.vpcId())
            // What is let through is what security groups say; what is not is news.
            .trafficType("REJECT")
            .logDestinationType("cloud-watch-logs")
            .logDestination(group.arn())
            .iamRoleArn(role.roleArn)
            .tags(names.tags(names.of("flow-logs")))
            .build(),
        child);

    registerOutputs(Map.of("logGroup", group.name()));
  }
}
