package com.globalbooking.cache;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Objects;

/** An open connection to one node. */
record NodeConnection(Redis client, RedisConnection connection) {

  /** Sends requests in one go; their answers, in order. */
  Future<List<Response>> send(List<Request> requests) {
    return connection
        .batch(requests)
        // Nothing that we ask is answered by nil.
        .map(answers -> answers.stream().map(Objects::requireNonNull).toList());
  }

  /** An answer that is a number. */
  static long number(Response answer) {
    return Long.parseLong(answer.toString());
  }

  /** Ends the connection; what is still waited for fails. */
  void close() {
    client.close();
  }
}
