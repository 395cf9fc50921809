package com.globalbooking.cache;

import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Authenticates to ElastiCache as an IAM user of it: the password is a request to connect that was
 * signed with the function's own credentials, and is good for 15 minutes. No call is made for it.
 */
public final class IamToken implements CacheCredentials {
  private static final Duration VALID = Duration.ofMinutes(15);
  private static final String SCHEME = "http://";

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentialsProvider credentials;
  private final String region;
  private final String cacheName;
  private final String user;
  private final Clock clock;

  /**
   * @param region code of the Region of the cache
   * @param cacheName id of its replication group
   */
  public IamToken(
      AwsCredentialsProvider credentials,
      String region,
      String cacheName,
      String user,
      Clock clock) {
    this.credentials = credentials;
    this.region = region;
    this.cacheName = cacheName;
    this.user = user;
    this.clock = clock;
  }

  @Override
  public String user() {
    return user;
  }

  @Override
  public String password() {
    SdkHttpRequest connect =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .protocol("http")
            .host(cacheName)
            .encodedPath("/")
            .putRawQueryParameter("Action", "connect")
            .putRawQueryParameter("User", user)
            .build();
    SignedRequest signed =
        signer.sign(
            request ->
                request
                    .identity(credentials.resolveCredentials())
                    .request(connect)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "elasticache")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, VALID)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock));
    return signed.request().getUri().toString().substring(SCHEME.length());
  }
}
