package com.globalbooking.stack.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.globalbooking.stack.terraform.Terraform.Fault;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the AWS provider itself says about the committed configurations: {@code terraform plan},
 * which validates first, of the provider that {@code com.pulumi:aws} wraps. Skipped, and said so on
 * standard error, where Terraform or this provider is not installed.
 */
@Timeout(180)
class ProviderChecksTest {

  private static final String REGION = "us-west-2";

  private static Terraform terraform;
  private static ProviderSchema schema;

  @BeforeAll
  static void findTerraform() {
    Optional<Terraform> installed = Terraform.installed();
    if (installed.isEmpty()) {
      String skipped =
          "SKIPPED: the checks of the real AWS provider. They need terraform on the PATH and"
              + " terraform-provider-aws "
              + Terraform.PROVIDER
              + " in a mirror such as /usr/local/share/terraform/plugins.";
      System.err.println(skipped);
      assumeTrue(false, skipped);
    }
    terraform = installed.orElseThrow();
    terraform.initialise();
    schema = terraform.schema();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"prod-us-west-2", "prod-eu-west-1", "prod-ap-southeast-1", "dev-us-west-2"})
  void theProviderAcceptsEveryResource(String stackName) {
    StackGraph graph = StackRun.of(stackName).run().sound();
    String region = stackName.substring(stackName.indexOf('-') + 1);

    Translation translation = Translation.of(graph.resources(), schema);
    assertThat(translation.problems()).isEmpty();
    Terraform.Plan plan = terraform.plan(translation, region);
    assertThat(plan.faults()).isEmpty();
    assertThat(plan.added())
        .as("resources that would be created")
        .isEqualTo((int) graph.resources().stream().filter(Registered::isOnAws).count());
  }

  /** A fault in one resource, of the kind that only the provider knows to be one. */
  private record Mutant(String type, String name, Consumer<JsonObject> fault) {

    /**
     * An input with another value.
     *
     * @param value JSON
     */
    static Mutant set(String type, String name, String input, String value) {
      return new Mutant(type, name, inputs -> inputs.add(input, JsonParser.parseString(value)));
    }

    static Mutant without(String type, String name, String input) {
      return new Mutant(
          type, name, inputs -> assertThat(inputs.remove(input)).as(input).isNotNull());
    }

    Registered in(Registered resource) {
      JsonObject inputs = resource.inputs().deepCopy();
      fault.accept(inputs);
      assertThat(inputs).isNotEqualTo(resource.inputs());
      return resource.with(inputs);
    }

    String address() {
      return schema.typeOf(type).name() + "." + name;
    }
  }

  @Test
  void wrongValuesMissingArgumentsAndLongNamesAreFoundWhereTheyAre() {
    List<Mutant> mutants =
        List.of(
            Mutant.set(
                "aws:lambda/function:Function",
                "functions-booking-handler",
                "runtime",
                "\"java25\""),
            Mutant.set(
                "aws:route53/healthCheck:HealthCheck",
                "routing-health-reachable",
                "requestInterval",
                "20"),
            Mutant.set(
                "aws:lambda/eventSourceMapping:EventSourceMapping",
                "event-sources-audit-writer-audit",
                "scalingConfig",
                "{\"maximumConcurrency\": 1}"),
            Mutant.without("aws:sfn/stateMachine:StateMachine", "reconciliation", "roleArn"),
            Mutant.without("aws:apigatewayv2/route:Route", "booking-api-book", "routeKey"),
            Mutant.set(
                "aws:iam/role:Role", "functions-booking-handler-role", "name", "r".repeat(65)));
    assertThat(faults(mutants).stream().map(Fault::resource))
        .containsOnly(mutants.stream().map(Mutant::address).toArray(String[]::new));
  }

  @Test
  void anInputThatTheProviderDoesNotKnowIsAProblem() {
    Mutant mutant = Mutant.set("aws:sqs/queue:Queue", "pms-json", "messageRetentionDays", "14");
    assertThat(Translation.of(mutated(List.of(mutant)), schema).problems())
        .containsExactly("pms-json: the provider knows no messageRetentionDays");
  }

  @Test
  void argumentsThatDoNotGoTogetherAreFoundByThePlan() {
    Mutant mutant = Mutant.set("aws:sqs/queue:Queue", "pms-json", "name", "not-a-queue-in-order");
    assertThat(faults(List.of(mutant)))
        .extracting(Fault::resource)
        .containsExactly(mutant.address());
  }

  /** Of the mutants alone, because the provider takes its time for a whole graph. */
  private static List<Fault> faults(List<Mutant> mutants) {
    return terraform.plan(Translation.of(mutated(mutants), schema), REGION).faults();
  }

  private static List<Registered> mutated(List<Mutant> mutants) {
    StackGraph graph = StackRun.of("prod-" + REGION).run().sound();
    return mutants.stream().map(it -> it.in(graph.resource(it.type(), it.name()))).toList();
  }
}
