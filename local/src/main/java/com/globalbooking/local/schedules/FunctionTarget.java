package com.globalbooking.local.schedules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.functions.FunctionReference;
import com.globalbooking.local.functions.InvocationResult;

/**
 * Invokes a function.
 *
 * @param arn of the function, or of a version or alias of it
 */
public record FunctionTarget(String arn, FunctionInvoker functions) implements ScheduleTarget {

  @Override
  public Permission permission() {
    return new Permission("lambda:InvokeFunction", arn);
  }

  /** A function that fails has been invoked: Scheduler hands over and does not look back. */
  @Override
  public Outcome invoke(String input) {
    return switch (functions.invoke(FunctionReference.of(arn).suffix(), input.getBytes(UTF_8))) {
      case InvocationResult.Succeeded _, InvocationResult.Failed _, InvocationResult.TimedOut _ ->
          new Outcome.Taken();
      case InvocationResult.Throttled() -> new Outcome.Refused("the function is throttled");
      case InvocationResult.NoSuchFunction() -> new Outcome.Refused("there is no function " + arn);
    };
  }
}
