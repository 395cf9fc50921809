package com.globalbooking.stack.terraform;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Terraform with the AWS provider that {@code com.pulumi:aws} wraps, in a folder of its own: with
 * keys that nobody has and no way to AWS.
 */
final class Terraform {

  /** The version that com.pulumi:aws 6.83.0 wraps. */
  static final String PROVIDER = "5.100.0";

  private static final String PROVIDER_FOLDER =
      "registry.terraform.io/hashicorp/aws/" + PROVIDER + "/linux_amd64";

  private static final int TIME_LIMIT_SECONDS = 120;

  // Terraform says on which lines an error is.
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().serializeNulls().create();

  private final Path executable;
  private final Path mirror;
  private final Path folder;

  private Terraform(Path executable, Path mirror, Path folder) {
    this.executable = executable;
    this.mirror = mirror;
    this.folder = folder;
  }

  /** An error that Terraform or the provider found, at a resource such as {@code aws_x.name}. */
  record Fault(String resource, String message) {}

  /**
   * What a plan came to.
   *
   * @param added how many resources it would create; all that Terraform was given, if without fault
   */
  record Plan(int added, List<Fault> faults) {}

  /**
   * Terraform on this machine's path with the provider in one of the usual mirrors, if both are.
   */
  static Optional<Terraform> installed() {
    Optional<Path> executable =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(directory -> Path.of(directory, "terraform"))
            .filter(Files::isExecutable)
            .findFirst();
    Optional<Path> mirror =
        mirrors().filter(it -> Files.isDirectory(it.resolve(PROVIDER_FOLDER))).findFirst();
    return executable.flatMap(
        command ->
            mirror.map(
                it -> new Terraform(command, it, Path.of("target", "terraform").toAbsolutePath())));
  }

  private static Stream<Path> mirrors() {
    return Stream.of(
        Path.of("/opt/tf-plugins"),
        Path.of("/usr/local/share/terraform/plugins"),
        Path.of("/usr/share/terraform/plugins"),
        Path.of(System.getProperty("user.home"), ".terraform.d", "plugins"));
  }

  /** Makes the folder ready; the provider is linked, not copied. */
  void initialise() {
    write("work/main.tf.json", main(new JsonObject(), "us-west-2", "http://127.0.0.1:9"));
    writeText(
        "terraformrc",
        "provider_installation { filesystem_mirror { path = \"%s\" } }%n".formatted(mirror));
    run("init", "-input=false", "-no-color");
  }

  /** The provider's schema, dumped once for a version of it. */
  ProviderSchema schema() {
    Path dumped = folder.resolve("schema-" + PROVIDER + ".json");
    if (!Files.exists(dumped)) {
      writeText(dumped.getFileName().toString(), run("providers", "schema", "-json"));
    }
    return ProviderSchema.read(parse(read(dumped)));
  }

  /**
   * Plans to create everything. The provider first validates each resource by itself (names,
   * enumerations, lengths, what must be set), as {@code terraform validate} does, then checks what
   * is set together.
   */
  Plan plan(Translation graph, String region) {
    try (var states = new StatesEndpoint()) {
      write("work/main.tf.json", main(graph.resources(), region, states.url()));
      List<JsonObject> events =
          run("plan", "-json", "-input=false", "-refresh=false", "-lock=false")
              .lines()
              .map(Terraform::parse)
              .toList();
      List<Fault> faults =
          events.stream()
              .filter(event -> event.has("diagnostic"))
              .flatMap(event -> fault(event.getAsJsonObject("diagnostic")).stream())
              .toList();
      int added =
          events.stream()
              .filter(event -> event.get("type").getAsString().equals("change_summary"))
              .mapToInt(event -> event.getAsJsonObject("changes").get("add").getAsInt())
              .sum();
      return new Plan(added, faults);
    }
  }

  private static Optional<Fault> fault(JsonObject diagnostic) {
    if (!diagnostic.get("severity").getAsString().equals("error")) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault(
            place(diagnostic), text(diagnostic, "summary") + " " + text(diagnostic, "detail")));
  }

  /** The provider's errors have an address; Terraform's own say what surrounds them. */
  private static String place(JsonObject diagnostic) {
    return diagnostic.has("address")
        ? text(diagnostic, "address")
        : text(diagnostic.getAsJsonObject("snippet"), "context").replaceFirst("^resource\\.", "");
  }

  private static String text(JsonObject object, String member) {
    return Optional.ofNullable(object.get(member)).map(JsonElement::getAsString).orElse("");
  }

  private static JsonObject main(JsonObject resources, String region, String statesEndpoint) {
    JsonObject main =
        parse(
            """
            {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "%s"}}},
             "provider": {"aws": {
               "region": "%s", "access_key": "none", "secret_key": "none",
               "skip_credentials_validation": true, "skip_metadata_api_check": true,
               "skip_requesting_account_id": true, "endpoints": [{"sfn": "%s"}]}}}
            """
                .formatted(PROVIDER, region, statesEndpoint));
    if (resources.size() > 0) {
      main.add("resource", resources);
    }
    return main;
  }

  private String run(String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(executable.toString()), Arrays.stream(arguments)).toList();
    Path errors = folder.resolve("stderr.txt");
    Path output = folder.resolve("stdout.txt");
    var process =
        new ProcessBuilder(command)
            .directory(folder.resolve("work").toFile())
            .redirectError(errors.toFile())
            .redirectOutput(output.toFile());
    environment(process.environment());
    try {
      Process running = process.start();
      if (!running.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        running.destroyForcibly();
        throw new AssertionError(command + " did not end");
      }
      // Faults of the graph end it with 1 too, and are then told on standard output.
      if (running.exitValue() != 0 && !read(output).startsWith("{")) {
        throw new AssertionError(command + " failed: " + read(errors) + read(output));
      }
      return read(output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(command + " was interrupted", interrupted);
    }
  }

  /** No key of the machine's user, and whoever asks AWS finds a closed port. */
  private void environment(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("TF_"));
    environment.put("TF_CLI_CONFIG_FILE", folder.resolve("terraformrc").toString());
    environment.put("CHECKPOINT_DISABLE", "1");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("HTTPS_PROXY", "http://127.0.0.1:9");
  }

  private void write(String file, JsonObject content) {
    writeText(file, PRETTY.toJson(content));
  }

  private void writeText(String file, String content) {
    try {
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, content);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static JsonObject parse(String text) {
    try {
      return JsonParser.parseString(text).getAsJsonObject();
    } catch (JsonSyntaxException malformed) {
      throw new AssertionError("Not JSON: " + text, malformed);
    }
  }
}
