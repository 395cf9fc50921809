package com.globalbooking.stack.parity;

import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.google.gson.JsonElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The seed against a graph of the program. */
record Parity(List<SeedItem> resources, List<SeedItem> sections) {

  private static final Path REPOSITORY = Path.of("..");
  private static final Path DECISIONS = REPOSITORY.resolve("docs").resolve("decisions");

  /** The seed as the repository keeps it. */
  static Parity committed() {
    return new Parity(SeedItem.read("resources.yaml"), SeedItem.read("sections.yaml"));
  }

  /** What is missing in the graph, weaker than said, or without a reason. */
  List<String> problems(StackGraph graph) {
    return Stream.concat(resources.stream(), sections.stream())
        .flatMap(item -> problems(item, graph).stream())
        .toList();
  }

  private static List<String> problems(SeedItem item, StackGraph graph) {
    List<String> problems = new ArrayList<>();
    if (item.ours().isEmpty()) {
      problems.add(item.seed() + " is missing: nothing stands for it");
    }
    item.ours().stream()
        .filter(ours -> !exists(ours, graph))
        .forEach(ours -> problems.add(item.seed() + " is missing: there is no " + ours));
    item.holds()
        .forEach(
            (path, value) ->
                find(item.ours().getFirst(), graph)
                    .map(it -> it.input(path))
                    .filter(actual -> !same(actual, value))
                    .ifPresent(
                        actual ->
                            problems.add(
                                "%s: %s of %s is %s and not %s"
                                    .formatted(
                                        item.seed(),
                                        path,
                                        item.ours().getFirst(),
                                        actual,
                                        value))));
    switch (item.verdict()) {
      case SAME -> {
        // Nothing to explain.
      }
      case BETTER -> {
        if (item.note().isEmpty()) {
          problems.add(item.seed() + " is better, but nothing says by what");
        }
      }
      case DIFFERENT -> {
        if (item.decisions().isEmpty() || item.note().isEmpty()) {
          problems.add(item.seed() + " is different, but no decision says why");
        }
      }
    }
    item.decisions().stream()
        .filter(decision -> !Files.exists(DECISIONS.resolve(decision)))
        .forEach(decision -> problems.add(item.seed() + ": there is no decision " + decision));
    return problems;
  }

  private static boolean exists(String ours, StackGraph graph) {
    String name = ours.substring(ours.indexOf(' ') + 1);
    return switch (ours.substring(0, ours.indexOf(' '))) {
      case "output" -> graph.outputs().containsKey(name);
      case "file" -> Files.exists(REPOSITORY.resolve(name));
      default -> find(ours, graph).isPresent();
    };
  }

  private static Optional<Registered> find(String ours, StackGraph graph) {
    return graph.resources().stream().filter(it -> shortName(it).equals(ours)).findFirst();
  }

  /** Such as {@code ec2/vpc network-vpc}. */
  static String shortName(Registered resource) {
    return resource.type().replaceFirst("^aws:([^:]*):.*", "$1") + " " + resource.name();
  }

  private static boolean same(JsonElement actual, JsonElement wanted) {
    // Numbers are equal by their text: 35 is not less 35 for being a long.
    return actual.toString().equals(wanted.toString());
  }

  /** The page for people. */
  String page() {
    return """
        # Parity with the seed

        The product began with a Terraform file of 92 resources for one Region and a specification of 13 sections. This page says what
        stands for each in the graph that the committed `Pulumi.prod.yaml` makes. `ParityTest` generates it from
        `stack/src/test/resources/parity` (`-Dparity.update=true`) and fails when something named here is not in the graph, when an
        input that a verdict rests on has another value, or when something is different without a decision.

        * **same**: does the same; names aside.
        * **better**: does it too, and the note says what more.
        * **different**: we left the seed, and the decision says why.

        %s

        ## The sections of the specification

        | section | ours | verdict | note |
        | --- | --- | --- | --- |
        %s

        ## The resources

        | seed | ours | verdict | note |
        | --- | --- | --- | --- |
        %s
        """
        .formatted(summary(), rows(sections), rows(resources));
  }

  private String summary() {
    return "Resources: %s. Sections: %s.".formatted(counts(resources), counts(sections));
  }

  private static String counts(List<SeedItem> items) {
    return Stream.of(SeedItem.Verdict.values())
        .map(
            verdict ->
                items.stream().filter(item -> item.verdict() == verdict).count()
                    + " "
                    + verdict.word())
        .collect(Collectors.joining(", "));
  }

  private static String rows(List<SeedItem> items) {
    return items.stream().map(Parity::row).collect(Collectors.joining("\n"));
  }

  private static String row(SeedItem item) {
    String ours =
        item.ours().stream()
            .map(it -> "`" + it.replaceFirst("^file ", "") + "`")
            .collect(Collectors.joining(", "));
    String decisions =
        item.decisions().stream()
            .map(it -> " [%d](decisions/%s)".formatted(Integer.parseInt(it.substring(0, 4)), it))
            .collect(Collectors.joining());
    return "| %s | %s | %s%s | %s |"
        .formatted(item.seed(), ours, item.verdict().word(), decisions, item.note());
  }
}
