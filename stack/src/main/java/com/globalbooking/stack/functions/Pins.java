package com.globalbooking.stack.functions;

import com.globalbooking.contract.ReleasePins;
import com.globalbooking.stack.naming.Names;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.aws.ssm.SsmFunctions;
import com.pulumi.aws.ssm.inputs.GetParameterArgs;
import com.pulumi.aws.ssm.outputs.GetParameterResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOutputOptions;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * Which versions people hold functions at. {@code scripts/rollback} writes the parameter; a
 * deployment reads it, so that what was taken back stays back until somebody releases it, whichever
 * machine and Pulumi back end the next deployment comes from.
 */
final class Pins extends ComponentResource {

  /**
   * @param aws by which the parameter is read: what people wrote is in no state
   */
  record Args(Names names, Provider aws) {}

  private static final String TYPE = "global-booking:functions:Pins";

  /** Version by function id. */
  final Output<Map<String, String>> versions;

  Pins(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    String physicalName = ReleasePins.parameterName(args.names().environment().value());
    var parameter =
        new Parameter(
            name + "-parameter",
            ParameterArgs.builder()
                .name(physicalName)
                .description("Versions that functions are held at: written by scripts/rollback")
                .type("String")
                .value(ReleasePins.NONE)
                .tags(args.names().tags(physicalName))
                .build(),
            CustomResourceOptions.builder().parent(this).ignoreChanges("value").build());
    versions =
        SsmFunctions.getParameter(
                GetParameterArgs.builder().name(parameter.name()).build(),
                new InvokeOutputOptions.Builder().provider(args.aws()).dependsOn(parameter).build())
            .applyValue(GetParameterResult::insecureValue)
            .applyValue(text -> read(physicalName, text));
    registerOutputs(Map.of("versions", versions));
  }

  private static Map<String, String> read(String parameter, String text) {
    try {
      return new Gson().fromJson(text, new TypeToken<Map<String, String>>() {}.getType());
    } catch (JsonParseException wrong) {
      throw new RunException(
          "The parameter %s is not a JSON object of function ids and versions: %s"
              .formatted(parameter, text));
    }
  }
}
