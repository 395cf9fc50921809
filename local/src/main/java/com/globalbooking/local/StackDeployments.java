package com.globalbooking.local;

import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.RunResult;
import com.globalbooking.local.resources.AwsResources;
import com.globalbooking.local.resources.RegionContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Deploys the stack of each Region on the Region's parts, the primary one first because its tables
 * are what the others replicate.
 */
final class StackDeployments {
  private final LocalRegions.Options options;
  private final RegionsStart started;
  private final Map<String, Fields> stackOutputs = new ConcurrentHashMap<>();

  StackDeployments(LocalRegions.Options options, RegionsStart started) {
    this.options = options;
    this.started = started;
  }

  /** All of them, in the order of the Regions. */
  Map<RegionName, LocalRegion> all() throws IOException, InterruptedException {
    List<LocalRegion> deployed = new ArrayList<>();
    deployed.add(deploy(started.contexts.getFirst()));
    deployed.addAll(
        Parallel.all(
            started.contexts.stream()
                .skip(1)
                .<Callable<LocalRegion>>map(it -> () -> deploy(it))
                .toList()));
    Map<RegionName, LocalRegion> byName = new LinkedHashMap<>();
    deployed.forEach(it -> byName.put(it.name(), it));
    return byName;
  }

  private LocalRegion deploy(RegionContext context) throws InterruptedException {
    RegionName region = context.region();
    options.progress().accept("Deploying the stack of " + region);
    var stack = new BookingStack(options.root(), region, started.configuration().values());
    RunResult result =
        stack.deploy(
            AwsResources.in(context, name -> Optional.ofNullable(stackOutputs.get(name))),
            options.workDirectory().resolve(region.value()).resolve("program.log"));
    stackOutputs.put(stack.qualifiedName(), result.outputs());
    result
        .unknown()
        .forEach(
            it ->
                options
                    .progress()
                    .accept("%s: no local counterpart for %s".formatted(region, it.type())));
    var deployed =
        new LocalRegion(
            region,
            started.engineOf(region),
            context.functions(),
            context.messaging(),
            context.sources(),
            result,
            context.stores(),
            context.operations(),
            RoutingStart.apiEndpoint(started.routing, region, result));
    deployed.putPmsKeys(started.pms.keysAsJson());
    return deployed;
  }
}
