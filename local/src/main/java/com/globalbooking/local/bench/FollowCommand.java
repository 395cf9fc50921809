package com.globalbooking.local.bench;

import com.globalbooking.contract.Function;
import com.globalbooking.local.DirectoryTree;
import com.globalbooking.local.LocalRegion;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.bench.FollowReport.StartedFunction;
import com.globalbooking.local.functions.FunctionStatus;
import com.globalbooking.local.pms.PmsSystems;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Follows bookings to cache, topic, hotel's system and audit trail, and prints the delays. */
@Command(
    name = "follow",
    mixinStandardHelpOptions = true,
    description = {
      "Starts two local Regions, books, and follows each booking to cache, topic, PMS and audit trail.",
      "Exits with 1 when a service level was missed or something arrived twice or never."
    })
final class FollowCommand implements Callable<Integer> {
  private static final List<RegionName> REGIONS =
      List.of(new RegionName("us-west-2"), new RegionName("eu-west-1"));

  private static final String PROPERTY = "followed";
  private static final int DAYS_AHEAD = 30;

  @Option(
      names = "--bookings",
      defaultValue = "100",
      description = "bookings to measure (default: ${DEFAULT-VALUE})")
  private int bookings;

  @Option(
      names = "--unmeasured",
      defaultValue = "20",
      description = "bookings before those (default: ${DEFAULT-VALUE})")
  private int unmeasured;

  @Option(
      names = "--native",
      split = ",",
      paramLabel = "<function>",
      description = "run these functions as native executables, comma-separated")
  private Set<String> nativeFunctions = Set.of();

  @Option(
      names = "--root",
      hidden = true,
      defaultValue = "${sys:globalbooking.root:-.}",
      description = "the repository")
  private Path root = Path.of(".");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** Measures and prints the report; 1 with a sentence on standard error when it could not. */
  @Override
  public Integer call() throws InterruptedException {
    PrintWriter errors = spec.commandLine().getErr();
    try {
      FollowReport report = measure(errors);
      spec.commandLine().getOut().println(report.markdown());
      return report.kept() ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (IOException | SQLException | RuntimeException failed) {
      errors.println(failed.getMessage());
      return ExitCode.SOFTWARE;
    }
  }

  private FollowReport measure(PrintWriter errors)
      throws IOException, InterruptedException, SQLException {
    RegionName region = REGIONS.getFirst();
    Clock clock = Clock.systemUTC();
    int units = unmeasured + bookings;
    Path work = Files.createTempDirectory("bench-");
    FollowReport report;
    try (LocalRegions local = start(work, errors);
        GuestClient guest =
            new GuestClient(local, region, PROPERTY, LocalDate.now(clock).plusDays(DAYS_AHEAD));
        Trail trail = new Trail(local.region(region), local.pms().named(PmsSystems.ALPINE))) {
      local.connect(PROPERTY, PmsSystems.ALPINE);
      guest.allot(units);
      say(errors, "Booking " + units + " times");
      FollowRun run = new FollowRun(guest, trail, units, clock);
      run.follow(unmeasured, bookings);
      report =
          new FollowReport(
              Machine.current(),
              functions(local.region(region)),
              unmeasured,
              bookings,
              run.delays(),
              run.notOnce());
    }
    DirectoryTree.delete(work); // after a failure it stays: logs are in it
    return report;
  }

  private LocalRegions start(Path work, PrintWriter errors) {
    return LocalRegions.start(
        new LocalRegions.Options(root, work, REGIONS, 0, chosen(), line -> say(errors, line)));
  }

  private Set<Function> chosen() {
    return Arrays.stream(Function.values())
        .filter(function -> nativeFunctions.contains(function.id()))
        .collect(Collectors.toSet());
  }

  private List<StartedFunction> functions(LocalRegion region) throws IOException {
    List<StartedFunction> functions = new ArrayList<>();
    for (FunctionStatus status : region.functionStatus()) {
      Path zip = region.functions().definition(status.name()).orElseThrow().packageZip();
      String id = id(status);
      functions.add(
          new StartedFunction(
              id,
              nativeFunctions.contains(id) ? "native" : "jvm",
              Files.size(zip) / 1e6,
              status.fastestStartMillis()));
    }
    return functions;
  }

  private static String id(FunctionStatus status) {
    return Arrays.stream(Function.values())
        .map(Function::id)
        .filter(id -> status.name().endsWith("-" + id))
        .findFirst()
        .orElseThrow();
  }

  private static void say(PrintWriter errors, String line) {
    errors.println(line);
    errors.flush();
  }
}
