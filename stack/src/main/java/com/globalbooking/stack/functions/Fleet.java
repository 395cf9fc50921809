package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Regions;
import com.pulumi.aws.Provider;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All functions of the contract, deployed from one bucket. */
public final class Fleet extends ComponentResource {

  /**
   * @param account where the functions run
   * @param regions all Regions; a function may call its sisters in the others
   * @param surroundings what functions find in this Region
   * @param network must be complete before a function in it can answer
   * @param aws by which the pins are read
   * @param logRetentionDays how long logs are kept, in days
   */
  public record Args(
      Names names,
      Account account,
      Regions regions,
      FunctionSettings settings,
      FunctionSurroundings surroundings,
      Resource network,
      Provider aws,
      int logRetentionDays) {}

  private static final String TYPE = "global-booking:functions:Fleet";

  /** Every function of the contract. */
  public final Map<Function, FunctionHandle> functions;

  /** Name of the bucket that packages are deployed from. */
  public final Output<String> codeBucket;

  /** ARNs of the aliases by which functions are called, by function id. */
  public final Output<Map<String, String>> functionArns;

  /** Versions that serve, by function id. */
  public final Output<Map<String, String>> functionVersions;

  /** SHA-256 of the packages, in hexadecimal digits, by function id. */
  public final Output<Map<String, String>> packageDigests;

  /** Registers the fleet. */
  public Fleet(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    ComponentResourceOptions child = ComponentResourceOptions.builder().parent(this).build();

    var bucket =
        new CodeBucket(name + "-code", new CodeBucket.Args(args.names(), args.account()), child);
    var pins = new Pins(name + "-pins", new Pins.Args(args.names(), args.aws()), child);
    Map<Function, FunctionHandle> handles = new EnumMap<>(Function.class);
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
                  pins.versions,
                  List.of(args.network()),
                  args.logRetentionDays()),
              child);
      handles.put(function, deployed.handle);
    }

    functions = Map.copyOf(handles);
    codeBucket = bucket.bucketName;
    functionArns = byId(handles, FunctionHandle::arn);
    functionVersions = byId(handles, FunctionHandle::version);
    packageDigests = byId(handles, handle -> Output.of(handle.packageDigest()));
    registerOutputs(Map.of("functionArns", functionArns));
  }

  private static Output<Map<String, String>> byId(
      Map<Function, FunctionHandle> handles,
      java.util.function.Function<FunctionHandle, Output<String>> value) {
    Output.MapBuilder<String> values = Output.mapBuilder();
    handles.forEach((function, handle) -> values.put(function.id(), value.apply(handle)));
    return values.build();
  }

  /** One of the functions. */
  public FunctionHandle of(Function function) {
    return Present.in(functions, function, "been deployed");
  }
}
