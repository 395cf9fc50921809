package com.globalbooking.local.system;

import com.globalbooking.contract.Function;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two local Regions, started once for all system tests of a run; tests keep apart by using rooms of
 * their own. The network is healed after each test.
 */
public final class RunningLocalRegions implements ParameterResolver, AfterEachCallback {
  static final RegionName OREGON = new RegionName("us-west-2");
  static final RegionName IRELAND = new RegionName("eu-west-1");

  private record Session(LocalRegions local) implements AutoCloseable {
    static Session start() {
      try {
        return startOrFail();
      } catch (Exception failure) {
        throw new IllegalStateException("The local Regions did not start", failure);
      }
    }

    private static Session startOrFail() throws Exception {
      Path root = Path.of("..").toAbsolutePath().normalize();
      return new Session(
          LocalRegions.start(
              new LocalRegions.Options(
                  root,
                  root.resolve("local/target/system-test"),
                  List.of(OREGON, IRELAND),
                  0,
                  nativeFunctions(),
                  line -> {})));
    }

    @Override
    public void close() {
      local.close();
    }
  }

  /** The system property {@code local.native}: ids of functions, comma-separated. */
  private static Set<Function> nativeFunctions() {
    Set<String> ids = Set.of(System.getProperty("local.native", "").split(","));
    return Arrays.stream(Function.values())
        .filter(function -> ids.contains(function.id()))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Guests.class
        || parameter.getParameter().getType() == LocalRegions.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    LocalRegions local = local(context);
    return parameter.getParameter().getType() == Guests.class ? new Guests(local) : local;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    local(context).network().heal(OREGON, IRELAND);
  }

  private static LocalRegions local(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(RunningLocalRegions.class))
        .computeIfAbsent(Session.class, key -> Session.start(), Session.class)
        .local();
  }
}
