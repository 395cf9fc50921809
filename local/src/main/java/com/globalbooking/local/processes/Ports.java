package com.globalbooking.local.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports for engines that must be told theirs, and must get the same one when they start
 * again. They lie below those that the system gives to clients, so that no client takes the port of
 * an engine that is down. Between choosing and binding another process may take one: whoever starts
 * an engine tries again.
 */
public final class Ports {
  private static final int FIRST = 20_000;
  private static final int BEYOND = 22_700;
  private static final int TRIES = 1_000;

  private Ports() {}

  /** Distinct free ports. */
  public static List<Integer> free(int count) throws IOException {
    return free(count, 0);
  }

  /**
   * Distinct free ports, each with another free one at this distance; 0 for none.
   *
   * @throws IOException when there are not enough
   */
  public static List<Integer> free(int count, int companionDistance) throws IOException {
    Set<Integer> found = new LinkedHashSet<>();
    for (int i = 0; i < TRIES && found.size() < count; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
      if (isFree(port) && (companionDistance == 0 || isFree(port + companionDistance))) {
        found.add(port);
      }
    }
    if (found.size() < count) {
      throw new IOException("no " + count + " free ports between " + FIRST + " and " + BEYOND);
    }
    return List.copyOf(found);
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
