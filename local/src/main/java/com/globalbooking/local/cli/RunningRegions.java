package com.globalbooking.local.cli;

import java.net.URI;

/**
 * What other commands need to talk to running local Regions.
 *
 * @param pid process id of the Regions' JVM
 * @param control base URI of the control channel, on loopback
 * @param secret bearer secret of the control channel
 */
record RunningRegions(long pid, URI control, String secret) {

  boolean alive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
