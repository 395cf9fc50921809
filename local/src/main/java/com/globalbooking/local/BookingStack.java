package com.globalbooking.local;

import com.globalbooking.local.engine.Deployment;
import com.globalbooking.local.engine.Program;
import com.globalbooking.local.engine.ProgramRun;
import com.globalbooking.local.engine.ResourceProvider;
import com.globalbooking.local.engine.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The project's own Pulumi program, as {@code scripts/build} leaves it, for one Region. */
final class BookingStack {
  private static final String PROJECT = "global-booking";
  private static final String ENVIRONMENT = "local";
  private static final String MAIN_CLASS = "com.globalbooking.stack.Program";

  /** Registering some sixty resources takes seconds; a busy machine is given plenty. */
  private static final Duration TIME_LIMIT = Duration.ofMinutes(3);

  private final Program program;
  private final Deployment deployment;

  /**
   * @param root the repository root
   * @param configuration key without namespace to value
   * @throws IllegalStateException when the program has not been built
   */
  BookingStack(Path root, RegionName region, Map<String, String> configuration) {
    Path target = root.resolve("stack").resolve("target");
    Path jar = target.resolve("stack-1.0.0-SNAPSHOT.jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("There is no " + jar + ": run scripts/build");
    }
    this.program =
        new Program(List.of(jar.toString(), target.resolve("lib") + "/*"), MAIN_CLASS, root);
    this.deployment =
        new Deployment(PROJECT, ENVIRONMENT + "-" + region, configuration, Set.of(), false);
  }

  /** The name under which the other Regions' stacks refer to this one. */
  String qualifiedName() {
    return deployment.qualifiedStack();
  }

  RunResult deploy(ResourceProvider provider, Path logFile) throws InterruptedException {
    return new ProgramRun(program, deployment, provider, logFile, TIME_LIMIT).run();
  }

  RunResult preview(ResourceProvider provider, Path logFile) throws InterruptedException {
    return new ProgramRun(program, deployment.preview(), provider, logFile, TIME_LIMIT).run();
  }
}
