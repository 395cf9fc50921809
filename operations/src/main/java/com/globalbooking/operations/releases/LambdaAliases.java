package com.globalbooking.operations.releases;

import com.globalbooking.contract.Function;
import com.globalbooking.operations.RefusedException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Aliases as Lambda keeps them. */
public final class LambdaAliases implements Aliases {
  private static final String UNPUBLISHED = "$LATEST";

  /** As Lambda writes instants: {@code 2026-11-28T01:02:03.000+0000}. */
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  private final LambdaClient lambda;

  public LambdaAliases(LambdaClient lambda) {
    this.lambda = lambda;
  }

  @Override
  public int serving(String aliasArn) {
    String version =
        lambda
            .getAlias(it -> it.functionName(functionOf(aliasArn)).name(Function.LIVE))
            .functionVersion();
    if (version.equals(UNPUBLISHED)) {
      throw new RefusedException(functionOf(aliasArn) + " serves no published version.");
    }
    return Integer.parseInt(version);
  }

  @Override
  public List<PublishedVersion> versions(String aliasArn) {
    return lambda
        .listVersionsByFunctionPaginator(it -> it.functionName(functionOf(aliasArn)))
        .versions()
        .stream()
        .filter(it -> !it.version().equals(UNPUBLISHED))
        .map(it -> new PublishedVersion(Integer.parseInt(it.version()), published(it)))
        .toList();
  }

  @Override
  public void move(String aliasArn, int version) {
    lambda.updateAlias(
        it ->
            it.functionName(functionOf(aliasArn))
                .name(Function.LIVE)
                .functionVersion(Integer.toString(version)));
  }

  private static Instant published(FunctionConfiguration version) {
    return version.lastModified() == null
        ? Instant.EPOCH
        : INSTANT.parse(version.lastModified(), Instant::from);
  }

  /** The ARN of the function that an alias belongs to: the same without its last part. */
  private static String functionOf(String aliasArn) {
    String alias = ":" + Function.LIVE;
    return aliasArn.endsWith(alias)
        ? aliasArn.substring(0, aliasArn.length() - alias.length())
        : aliasArn;
  }
}
