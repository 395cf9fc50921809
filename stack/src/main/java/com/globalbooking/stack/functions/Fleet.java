package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Regions;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.EnumMap;
import java.util.Map;

/** All functions of the contract, deployed from one bucket. */
public final class Fleet extends ComponentResource {

  /**
   * @param account where the functions run
   * @param regions all Regions; a function may call its sisters in the others
   * @param surroundings what functions find in this Region
   * @param logRetentionDays how long logs are kept, in days
   */
  public record Args(
      Names names,
      Account account,
      Regions regions,
      FunctionSettings settings,
      FunctionSurroundings surroundings,
      int logRetentionDays) {}

  private static final String TYPE = "global-booking:functions:Fleet";

  /** Every function of the contract. */
  public final Map<Function, FunctionHandle> functions;

  /** ARNs by function id. */
  public final Output<Map<String, String>> functionArns;

  /**
   * Registers the fleet.
   *
   * @throws com.pulumi.exceptions.RunException when a package has not been built
   */
  public Fleet(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    ComponentResourceOptions child = ComponentResourceOptions.builder().parent(this).build();

    var bucket =
        new CodeBucket(name + "-code", new CodeBucket.Args(args.names(), args.account()), child);
    Map<Function, FunctionHandle> handles = new EnumMap<>(Function.class);
    Output.MapBuilder<String> arns = Output.mapBuilder();
    for (Function function : Function.values()) {
      var deployed =
          new QuarkusFunction(
              name + "-" + function.id(),
              new QuarkusFunction.Args(
                  function,
                  args.names(),
                  args.account(),
                  args.regions(),
                  args.settings(),
                  args.surroundings(),
                  bucket.bucketName,
                  args.logRetentionDays()),
              child);
      handles.put(function, deployed.handle);
      arns.put(function.id(), deployed.handle.arn());
    }

    functions = Map.copyOf(handles);
    functionArns = arns.build();
    registerOutputs(Map.of("functionArns", functionArns));
  }

  /** One of the functions. */
  public FunctionHandle of(Function function) {
    return Present.in(functions, function, "been deployed");
  }
}
