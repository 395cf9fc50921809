package com.globalbooking.stack.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class ParityTest {

  private static final Path PAGE = Path.of("..", "docs", "parity.md");

  private static final Parity PARITY = Parity.committed();

  private static StackGraph production;

  @BeforeAll
  static void runTheProgram() {
    production = StackRun.of("prod-us-west-2").run().sound();
  }

  @Test
  void nothingOfTheSeedIsMissingOrWeakerOrDifferentWithoutADecision() {
    assertThat(PARITY.problems(production)).isEmpty();
  }

  @Test
  void theWholeSeedIsAccountedFor() {
    assertThat(PARITY.resources()).extracting(SeedItem::seed).hasSize(92).doesNotHaveDuplicates();
    assertThat(PARITY.sections())
        .extracting(section -> section.seed().replaceFirst(" .*", ""))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13");
  }

  @Test
  void thePageIsCurrent() throws IOException {
    if (Boolean.getBoolean("parity.update")) {
      Files.writeString(PAGE, PARITY.page());
    }
    assertThat(PARITY.page())
        .as("%s; -Dparity.update=true writes it anew", PAGE)
        .isEqualTo(Files.readString(PAGE));
  }

  @Test
  void everyDecisionIsOneThatTheRowsOrTheOtherDocumentsPointTo() throws IOException {
    List<String> decisions;
    try (Stream<Path> files = Files.list(PAGE.resolveSibling("decisions"))) {
      decisions = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    String documents =
        Files.readString(PAGE)
            + Files.readString(Path.of("..", "ARCHITECTURE.md"))
            + Files.readString(PAGE.resolveSibling("deploy.md"));
    assertThat(decisions).allMatch(documents::contains);
  }

  /** The mutants: the graph without each resource in turn that a row names. */
  @Test
  void aResourceThatIsGoneIsMissed() {
    List<String> named =
        PARITY.resources().stream().flatMap(item -> item.ours().stream()).distinct().toList();
    assertThat(named)
        .allSatisfy(
            name ->
                assertThat(
                        PARITY.problems(
                            changed(
                                it ->
                                    Parity.shortName(it).equals(name) ? Registered.nothing() : it)))
                    .isNotEmpty()
                    .allMatch(problem -> problem.endsWith("is missing: there is no " + name)));
  }

  @Test
  void anInputThatIsWeakerIsMissed() {
    assertThat(
            PARITY.problems(
                changed(
                    it -> it.name().equals("cache") ? with(it, "replicasPerNodeGroup", 1) : it)))
        .containsExactly(
            "aws_elasticache_replication_group.booking_cache: replicasPerNodeGroup of"
                + " elasticache/replicationGroup cache is 1 and not 2");
  }

  @Test
  void aDifferenceWithoutADecisionIsAProblem() {
    SeedItem item =
        new SeedItem(
            "aws_vpc.main",
            List.of("ec2/vpc network-vpc"),
            Map.of(),
            SeedItem.Verdict.DIFFERENT,
            "Smaller.",
            List.of());
    assertThat(new Parity(List.of(item), List.of()).problems(production))
        .containsExactly("aws_vpc.main is different, but no decision says why");
  }

  private static StackGraph changed(UnaryOperator<Registered> change) {
    return new StackGraph(
        production.resources().stream().map(change).toList(), production.outputs(), "");
  }

  private static Registered with(Registered resource, String input, Number value) {
    JsonObject inputs = resource.inputs().deepCopy();
    inputs.addProperty(input, value);
    return resource.with(inputs);
  }
}
