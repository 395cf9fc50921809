package com.globalbooking.local.bench;

import com.globalbooking.local.bench.BenchInstance.Started;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * Measures variants of one function, one after the other under the same conditions. Cold starts of
 * the variants alternate, so that what disturbs the machine disturbs them all.
 */
final class BenchRun {
  /** How much: the options of the same names of the command line. */
  record Amount(int starts, int warm, int instances) {
    Amount {
      requirePositive("--starts", starts);
      requirePositive("--warm", warm);
      requirePositive("--instances", instances);
    }

    private static void requirePositive(String option, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(option + " must be 1 or more, not " + value);
      }
    }
  }

  static final int UNMEASURED_REQUESTS = 200;
  private static final int TRAINING_REQUESTS = 200;
  private static final int DIGITS = 3;
  private static final double MEGABYTE = 1e6;

  private final FunctionFiles files;
  private final BookingWorkload workload;
  private final Amount amount;
  private final PrintWriter progress;
  private final Map<Variant, List<String>> commands = new EnumMap<>(Variant.class);

  BenchRun(FunctionFiles files, BookingWorkload workload, Amount amount, PrintWriter progress) {
    this.files = files;
    this.workload = workload;
    this.amount = amount;
    this.progress = progress;
  }

  /** Measures; the results are in the order of {@code variants}. */
  List<VariantResult> measure(List<Variant> variants) throws IOException, InterruptedException {
    for (Variant variant : variants) {
      commands.put(variant, files.prepare(variant));
      if (variant == Variant.JVM_AOT) {
        commands.put(variant, trainAotCache());
      }
    }
    Map<Variant, Cold> colds = coldStarts(variants);
    List<VariantResult> results = new ArrayList<>();
    for (Variant variant : variants) {
      results.add(underLoad(variant, Objects.requireNonNull(colds.get(variant))));
    }
    return results;
  }

  private record Cold(Histogram nanos, double memoryMegabytes) {}

  private Map<Variant, Cold> coldStarts(List<Variant> variants)
      throws IOException, InterruptedException {
    Map<Variant, Cold> colds = new EnumMap<>(Variant.class);
    for (Variant variant : variants) {
      start(variant).instance().close(); // fills the page cache; not measured
      colds.put(variant, new Cold(new Histogram(DIGITS), 0));
    }
    for (int round = 1; round <= amount.starts(); round++) {
      for (Variant variant : variants) {
        say("cold start %d of %d, %s".formatted(round, amount.starts(), variant.option()));
        Started started = start(variant);
        try (BenchInstance instance = started.instance()) {
          Cold sofar = Objects.requireNonNull(colds.get(variant));
          sofar.nanos.recordValue(started.firstAnswerNanos());
          double memory = Math.max(sofar.memoryMegabytes, memory(instance));
          colds.put(variant, new Cold(sofar.nanos, memory));
        }
      }
    }
    return colds;
  }

  private VariantResult underLoad(Variant variant, Cold cold)
      throws IOException, InterruptedException {
    List<BenchInstance> instances = new ArrayList<>();
    try {
      for (int i = 0; i < amount.instances(); i++) {
        instances.add(start(variant).instance());
      }
      say("warm up, " + variant.option());
      var _ = inParallel(instances, UNMEASURED_REQUESTS);
      say("%d bookings on one instance, %s".formatted(amount.warm(), variant.option()));
      Load one = inParallel(instances.subList(0, 1), amount.warm());
      say(
          "%d bookings on each of %d instances, %s"
              .formatted(amount.warm(), instances.size(), variant.option()));
      Load all = inParallel(instances, amount.warm());
      double memory = 0;
      for (BenchInstance instance : instances) {
        memory = Math.max(memory, memory(instance));
      }
      return new VariantResult(
          variant,
          Percentiles.of(cold.nanos),
          Percentiles.of(one.nanos),
          one.perSecond,
          all.perSecond,
          cold.memoryMegabytes,
          memory);
    } finally {
      instances.forEach(BenchInstance::close);
    }
  }

  private record Load(Histogram nanos, double perSecond) {}

  /** Sends {@code requests} to each instance, one after the other, to all of them at once. */
  private Load inParallel(List<BenchInstance> instances, int requests)
      throws IOException, InterruptedException {
    Histogram total = new Histogram(DIGITS);
    long begun = System.nanoTime();
    try (ExecutorService callers = Executors.newFixedThreadPool(instances.size())) {
      List<Callable<Histogram>> tasks =
          instances.stream()
              .map(instance -> (Callable<Histogram>) () -> oneByOne(instance, requests))
              .toList();
      for (Future<Histogram> caller : callers.invokeAll(tasks)) {
        total.add(caller.get());
      }
    } catch (ExecutionException failed) {
      throw new IOException(String.valueOf(failed.getCause()), failed);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Load(total, total.getTotalCount() / seconds);
  }

  private Histogram oneByOne(BenchInstance instance, int requests)
      throws IOException, InterruptedException {
    Histogram nanos = new Histogram(DIGITS);
    for (int i = 0; i < requests; i++) {
      nanos.recordValue(instance.call(workload.nextEvent()));
    }
    return nanos;
  }

  /** Lets the function run once under observation; the JVM writes the cache when it ends. */
  private List<String> trainAotCache() throws IOException, InterruptedException {
    Path cache = files.aotCache();
    say("training the AOT cache");
    Files.deleteIfExists(cache);
    List<String> training = withOption("-XX:AOTCacheOutput=" + cache);
    Started started = start(training);
    try (BenchInstance instance = started.instance()) {
      var _ = oneByOne(instance, TRAINING_REQUESTS);
    }
    if (!Files.isRegularFile(cache)) {
      throw new IOException("the JVM wrote no AOT cache; see " + log());
    }
    return withOption("-XX:AOTCache=" + cache);
  }

  /** The command of the AOT variant with one more option for the JVM. */
  private List<String> withOption(String option) {
    List<String> command = new ArrayList<>(commandOf(Variant.JVM_AOT));
    command.add(1, option);
    return command;
  }

  private Started start(Variant variant) throws IOException, InterruptedException {
    return start(commandOf(variant));
  }

  private Started start(List<String> command) throws IOException, InterruptedException {
    return BenchInstance.start(command, workload.environment(), workload.nextEvent(), log());
  }

  private List<String> commandOf(Variant variant) {
    return Objects.requireNonNull(commands.get(variant));
  }

  private Path log() {
    return files.work().resolve("function.log");
  }

  private static double memory(BenchInstance instance) throws IOException {
    return instance.peakMemoryBytes().orElse(0) / MEGABYTE;
  }

  private void say(String what) {
    progress.println(what);
    progress.flush();
  }
}
