package com.globalbooking.cache;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.List;

/** Something to ask of the node that has a slot. */
sealed interface Call {
  /** Where the keys are. */
  int slot();

  /**
   * The request.
   *
   * @param withText scripts as text, for a node that does not know them yet
   */
  Request request(boolean withText);

  /** A command. */
  record Plain(int slot, Command command, List<String> arguments) implements Call {
    @Override
    public Request request(boolean withText) {
      Request request = Request.cmd(command);
      arguments.forEach(request::arg);
      return request;
    }
  }

  /** A script. */
  record Run(int slot, CacheScript script, List<String> keys, List<String> arguments)
      implements Call {
    @Override
    public Request request(boolean withText) {
      Request request =
          withText
              ? Request.cmd(Command.EVAL).arg(script.text())
              : Request.cmd(Command.EVALSHA).arg(script.digest());
      request.arg(keys.size());
      keys.forEach(request::arg);
      arguments.forEach(request::arg);
      return request;
    }
  }
}
