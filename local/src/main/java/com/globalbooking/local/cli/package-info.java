/**
 * The command line of the local Regions ({@code scripts/local}) and the loopback control channel
 * between it and the running Regions. Prints and parses; starts nothing itself but through {@link
 * com.globalbooking.local.LocalRegions}.
 */
@NullMarked
package com.globalbooking.local.cli;

import org.jspecify.annotations.NullMarked;
