package com.globalbooking.stack.network;

import com.pulumi.core.Output;
import java.util.List;

/**
 * Where something stands in the network.
 *
 * @param subnetIds one subnet in each zone
 * @param securityGroupId what it may reach and be reached by
 */
public record Placement(Output<List<String>> subnetIds, Output<String> securityGroupId) {}
