package com.globalbooking.stack.access;

import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;

/**
 * A secret without a value. Whoever knows the value puts it there; it never passes through the
 * deployment, whose state would keep it.
 */
public final class EmptySecret {

  /** How long a deleted secret can be brought back; outside production its name is free at once. */
  private static final int DAYS_TO_CHANGE_ONES_MIND = 30;

  private EmptySecret() {}

  /**
   * Registers a secret.
   *
   * @param name of the resource
   * @param purpose what it is for, part of its name
   * @param keyArn key that it is encrypted under
   */
  public static Secret of(
      String name,
      Names names,
      String purpose,
      String description,
      Output<String> keyArn,
      CustomResourceOptions options) {
    return new Secret(
        name,
        SecretArgs.builder()
            .name(names.of(purpose))
            .description(description)
            .kmsKeyId(keyArn)
            .recoveryWindowInDays(names.environment().isProduction() ? DAYS_TO_CHANGE_ONES_MIND : 0)
            .tags(names.tags(names.of(purpose)))
            .build(),
        // Deleted, its name would be taken for a month.
        CustomResourceOptions.merge(
            options,
            CustomResourceOptions.builder().protect(names.environment().isProduction()).build()));
  }
}
