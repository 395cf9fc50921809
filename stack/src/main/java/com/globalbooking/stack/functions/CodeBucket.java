package com.globalbooking.stack.functions;

import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** The private, versioned, encrypted bucket that function packages are deployed from. */
final class CodeBucket extends ComponentResource {

  record Args(Names names, Account account) {}

  private static final String TYPE = "global-booking:functions:CodeBucket";

  /** Name of the bucket, known once packages put there get a version. */
  final Output<String> bucketName;

  CodeBucket(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

    Output<String> physicalName = args.account().id().applyValue(args.names()::codeBucket);
    var bucket =
        new BucketV2(
            name,
            BucketV2Args.builder()
                .bucket(physicalName)
                // Packages can be built again; outside production nothing here is worth keeping.
                .forceDestroy(!args.names().environment().isProduction())
                .tags(physicalName.applyValue(args.names()::tags))
                .build(),
            child);
    var versioning =
        new BucketVersioningV2(
            name + "-versioning",
            BucketVersioningV2Args.builder()
                .bucket(bucket.bucket())
                .versioningConfiguration(
                    BucketVersioningV2VersioningConfigurationArgs.builder()
                        .status("Enabled")
                        .build())
                .build(),
            child);
    encrypt(name, bucket, child);
    closeToThePublic(name, bucket, child);

    // Taken from the versioning, not the bucket: a package put earlier would have no version.
    bucketName = versioning.bucket();
    registerOutputs(Map.of("bucketName", bucketName));
  }

  private static void encrypt(String name, BucketV2 bucket, CustomResourceOptions child) {
    new BucketServerSideEncryptionConfigurationV2(
        name + "-encryption",
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(bucket.bucket())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .applyServerSideEncryptionByDefault(
                        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                            .builder()
                            .sseAlgorithm("AES256")
                            .build())
                    .build())
            .build(),
        child);
  }

  private void closeToThePublic(String name, BucketV2 bucket, CustomResourceOptions child) {
    var publicAccessBlock =
        new BucketPublicAccessBlock(
            name + "-public-access-block",
            BucketPublicAccessBlockArgs.builder()
                .bucket(bucket.bucket())
                .blockPublicAcls(true)
                .blockPublicPolicy(true)
                .ignorePublicAcls(true)
                .restrictPublicBuckets(true)
                .build(),
            child);
    new BucketOwnershipControls(
        name + "-ownership",
        BucketOwnershipControlsArgs.builder()
            .bucket(bucket.bucket())
            .rule(
                BucketOwnershipControlsRuleArgs.builder()
                    .objectOwnership("BucketOwnerEnforced")
                    .build())
            .build(),
        child);
    new BucketPolicy(
        name + "-policy",
        BucketPolicyArgs.builder()
            .bucket(bucket.bucket())
            .policy(bucket.arn().applyValue(CodeBucket::tlsOnly))
            .build(),
        // S3 refuses to change both at once.
        CustomResourceOptions.builder().parent(this).dependsOn(publicAccessBlock).build());
  }

  private static String tlsOnly(String bucketArn) {
    return """
    {"Version":"2012-10-17","Statement":[{"Sid":"OnlyOverTls","Effect":"Deny","Principal":"*",\
    "Action":"s3:*","Resource":["%s","%s/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}\
    """
        .formatted(bucketArn, bucketArn);
  }
}
