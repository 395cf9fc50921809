package com.globalbooking.local.bench;

import com.globalbooking.contract.Route;
import com.globalbooking.local.DirectoryTree;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.bench.BenchRun.Amount;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a function package: cold start, warm latency, throughput and memory. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures cold start, warm latency, throughput and memory of a function package.",
    subcommands = FollowCommand.class)
public final class BenchCommand implements Callable<Integer> {
  private static final RegionName REGION = new RegionName("eu-west-1");

  @Option(
      names = "--function",
      defaultValue = "booking-handler",
      description = "a folder of lambdas/ (default: ${DEFAULT-VALUE})")
  private String function = "booking-handler";

  @Option(
      names = "--starts",
      defaultValue = "20",
      description = "cold starts of each variant (default: ${DEFAULT-VALUE})")
  private int starts;

  @Option(
      names = "--warm",
      defaultValue = "2000",
      description = "warm bookings on each instance (default: ${DEFAULT-VALUE})")
  private int warm;

  @Option(
      names = "--instances",
      defaultValue = "4",
      description = "instances at once, for throughput (default: ${DEFAULT-VALUE})")
  private int instances;

  @Option(
      names = "--variants",
      split = ",",
      defaultValue = "jvm,jvm-c1,jvm-aot,native",
      description = "any of jvm, jvm-c1, jvm-aot, native (default: ${DEFAULT-VALUE})")
  private List<String> variants = List.of();

  @Option(names = "--json", description = "print JSON instead of Markdown")
  private boolean json;

  @Option(
      names = "--root",
      hidden = true,
      defaultValue = "${sys:globalbooking.root:-.}",
      description = "the repository")
  private Path root = Path.of(".");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** Runs the command and ends the JVM. */
  public static void main(String[] arguments) {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.exit(new CommandLine(new BenchCommand()).execute(arguments));
  }

  /** Measures and prints the report; 1 when it could not, with a sentence on standard error. */
  @Override
  public Integer call() throws InterruptedException {
    PrintWriter errors = spec.commandLine().getErr();
    try {
      Report report = measure(variants.stream().map(Variant::named).toList());
      spec.commandLine().getOut().println(json ? report.json() : report.markdown());
      return CommandLine.ExitCode.OK;
    } catch (IOException | IllegalArgumentException failed) {
      errors.println(failed.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private Report measure(List<Variant> chosen) throws IOException, InterruptedException {
    Amount amount = new Amount(starts, warm, instances);
    if (!function.equals(Route.BOOK.function().id())) {
      throw new IllegalArgumentException(
          "every answer measured is a booking, and "
              + function
              + " does not book: measure "
              + Route.BOOK.function().id());
    }
    Path repository = root.toAbsolutePath().normalize();
    for (Variant variant : chosen) {
      var _ = FunctionFiles.packageOf(repository, function, variant);
    }
    Path work = Files.createTempDirectory("bench-");
    FunctionFiles files = new FunctionFiles(repository, function, work);
    Path lib = repository.resolve("local/dynamodb-local/target/lib");
    try (DynamoDbEngine engine = DynamoDbEngine.start(REGION, lib, work.resolve("dynamodb.log"))) {
      BookingWorkload workload = new BookingWorkload(engine, Clock.systemUTC());
      workload.load();
      BenchRun run = new BenchRun(files, workload, amount, spec.commandLine().getErr());
      List<VariantResult> results = run.measure(chosen);
      // After a failure the directory stays: the message points to a log in it.
      DirectoryTree.delete(work);
      return new Report(function, Machine.current(), amount, results);
    }
  }
}
