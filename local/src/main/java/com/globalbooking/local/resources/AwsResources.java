package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.engine.ResourceProvider;
import com.globalbooking.local.engine.StackOutputs;
import java.util.HashMap;
import java.util.Map;

/**
 * The AWS resource types that a local Region knows. A type that is not here is listed as unknown.
 */
public final class AwsResources {
  private static final String NO_BACKUPS = "local tables end with their Region";

  private AwsResources() {}

  /**
   * All of them, on the parts of one Region.
   *
   * @param stacks where references to other stacks are looked up
   */
  public static ResourceProvider in(RegionContext context, StackOutputs stacks) {
    ResourceProvider basic = basic(context, stacks);
    Map<String, ResourceHandler> handlers = new HashMap<>(basic.handlers());
    handlers.putAll(NetworkResources.in(context));
    handlers.putAll(StoreResources.in(context));
    handlers.putAll(RoutingResources.in(context));
    return new ResourceProvider(
        handlers, RoutingResources.functions(context, basic.functions()), stacks);
  }

  private static ResourceProvider basic(RegionContext context, StackOutputs stacks) {
    return new ResourceProvider(
        Map.ofEntries(
            Map.entry(AwsProvider.TYPE, new AwsProvider(context)),
            Map.entry(DynamoDbTable.TYPE, new DynamoDbTable(context)),
            Map.entry(DynamoDbTableReplica.TYPE, new DynamoDbTableReplica(context)),
            Map.entry(S3Bucket.TYPE, new S3Bucket(context)),
            Map.entry(S3Bucket.TYPE_V2, new S3Bucket(context)),
            Map.entry(S3Object.TYPE, new S3Object(context)),
            Map.entry(IamRole.TYPE, new IamRole(context)),
            Map.entry(IamRolePolicy.TYPE, new IamRolePolicy(context)),
            Map.entry(LambdaFunction.TYPE, new LambdaFunction(context)),
            Map.entry(LambdaAlias.TYPE, new LambdaAlias(context)),
            Map.entry(HttpApiApi.TYPE, new HttpApiApi(context)),
            Map.entry(HttpApiAuthorizer.TYPE, new HttpApiAuthorizer(context)),
            Map.entry(HttpApiIntegration.TYPE, new HttpApiIntegration(context)),
            Map.entry(HttpApiRoute.TYPE, new HttpApiRoute(context)),
            Map.entry(HttpApiStage.TYPE, new HttpApiStage(context)),
            Map.entry(SfnStateMachine.TYPE, new SfnStateMachine(context)),
            Map.entry(SchedulerSchedule.TYPE, new SchedulerSchedule(context)),
            Map.entry(CloudWatchAlarm.TYPE, new CloudWatchAlarm(context)),
            Map.entry(CloudWatchCompositeAlarm.TYPE, new CloudWatchCompositeAlarm(context)),
            Map.entry(CloudWatchLogMetricFilter.TYPE, new CloudWatchLogMetricFilter(context)),
            inert("aws:cloudwatch/dashboard:Dashboard", "there is no console to show it"),
            inert(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                "AWS's own policies are for roles of AWS's own services, which do not run here"),
            inert("aws:backup/vault:Vault", NO_BACKUPS),
            inert("aws:backup/vaultLockConfiguration:VaultLockConfiguration", NO_BACKUPS),
            inert("aws:backup/plan:Plan", NO_BACKUPS),
            inert("aws:backup/selection:Selection", NO_BACKUPS),
            inert("aws:budgets/budget:Budget", "nothing here costs anything"),
            Map.entry(SqsQueue.TYPE, new SqsQueue(context)),
            Map.entry(SqsQueuePolicy.TYPE, new SqsQueuePolicy(context)),
            Map.entry(SnsTopic.TYPE, new SnsTopic(context)),
            Map.entry(SnsTopicPolicy.TYPE, new SnsTopicPolicy(context)),
            Map.entry(SnsTopicSubscription.TYPE, new SnsTopicSubscription(context)),
            Map.entry(CloudWatchEventBus.TYPE, new CloudWatchEventBus(context)),
            Map.entry(LambdaEventSourceMapping.TYPE, new LambdaEventSourceMapping(context)),
            inert(
                "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
                "in one account any queue may name any other as its dead letter queue"),
            Map.entry("aws:cloudwatch/logGroup:LogGroup", logGroup(context)),
            inert(
                "aws:lambda/permission:Permission",
                "the local front calls the functions of its own Region and asks no permission"),
            inert(
                "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
                "nothing serves local buckets"),
            inert("aws:s3/bucketPolicy:BucketPolicy", "nothing serves local buckets"),
            inert(
                "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
                "nothing serves local buckets"),
            inert(
                "aws:s3/bucketVersioningV2:BucketVersioningV2",
                "an object's version is always told from its content"),
            inert(
                "aws:s3/bucketServerSideEncryptionConfigurationV2:"
                    + "BucketServerSideEncryptionConfigurationV2",
                "objects stand for files, which are not copied"),
            inert(
                "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
                "objects are gone when the Region stops")),
        new AwsFunctions(context),
        stacks);
  }

  private static Map.Entry<String, ResourceHandler> inert(String type, String reason) {
    return Map.entry(type, InertResource.because(reason));
  }

  private static ResourceHandler logGroup(RegionContext context) {
    return new InertResource(
        "functions and the HTTP front log to files",
        ResourceNames::nameOf,
        (Resource resource) -> {
          String name = ResourceNames.nameOf(resource);
          return PropertyValue.fields(
              Map.of("name", name, "arn", context.arn("logs", "log-group:" + name)));
        });
  }
}
