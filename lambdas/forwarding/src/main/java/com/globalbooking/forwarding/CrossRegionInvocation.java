package com.globalbooking.forwarding;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.globalbooking.contract.Function;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.Region;
import com.globalbooking.httpapi.ApiAnswer;
import com.globalbooking.httpapi.ApiEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Invokes the function of the same name in the owner's Region, by the alias of the version that
 * serves there, once: a repetition is the client's, who has the idempotency key. Holds one client
 * per other Region, made when the function starts.
 */
public final class CrossRegionInvocation implements RegionInvoker, AutoCloseable {
  /** With what this Region needs before and after, inside what a guest waits for. */
  private static final Duration LONGEST = Duration.ofMillis(2_500);

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(1);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Logger LOG = Logger.getLogger(CrossRegionInvocation.class);

  private final String functionName;
  private final Region own;
  private final Map<Region, LambdaClient> clients;

  /**
   * @param functionName the same in every Region
   */
  public CrossRegionInvocation(String functionName, DeployedRegions regions) {
    this(functionName, regions, client -> {});
  }

  /**
   * @param more what a test sets on each client
   */
  CrossRegionInvocation(
      String functionName, DeployedRegions regions, Consumer<LambdaClientBuilder> more) {
    this.functionName = functionName;
    this.own = regions.own();
    this.clients =
        regions.others().stream()
            .collect(toUnmodifiableMap(identity(), region -> client(region, more)));
  }

  private static LambdaClient client(Region region, Consumer<LambdaClientBuilder> more) {
    LambdaClientBuilder client =
        LambdaClient.builder()
            .region(software.amazon.awssdk.regions.Region.of(region.code()))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(LONGEST_CONNECT)
                    .socketTimeout(LONGEST))
            .overrideConfiguration(
                config ->
                    config.apiCallTimeout(LONGEST).retryStrategy(AwsRetryStrategy.doNotRetry()));
    more.accept(client);
    return client.build();
  }

  @Override
  public ApiAnswer forward(ApiEvent event, Region owner) {
    LambdaClient client = clients.get(owner);
    if (client == null) {
      throw new IllegalArgumentException(owner + " is not another Region of this deployment");
    }
    try {
      InvokeResponse answer =
          client.invoke(
              request ->
                  request
                      .functionName(functionName)
                      .qualifier(Function.LIVE)
                      .payload(SdkBytes.fromUtf8String(event.forwardedBy(own))));
      if (answer.functionError() != null) {
        LOG.warnf("%s failed in %s: %s", functionName, owner, answer.functionError());
        return ApiAnswer.busy(RETRY_AFTER);
      }
      return ApiAnswer.read(answer.payload().asUtf8String());
    } catch (SdkException | IOException e) {
      LOG.warnf("%s in %s gave no answer: %s", functionName, owner, e.getMessage());
      return ApiAnswer.busy(RETRY_AFTER);
    }
  }

  @Override
  public void close() {
    clients.values().forEach(LambdaClient::close);
  }
}
