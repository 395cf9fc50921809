package com.globalbooking.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.globalbooking.local.provider.ProviderHost;
import com.globalbooking.local.resources.AwsResources;
import com.globalbooking.local.resources.RegionContext;
import com.globalbooking.local.routing.GlobalEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Local Regions without any resource, for a Pulumi CLI to deploy to: each Region is an AWS provider
 * on a port of its own. Two files in the work directory say how to get there, and are deleted with
 * the Regions: {@code providers.json} with the ports, {@code Pulumi.local.yaml} with the
 * configuration of the environment {@code local}.
 *
 * <p>Secrets are as the program makes them, empty: no hotel is connected to a PMS.
 */
public final class ServedRegions implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StartedParts parts;
  private final RegionsStart started;
  private final Map<RegionName, ProviderHost> providers = new LinkedHashMap<>();
  private final GlobalEndpoint global;

  private ServedRegions(LocalRegions.Options options, StartedParts parts)
      throws IOException, InterruptedException {
    this.parts = parts;
    this.started = new RegionsStart(options, parts);
    for (RegionContext context : started.contexts) {
      // Stacks refer to each other by the CLI, never by its providers.
      var provider = AwsResources.in(context, stack -> Optional.empty());
      providers.put(context.region(), parts.keep(ProviderHost.start(context.region(), provider)));
    }
    global = started.open();
    var _ = parts.keep(write(options.workDirectory()));
  }

  /**
   * Starts the Regions and returns when they can be deployed to. When something fails, everything
   * that was started is closed again.
   *
   * @throws java.io.UncheckedIOException when a part does not start
   * @throws IllegalStateException when something has not been built, or the thread is interrupted
   */
  public static ServedRegions start(LocalRegions.Options options) {
    return StartedParts.startOrClose(parts -> new ServedRegions(options, parts));
  }

  /** The port of each Region's provider on loopback. */
  public Map<RegionName, Integer> ports() {
    Map<RegionName, Integer> ports = new LinkedHashMap<>();
    providers.forEach((region, provider) -> ports.put(region, provider.port()));
    return ports;
  }

  /** Where guests come in, once a stack has declared their name. */
  public URI globalEndpoint() {
    return global.uri();
  }

  /**
   * A token that the API takes.
   *
   * @param scope scopes, separated by spaces
   */
  public String token(String subject, String scope, Duration validity) {
    return started.issuer.token(subject, scope, StackConfiguration.AUDIENCE, validity);
  }

  @Override
  public void close() {
    parts.close();
  }

  private AutoCloseable write(Path directory) throws IOException {
    Map<String, Object> access = new LinkedHashMap<>();
    ports().forEach((region, port) -> access.put(region.value(), port));
    access.put("awsEndpoint", started.aws.toString());
    Path ports = directory.resolve("providers.json");
    Path configuration = directory.resolve("Pulumi.local.yaml");
    Files.createDirectories(directory);
    Files.write(configuration, yaml().getBytes(UTF_8));
    Files.write(ports, JSON.writeValueAsBytes(access));
    return () -> {
      Files.deleteIfExists(ports);
      Files.deleteIfExists(configuration);
    };
  }

  /** JSON is YAML: lists and objects stand as the configuration has them, all else as text. */
  private String yaml() throws IOException {
    var yaml =
        new StringBuilder("# Written by scripts/local serve; changes are lost with it.\nconfig:\n");
    for (Map.Entry<String, String> value :
        new TreeMap<>(started.configuration().values()).entrySet()) {
      boolean structured = value.getValue().startsWith("[") || value.getValue().startsWith("{");
      yaml.append("  global-booking:")
          .append(value.getKey())
          .append(": ")
          .append(structured ? value.getValue() : JSON.writeValueAsString(value.getValue()))
          .append('\n');
    }
    return yaml.toString();
  }
}
