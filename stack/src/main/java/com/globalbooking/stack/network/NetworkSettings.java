package com.globalbooking.stack.network;

/**
 * What the configuration decides about the network.
 *
 * @param zones availability zones that everything is spread over: 2 or 3
 * @param natGateways ways out to the internet: one for each zone, one for all, or none; without
 *     one, what needs nothing else of the network stands outside it
 * @param flowLogs whether the connections of the network are recorded
 */
public record NetworkSettings(
    AddressRange addresses, int zones, int natGateways, boolean flowLogs) {

  /** The most zones that addresses are set aside for. */
  public static final int ZONES_MAX = 3;

  /**
   * @throws IllegalArgumentException when the gateways fit the zones neither one by one nor as one
   */
  public NetworkSettings {
    if (zones < 2 || zones > ZONES_MAX) {
      throw new IllegalArgumentException("%d zones are not 2 or 3".formatted(zones));
    }
    if (natGateways != 0 && natGateways != 1 && natGateways != zones) {
      throw new IllegalArgumentException(
          "%d is not 0, 1 or one for each of the %d zones".formatted(natGateways, zones));
    }
  }

  boolean hasWayOut() {
    return natGateways > 0;
  }
}
