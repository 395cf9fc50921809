package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.pulumi.core.Output;
import java.util.Map;

/**
 * The cache, for functions.
 *
 * @param endpoint {@code rediss://host:port}
 * @param name id of the replication group
 * @param users whom each function logs in as
 */
public record FunctionCache(
    Output<String> endpoint, Output<String> name, Output<String> arn, Map<Function, User> users) {

  /** A user of the cache. */
  public record User(Output<String> name, Output<String> arn) {}

  public FunctionCache {
    users = Map.copyOf(users);
  }

  User user(Function function) {
    return Present.in(users, function, "a user of the cache");
  }
}
