package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.SmokeEvent;
import com.pulumi.aws.lambda.Alias;
import com.pulumi.aws.lambda.AliasArgs;
import com.pulumi.aws.lambda.Invocation;
import com.pulumi.aws.lambda.InvocationArgs;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/**
 * The alias by which a function is called. A new version is invoked with its smoke event first;
 * only when it answers as one that can serve does the alias move to it. A version that people have
 * pinned stays, whatever is newer.
 */
final class LiveAlias extends ComponentResource {

  /**
   * @param pins version by function id, of functions that are held back
   * @param ready what must be there before the function can answer
   */
  record Args(
      Function function,
      com.pulumi.aws.lambda.Function deployed,
      Output<Map<String, String>> pins,
      List<Resource> ready) {
    Args {
      ready = List.copyOf(ready);
    }
  }

  private static final String TYPE = "global-booking:functions:LiveAlias";

  final Output<String> name;
  final Output<String> arn;
  final Output<String> invokeArn;
  final Output<String> version;

  LiveAlias(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    Function function = args.function();
    // Another version is another invocation: the engine makes it before it deletes this one, and
    // deleting it does nothing.
    var smoke =
        new Invocation(
            name + "-smoke",
            InvocationArgs.builder()
                .functionName(args.deployed().name())
                .qualifier(args.deployed().version())
                .input(SmokeEvent.of(function))
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(args.ready()).build());
    var alias =
        new Alias(
            name,
            AliasArgs.builder()
                .name(Function.LIVE)
                .description("The version that serves; moved after it has answered a smoke event")
                .functionName(args.deployed().name())
                .functionVersion(
                    Output.tuple(args.deployed().version(), smoke.result(), args.pins())
                        .applyValue(all -> serving(function, all.t1, all.t2, all.t3)))
                .build(),
            CustomResourceOptions.builder().parent(this).build());

    this.name = alias.name();
    this.arn = alias.arn();
    this.invokeArn = alias.invokeArn();
    this.version = alias.functionVersion();
    registerOutputs(Map.of("arn", arn, "version", version));
  }

  /** The version to serve; the new one has answered {@code result}. */
  private static String serving(
      Function function, String version, String result, Map<String, String> pins) {
    if (!SmokeEvent.isPassedBy(function, result)) {
      throw new RunException(
          "%s stays at the version that serves: version %s answered its smoke event with %s"
              .formatted(function.id(), version, shortened(result)));
    }
    return pins.getOrDefault(function.id(), version);
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
