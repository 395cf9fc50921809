package com.globalbooking.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.engine.PropertyValue.Asset;
import com.globalbooking.local.engine.PropertyValue.AssetSource;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.PropertyValue.Secret;
import com.globalbooking.local.engine.PropertyValue.Text;
import com.globalbooking.local.engine.PropertyValue.Unknown;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramRunIT {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

  private final ConcurrentLinkedQueue<Resource> created = new ConcurrentLinkedQueue<>();
  private @TempDir Path directory;

  @Test
  void resourcesAreMadeAndTheirOutputsComeBack() throws Exception {
    RunResult result = run(Map.of(), false, TIME_LIMIT);

    assertThat(result.outputs().values())
        .containsEntry("address", new Text("address-of-thing"))
        .containsEntry("password", new Secret(new Text("hush")))
        .containsEntry("size", PropertyValue.of(7))
        .containsEntry("tags", PropertyValue.of(Map.of("a", "b")));
    Inputs inputs = created.element().inputs();
    assertThat(inputs.string("password")).isEqualTo("hush");
    assertThat(inputs.asset("content")).hasValue(new Asset(false, AssetSource.PATH, "pom.xml"));
  }

  @Test
  void everyResourceIsRecordedAndAnUnknownTypeIsListedAsSuch() throws Exception {
    RunResult result = run(Map.of(), false, TIME_LIMIT);

    assertThat(result.resources())
        .extracting(RecordedResource::urn, RecordedResource::treatment)
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "(\"urn:pulumi:dev::test::pulumi:pulumi:Stack::test-dev\", COMPONENT)",
            "(\"urn:pulumi:dev::test::test:group:Group::group\", COMPONENT)",
            "(\"urn:pulumi:dev::test::test:group:Group$test:index:Thing::thing\", CREATED)",
            "(\"urn:pulumi:dev::test::test:index:StrangeThing::strange\", UNKNOWN)");
    assertThat(result.unknown())
        .singleElement()
        .satisfies(
            strange -> {
              assertThat(strange.type()).isEqualTo(SmallProgram.STRANGE_THING);
              assertThat(strange.id()).startsWith("unknown-");
            });
  }

  @Test
  void aPreviewMakesNothingAndAnswersWithUnknowns() throws Exception {
    RunResult result = run(Map.of(), true, TIME_LIMIT);

    assertThat(created).isEmpty();
    assertThat(result.outputs().values())
        .containsEntry("address", new Unknown())
        .containsEntry("size", PropertyValue.of(7));
  }

  @Test
  void aStackReferenceResolvesToTheOtherStacksOutputs() throws Exception {
    RunResult result = run(Map.of("refer", "true"), false, TIME_LIMIT);

    assertThat(result.outputs().values()).containsEntry("fromOther", new Text("hello from other"));
  }

  @Test
  void theProgramsLogIsKept() throws Exception {
    run(Map.of(), false, TIME_LIMIT);

    assertThat(directory.resolve("program.log")).content().contains("the program says hello");
  }

  @Test
  void aFailureCarriesTheProgramsOwnWords() {
    assertThatThrownBy(() -> run(Map.of("fail", "true"), false, TIME_LIMIT))
        .isInstanceOf(ProgramFailedException.class)
        .hasMessageContaining("the program does not like its configuration");
  }

  @Test
  void aRefusedResourceFailsTheProgramWithTheReason() {
    assertThatThrownBy(() -> run(Map.of("size", "-1"), false, TIME_LIMIT))
        .isInstanceOf(ProgramFailedException.class)
        .hasMessageContaining("test:index:Thing 'thing': 'size' must not be negative");
  }

  @Test
  void aProgramThatHangsIsEnded() {
    assertThatThrownBy(() -> run(Map.of("hang", "true"), false, Duration.ofSeconds(4)))
        .isInstanceOf(ProgramFailedException.class)
        .hasMessageContaining("did not end within 4 s");
  }

  private RunResult run(Map<String, String> more, boolean dryRun, Duration timeLimit)
      throws InterruptedException, IOException {
    Map<String, String> configuration = new HashMap<>(Map.of("size", "7", "password", "hush"));
    configuration.putAll(more);
    Files.createDirectories(directory);
    var program =
        new Program(
            List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
            SmallProgram.class.getName(),
            Path.of("").toAbsolutePath());
    var provider =
        new ResourceProvider(
            Map.of(SmallProgram.THING, this::createThing),
            (token, arguments) -> Optional.empty(),
            ProgramRunIT::outputsOf);
    return new ProgramRun(
            program,
            new Deployment("test", "dev", configuration, Set.of("password"), dryRun),
            provider,
            directory.resolve("program.log"),
            timeLimit)
        .run();
  }

  private ResourceHandler.Created createThing(Resource resource) {
    if (resource.inputs().string("size").startsWith("-")) {
      throw new IllegalArgumentException("'size' must not be negative");
    }
    created.add(resource);
    return new ResourceHandler.Created(
        "id-1", PropertyValue.fields(Map.of("address", "address-of-" + resource.name())));
  }

  private static Optional<Fields> outputsOf(String stack) {
    return stack.equals("organization/test/other")
        ? Optional.of(PropertyValue.fields(Map.of("greeting", "hello from other")))
        : Optional.empty();
  }
}
