package com.globalbooking.operations.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.environments.Outputs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints stack outputs. */
@Command(
    name = "scripts/outputs",
    description = {
      "Prints the outputs of stacks as JSON: of one Region its object, of several an "
          + "object by Region.",
      "Their names are those of StackOutput in contract/."
    },
    mixinStandardHelpOptions = true)
final class OutputsCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HIDDEN = "[secret]";

  private final Session session;

  @Mixin private final EnvironmentArgument where = new EnvironmentArgument();

  @Option(
      names = "--name",
      paramLabel = "<output>",
      description = "only this output, as plain text")
  private Optional<String> name = Optional.empty();

  @Option(names = "--show-secrets", description = "print the client secret of a user pool, too")
  private boolean showSecrets;

  OutputsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var environment = session.environmentFile(where.environment).environment();
    List<String> regions = environment.select(where.regions);
    if (name.isPresent() && regions.size() != 1) {
      throw new RefusedException("An output is one Region's: name one of %s.".formatted(regions));
    }
    List<Outputs> outputs = session.outputs(environment, regions);
    if (name.isPresent()) {
      JsonNode value = visible(outputs.getFirst()).path(name.get());
      if (value.isMissingNode()) {
        throw new RefusedException(
            "%s has no output %s.".formatted(outputs.getFirst().stack(), name.get()));
      }
      session.console().line(value.isValueNode() ? value.asText() : value.toString());
    } else if (regions.size() == 1) {
      session.console().line(visible(outputs.getFirst()).toPrettyString());
    } else {
      ObjectNode all = JSON.createObjectNode();
      outputs.forEach(it -> all.set(it.stack().region(), visible(it)));
      session.console().line(all.toPrettyString());
    }
    return 0;
  }

  private JsonNode visible(Outputs outputs) {
    ObjectNode values = outputs.values().deepCopy();
    if (!showSecrets && !values.path(StackOutput.TOKEN_CLIENT_SECRET).asText("").isEmpty()) {
      values.put(StackOutput.TOKEN_CLIENT_SECRET, HIDDEN);
    }
    return values;
  }
}
