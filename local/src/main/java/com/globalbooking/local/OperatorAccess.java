package com.globalbooking.local;

import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import com.globalbooking.local.aws.AccessKeys.Caller;
import com.globalbooking.local.resources.RegionContext;

/** Credentials of people and their tools, who look at local Regions by the AWS SDK. */
final class OperatorAccess {
  /** Where Route 53 is controlled; no fault between the product's Regions reaches it. */
  private static final RegionName HOME = new RegionName("us-east-1");

  private OperatorAccess() {}

  /** Makes the key of a role that may do everything. */
  static AccessKey grant(AccessKeys keys, AccessControl access) {
    String role = "arn:aws:iam::%s:role/operator".formatted(RegionContext.ACCOUNT);
    access.putRolePolicy(
        role,
        "everything",
        """
        {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
        """);
    return keys.keyOf(new Caller(HOME, "operator", role));
  }
}
