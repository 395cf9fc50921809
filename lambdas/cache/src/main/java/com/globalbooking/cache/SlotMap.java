package com.globalbooking.cache;

import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which node of the cluster is the master of which slots. */
record SlotMap(List<Range> ranges) {

  /** A node by what its clients connect to. */
  record Node(String host, int port) {}

  /** Slots {@code first} to {@code last}, both included, and their master. */
  record Range(int first, int last, Node master) {}

  SlotMap {
    ranges = List.copyOf(ranges);
  }

  /**
   * Reads the answer to {@code CLUSTER SLOTS}.
   *
   * @param answering the node that gave it: one that does not know its own name leaves it out
   */
  static SlotMap read(Response answer, Node answering) {
    var ranges = new ArrayList<Range>();
    for (Response range : answer) {
      Response master = range.get(2);
      @Nullable Response host = master.get(0);
      String name = host == null ? "" : host.toString();
      ranges.add(
          new Range(
              number(range.get(0)),
              number(range.get(1)),
              new Node(
                  name.isEmpty() || name.equals("?") ? answering.host() : name,
                  number(master.get(1)))));
    }
    return new SlotMap(ranges);
  }

  private static int number(Response answer) {
    return (int) NodeConnection.number(answer);
  }

  /** The master of a slot; empty while nobody serves it. */
  Optional<Node> master(int slot) {
    return ranges.stream()
        .filter(range -> range.first() <= slot && slot <= range.last())
        .map(Range::master)
        .findFirst();
  }

  /** Every master. */
  Collection<Node> masters() {
    return ranges.stream().map(Range::master).collect(Collectors.toSet());
  }
}
