package com.globalbooking.stack.costs;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The costs at rest in docs/deploy.md are those of the committed configurations. {@code
 * -Dcosts.update=true} writes the table anew.
 */
@Timeout(90)
class RestCostsTest {

  private static final Path PAGE = Path.of("..", "docs", "deploy.md");

  /** The table stands between these lines. */
  private static final String BEGINNING = "<!-- costs at rest: made by RestCostsTest -->\n";

  private static final String END = "<!-- end of costs at rest -->\n";

  private static List<StackGraph> production;
  private static List<StackGraph> development;

  @BeforeAll
  static void runThePrograms() {
    production =
        Stream.of("prod-us-west-2", "prod-eu-west-1", "prod-ap-southeast-1")
            .map(RestCostsTest::graph)
            .toList();
    development = List.of(graph("dev-us-west-2"));
  }

  private static StackGraph graph(String stackName) {
    return StackRun.of(stackName).run().sound();
  }

  @Test
  void theTableOfCostsAtRestIsThatOfTheCommittedConfigurations() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGINNING) + BEGINNING.length();
    int to = page.indexOf(END);
    assertThat(page).contains(BEGINNING, END);
    String table = "\n" + RestCosts.table(production, development) + "\n";
    if (Boolean.getBoolean("costs.update")) {
      page = page.substring(0, from) + table + page.substring(to);
      Files.writeString(PAGE, page);
      to = page.indexOf(END);
    }
    assertThat(table)
        .as("%s; -Dcosts.update=true writes it anew", PAGE)
        .isEqualTo(page.substring(from, to));
  }

  @Test
  void everySizeHasAPrice() {
    assertThat(Stream.concat(production.stream(), development.stream()))
        .flatMap(RestCosts::withoutPrice)
        .isEmpty();
  }

  @Test
  void anotherNatGatewayCostsMore() {
    StackGraph more = StackRun.of("dev-us-west-2").with("natGateways", "1").run().sound();
    assertThat(RestCosts.total(List.of(more)) - RestCosts.total(development)).isBetween(36.0, 37.0);
  }
}
