package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.functions.FunctionDefinition;
import com.globalbooking.local.functions.FunctionReference;
import com.globalbooking.local.resources.StoredObjects.Location;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws:lambda/function:Function}: deployed to the Region's function host. */
final class LambdaFunction implements ResourceHandler {
  static final String TYPE = "aws:lambda/function:Function";

  private static final String LATEST = FunctionReference.LATEST;
  private static final long DEFAULT_MEMORY_MEGABYTES = 128;
  private static final long DEFAULT_TIMEOUT_SECONDS = 3;

  /** What a function has over all its versions. */
  private static final Set<String> NOT_PUBLISHED =
      Set.of("tags", "reservedConcurrentExecutions", "skipDestroy");

  private final RegionContext context;

  LambdaFunction(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    String name = ResourceNames.nameOf(resource);
    requireProvided(inputs);
    var definition =
        new FunctionDefinition(
            name,
            context.region(),
            packageOf(inputs),
            inputs.object("environment").map(it -> it.stringMap("variables")).orElse(Map.of()),
            Math.toIntExact(inputs.optionalWhole("memorySize").orElse(DEFAULT_MEMORY_MEGABYTES)),
            Duration.ofSeconds(inputs.optionalWhole("timeout").orElse(DEFAULT_TIMEOUT_SECONDS)),
            Math.toIntExact(
                inputs
                    .optionalWhole("reservedConcurrentExecutions")
                    .orElse((long) FunctionDefinition.UNRESERVED)),
            inputs.string("role"));
    int version = context.functions().deploy(definition);
    return new Created(name, computed(name, inputs.flag("publish") ? "" + version : LATEST));
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name", "packageType");
  }

  @Override
  public Set<String> changedByUpdate(Inputs before, Inputs now) {
    return published(before).equals(published(now))
        ? Set.of()
        : Set.of("version", "qualifiedArn", "qualifiedInvokeArn");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return create(wanted).computed(); // its next version, if there is anything new in it
  }

  @Override
  public void delete(Existing existing) {
    context.functions().remove(existing.id());
  }

  @Override
  public boolean exists(Existing existing) {
    return context.functions().definition(existing.id()).isPresent();
  }

  /** The inputs that are part of a version. */
  private static Map<String, PropertyValue> published(Inputs inputs) {
    Map<String, PropertyValue> published = new HashMap<>(inputs.fields().values());
    published.keySet().removeAll(NOT_PUBLISHED);
    return published;
  }

  private Fields computed(String name, String version) {
    String arn = context.arn("lambda", "function:" + name);
    String qualified = arn + ":" + version;
    return PropertyValue.fields(
        Map.of(
            "name", name,
            "arn", arn,
            "qualifiedArn", qualified,
            "invokeArn", LambdaAlias.invokeArn(context, arn),
            "qualifiedInvokeArn", LambdaAlias.invokeArn(context, qualified),
            "version", version));
  }

  private static void requireProvided(Inputs inputs) {
    String runtime = inputs.string("runtime");
    if (!runtime.startsWith("provided")) {
      throw new IllegalArgumentException(
          "The runtime '" + runtime + "' is not supported locally, only provided.al2023");
    }
    requireThisMachine(inputs.strings("architectures"));
  }

  private static void requireThisMachine(List<String> architectures) {
    String asked = architectures.isEmpty() ? "x86_64" : architectures.getFirst();
    String here = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
    if (!asked.equals(here)) {
      throw new IllegalArgumentException(
          "A package for %s does not run on this %s machine".formatted(asked, here));
    }
  }

  private Path packageOf(Inputs inputs) {
    return inputs
        .asset("code")
        .map(code -> context.root().resolve(code.value()).normalize())
        .orElseGet(
            () ->
                context
                    .objects()
                    .file(new Location(inputs.string("s3Bucket"), inputs.string("s3Key"))));
  }
}
