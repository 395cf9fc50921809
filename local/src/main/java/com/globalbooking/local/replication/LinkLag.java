package com.globalbooking.local.replication;

import com.globalbooking.local.RegionName;
import java.time.Duration;

/**
 * How far one Region is behind another, for one table.
 *
 * @param pendingItems items of {@code from} with a change that has not yet been applied in {@code
 *     to}
 * @param oldestAge how long the oldest of these changes has waited; zero when there is none
 */
public record LinkLag(RegionName from, RegionName to, int pendingItems, Duration oldestAge) {}
