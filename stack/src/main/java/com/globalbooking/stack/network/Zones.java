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

/**
 * The availability zones of a Region that we use: the first ones by name.
 *
 * @param count how many; everything that must survive the loss of one is spread over them
 */
public record Zones(Output<List<String>> names, int count) {

  /** Asks AWS for the zones of the provider's Region that need no opting in. */
  public static Zones of(Provider aws, int count) {
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
            .applyValue(names -> first(names, count)),
        count);
  }

  Output<String> name(int zone) {
    return names.applyValue(all -> all.get(zone));
  }

  private static List<String> first(List<String> names, int count) {
    if (names.size() < count) {
      throw new RunException("The Region has zones %s, fewer than %d.".formatted(names, count));
    }
    return names.stream().sorted().limit(count).toList();
  }
}
