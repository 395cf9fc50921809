package com.globalbooking.stack.naming;

import com.pulumi.core.Output;

/**
 * The AWS account, for the ARNs of what another Region's stack creates. What this stack creates has
 * its ARN as an output: use that.
 *
 * @param id twelve digits
 */
public record Account(Output<String> id) {

  /** A table in a Region of this account. */
  public Output<String> tableArn(Region region, Output<String> table) {
    return Output.format("arn:aws:dynamodb:%s:%s:table/%s", region, id, table);
  }

  /** A function in a Region of this account, whatever its version. */
  public Output<String> functionArn(Region region, String function) {
    return Output.format("arn:aws:lambda:%s:%s:function:%s", region, id, function);
  }

  /** A vault of backups in a Region of this account. */
  public Output<String> backupVaultArn(Region region, String vault) {
    return Output.format("arn:aws:backup:%s:%s:backup-vault:%s", region, id, vault);
  }

  /** An alarm in a Region of this account. */
  public Output<String> alarmArn(Region region, String alarm) {
    return Output.format("arn:aws:cloudwatch:%s:%s:alarm:%s", region, id, alarm);
  }

  /** An alias of a function in a Region of this account. */
  public Output<String> functionArn(Region region, String function, String alias) {
    return Output.format("arn:aws:lambda:%s:%s:function:%s:%s", region, id, function, alias);
  }
}
