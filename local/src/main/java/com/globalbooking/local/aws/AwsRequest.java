package com.globalbooking.local.aws;

import com.globalbooking.local.RegionName;
import com.sun.net.httpserver.Headers;
import java.net.URI;

/**
 * A request of the AWS SDK.
 *
 * @param region the Region it was signed for, which answers it
 * @param target path and query, as sent
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through and are never compared
public record AwsRequest(
    RegionName region,
    AccessKeys.Caller caller,
    String method,
    URI target,
    Headers headers,
    byte[] body) {

  /** The account that the caller belongs to, and with it all that it can reach. */
  public String accountId() {
    return caller.accountId();
  }
}
