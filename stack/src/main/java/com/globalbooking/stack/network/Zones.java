package com.globalbooking.stack.network;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.inputs.GetAvailabilityZonesArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesFilterArgs;
import com.pulumi.aws.outputs.GetAvailabilityZonesResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.exceptions.RunException;
import java.util.List;

/** The availability zones of a Region that we use: the first {@link #COUNT} by name. */
public record Zones(Output<List<String>> names) {

  /** Zones that everything which must survive the loss of one is spread over. */
  public static final int COUNT = 3;

  /** Asks AWS for the zones of the provider's Region that need no opting in. */
  public static Zones of(Provider aws) {
    return new Zones(
        AwsFunctions.getAvailabilityZones(
                GetAvailabilityZonesArgs.builder()
                    .state("available")
                    .filters(
                        GetAvailabilityZonesFilterArgs.builder()
                            .name("opt-in-status")
                            .values("opt-in-not-required")
                            .build())
                    .build(),
                InvokeOptions.builder().provider(aws).build())
            .applyValue(GetAvailabilityZonesResult::names)
            .applyValue(Zones::first));
  }

  Output<String> name(int zone) {
    return names.applyValue(all -> all.get(zone));
  }

  private static List<String> first(List<String> names) {
    if (names.size() < COUNT) {
      throw new RunException("The Region has zones %s, fewer than %d.".formatted(names, COUNT));
    }
    return names.stream().sorted().limit(COUNT).toList();
  }
}
