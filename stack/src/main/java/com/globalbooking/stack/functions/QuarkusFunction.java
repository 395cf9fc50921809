package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Regions;
import com.globalbooking.stack.network.Placement;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionTracingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionVpcConfigArgs;
import com.pulumi.aws.s3.BucketObjectv2;
import com.pulumi.aws.s3.BucketObjectv2Args;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One function of the fleet with what is its own: package, log group, role. */
final class QuarkusFunction extends ComponentResource {

  /**
   * @param codeBucket name of a versioned bucket
   * @param pins version by function id, of functions that are held back
   * @param ready what must be there before the function can answer
   * @param logRetentionDays how long its logs are kept, in days
   */
  record Args(
      Function function,
      Names names,
      Account account,
      Regions regions,
      FunctionSettings settings,
      FunctionSurroundings surroundings,
      Output<String> codeBucket,
      Output<Map<String, String>> pins,
      List<Resource> ready,
      int logRetentionDays) {
    Args {
      ready = List.copyOf(ready);
    }
  }

  private static final String TYPE = "global-booking:functions:QuarkusFunction";

  final FunctionHandle handle;

  QuarkusFunction(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    FunctionPackage functionPackage = args.settings().packageOf(args.function());
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

    String physicalName = args.names().function(args.function());
    var code =
        new BucketObjectv2(
            name + "-package",
            BucketObjectv2Args.builder()
                .bucket(args.codeBucket())
                .key(args.function().id() + "/function.zip")
                .source(functionPackage.asset())
                .tags(args.names().tags(physicalName))
                .build(),
            child);
    // Before the function: Lambda would create it on the first line, to be kept for ever.
    var logGroup =
        new LogGroup(
            name + "-logs",
            LogGroupArgs.builder()
                .name(args.names().logGroup(args.function()))
                .retentionInDays(args.logRetentionDays())
                .tags(args.names().tags(args.names().logGroup(args.function())))
                .build(),
            child);
    var role =
        new FunctionRole(
            name + "-role",
            new FunctionRole.Args(
                args.function(),
                args.names(),
                args.account(),
                new FunctionPolicies(
                        args.surroundings(), args.names(), args.account(), inventoryReplicas(args))
                    .of(args.function(), logGroup.arn(), sisters(args))),
            ComponentResourceOptions.builder().parent(this).build());
    var function =
        new com.pulumi.aws.lambda.Function(
            name,
            functionArgs(args, physicalName, code, role),
            CustomResourceOptions.builder().parent(this).dependsOn(logGroup, role).build());
    var alias =
        new LiveAlias(
            name + "-live",
            new LiveAlias.Args(args.function(), function, args.pins(), args.ready()),
            ComponentResourceOptions.builder().parent(this).build());

    handle =
        new FunctionHandle(
            function.name(),
            alias.name,
            alias.arn,
            alias.invokeArn,
            alias.version,
            functionPackage.digest());
    registerOutputs(Map.of("functionName", handle.name(), "functionArn", handle.arn()));
  }

  private static FunctionArgs functionArgs(
      Args args, String physicalName, BucketObjectv2 code, FunctionRole role) {
    Function function = args.function();
    FunctionSettings settings = args.settings();
    FunctionSize size = FunctionSize.of(function);
    FunctionArgs.Builder builder =
        FunctionArgs.builder()
            .name(physicalName)
            .role(role.roleArn)
            // The version changes with the content of the package, and that deploys it.
            .s3Bucket(code.bucket())
            .s3Key(code.key())
            .s3ObjectVersion(code.versionId())
            .runtime(Packaging.RUNTIME)
            .handler(Packaging.HANDLER)
            .architectures(settings.architecture().value())
            .memorySize(size.memoryMegabytes())
            .timeout(size.timeoutSeconds())
            .environment(
                FunctionEnvironmentArgs.builder()
                    .variables(
                        new FunctionEnvironment(
                                args.surroundings(), args.names(), args.regions(), settings.work())
                            .of(function))
                    .build())
            .tracingConfig(FunctionTracingConfigArgs.builder().mode("Active").build())
            .publish(true)
            .tags(tags(args, physicalName));
    settings.reservedConcurrency(function).ifPresent(builder::reservedConcurrentExecutions);
    args.surroundings()
        .placement(function)
        .ifPresent(placement -> builder.vpcConfig(vpcConfig(placement)));
    return builder.build();
  }

  /** With the package's digest: which sources made it, the commit among the outputs tells. */
  private static Map<String, String> tags(Args args, String physicalName) {
    Map<String, String> tags = new TreeMap<>(args.names().tags(physicalName));
    tags.put("Package", args.settings().packageOf(args.function()).digest());
    return Map.copyOf(tags);
  }

  private static FunctionVpcConfigArgs vpcConfig(Placement placement) {
    return FunctionVpcConfigArgs.builder()
        .subnetIds(placement.subnetIds())
        .securityGroupIds(placement.securityGroupId().applyValue(List::of))
        .build();
  }

  private static List<Output<String>> inventoryReplicas(Args args) {
    return args.regions().otherThan(args.names().region()).stream()
        .map(
            region ->
                args.account().tableArn(region, args.surroundings().tables().inventory().name()))
        .toList();
  }

  private static List<Output<String>> sisters(Args args) {
    String physicalName = args.names().function(args.function());
    return args.regions().otherThan(args.names().region()).stream()
        .map(region -> args.account().functionArn(region, physicalName, Function.LIVE))
        .toList();
  }
}
