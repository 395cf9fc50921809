package com.globalbooking.stack.access;

import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * Our key for topics and secrets, and for tables, the database and backups where the configuration
 * says so. A topic under the key that AWS manages for SNS never hears of an alarm: CloudWatch may
 * not use that key, and nobody can change its policy.
 *
 * <p>Principals of the account may use the key only through the services named here, and need no
 * right on it of their own: who may read a table or a secret may do so encrypted. This is <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html">how
 * AWS's own managed keys work</a>.
 */
public final class EncryptionKey extends ComponentResource {

  /** What the key is named after, and whose account it serves. */
  public record Args(Names names, Account account) {}

  private static final String TYPE = "global-booking:access:EncryptionKey";

  private static final int DAYS_TO_CHANGE_ONES_MIND = 30;

  /** The key. */
  public final Output<String> arn;

  /** Registers the key. */
  public EncryptionKey(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

    Names names = args.names();
    var key =
        new Key(
            name,
            KeyArgs.builder()
                .description("Topics, secrets and data of " + names.prefix())
                .enableKeyRotation(true)
                .deletionWindowInDays(DAYS_TO_CHANGE_ONES_MIND)
                .policy(args.account().id().applyValue(id -> policy(id, names.region().value())))
                .tags(names.tags(names.prefix()))
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .protect(names.environment().isProduction())
                .build());
    new Alias(
        name + "-alias",
        AliasArgs.builder().name("alias/" + names.prefix()).targetKeyId(key.arn()).build(),
        child);

    arn = key.arn();
    registerOutputs(Map.of("arn", arn));
  }

  private static String policy(String account, String region) {
    return """
    {"Version":"2012-10-17","Statement":[\
    {"Sid":"AdministerByIam","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%1$s:root"},\
    "Action":["kms:*"],"Resource":["*"]},\
    {"Sid":"UseThroughServices","Effect":"Allow","Principal":{"AWS":"*"},\
    "Action":["kms:Decrypt","kms:GenerateDataKey","kms:DescribeKey"],"Resource":["*"],\
    "Condition":{"StringEquals":{"kms:CallerAccount":"%1$s",\
    "kms:ViaService":["sns.%2$s.amazonaws.com","secretsmanager.%2$s.amazonaws.com"]}}},\
    {"Sid":"KeepDataThroughServices","Effect":"Allow","Principal":{"AWS":"*"},\
    "Action":["kms:CreateGrant","kms:Decrypt","kms:DescribeKey","kms:Encrypt",\
    "kms:GenerateDataKey*","kms:ReEncrypt*"],"Resource":["*"],\
    "Condition":{"StringEquals":{"kms:CallerAccount":"%1$s",\
    "kms:ViaService":["dynamodb.%2$s.amazonaws.com","rds.%2$s.amazonaws.com",\
    "backup.%2$s.amazonaws.com"]}}},\
    {"Sid":"RaiseAlarms","Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},\
    "Action":["kms:Decrypt","kms:GenerateDataKey*"],"Resource":["*"],\
    "Condition":{"StringEquals":{"aws:SourceAccount":"%1$s"}}}]}\
    """
        .formatted(account, region);
  }
}
