package com.globalbooking.cache;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.globalbooking.cache.SlotMap.Node;
import com.globalbooking.domain.CacheUnavailableException;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A Redis cluster. Sends what belongs to one node in one go, to all nodes at once, and waits no
 * longer than it may. One connection for each node is enough: a function handles one event at a
 * time.
 *
 * <p>Whatever fails, the connection and what was known of the cluster are thrown away, and what was
 * asked for is tried once more in the time that is left: this is how a moved slot, a node that was
 * replaced and a connection that ended while the function was frozen are come over. So everything
 * sent here must bear to be sent twice.
 */
final class CacheCluster implements AutoCloseable {
  private final NodeConnector connector;
  private final Node entryPoint;
  private final CacheLimits limits;
  private final Clock clock;
  private final Map<Node, Future<NodeConnection>> connections = new HashMap<>();
  private @Nullable Future<SlotMap> slots;
  private Instant leftAloneUntil = Instant.MIN;

  CacheCluster(NodeConnector connector, Node entryPoint, CacheLimits limits, Clock clock) {
    this.connector = connector;
    this.entryPoint = entryPoint;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Sends these calls; their answers, in order.
   *
   * @throws CacheUnavailableException when not all are answered in time; some may have been
   */
  List<Response> send(List<Call> calls) {
    if (isLeftAlone()) {
      throw new CacheUnavailableException("The cache did not answer and is left alone for now");
    }
    var over = new AtomicBoolean();
    Future<List<Response>> answers =
        attempt(calls).recover(fault -> over.get() ? Future.failedFuture(fault) : attempt(calls));
    return await(answers, limits.answer(), over);
  }

  /**
   * Connects to every master, so that the first caller need not.
   *
   * @throws CacheUnavailableException when that takes longer than {@code limit}
   */
  void connect(Duration limit) {
    Future<List<NodeConnection>> all =
        slots()
            .compose(map -> Future.join(map.masters().stream().map(this::connection).toList()))
            .map(joined -> joined.list());
    await(all, limit, new AtomicBoolean());
  }

  @Override
  public synchronized void close() {
    connections.values().forEach(connection -> connection.onSuccess(NodeConnection::close));
    connections.clear();
  }

  private <T> T await(Future<T> future, Duration limit, AtomicBoolean over) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), MILLISECONDS);
    } catch (TimeoutException e) {
      over.set(true);
      forgetSilent();
      throw unavailable("The cache did not answer in " + limit.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw unavailable("The cache failed", e);
    } catch (InterruptedException e) {
      over.set(true);
      Thread.currentThread().interrupt();
      throw unavailable("Interrupted while waiting for the cache", e);
    }
  }

  private Future<List<Response>> attempt(List<Call> calls) {
    return slots().compose(map -> attempt(calls, map));
  }

  private Future<List<Response>> attempt(List<Call> calls, SlotMap map) {
    Map<Node, List<Integer>> places = new LinkedHashMap<>();
    for (int place = 0; place < calls.size(); place++) {
      int slot = calls.get(place).slot();
      Optional<Node> master = map.master(slot);
      if (master.isEmpty()) {
        forgetSlots();
        return Future.failedFuture("nobody serves slot " + slot);
      }
      places.computeIfAbsent(master.get(), _ -> new ArrayList<>()).add(place);
    }
    var answers = new Response[calls.size()];
    List<Future<Void>> sent = new ArrayList<>(places.size());
    places.forEach(
        (node, ofNode) ->
            sent.add(
                send(node, ofNode.stream().map(calls::get).toList())
                    .map(
                        list -> {
                          for (int i = 0; i < list.size(); i++) {
                            answers[ofNode.get(i)] = list.get(i);
                          }
                          return null;
                        })));
    return Future.join(sent).map(_ -> Arrays.asList(answers));
  }

  private Future<List<Response>> send(Node node, List<Call> calls) {
    Future<NodeConnection> connection = connection(node);
    return connection
        .compose(
            open ->
                open.send(requests(calls, false))
                    .recover(
                        fault ->
                            isUnknownScript(fault)
                                ? open.send(requests(calls, true))
                                : Future.failedFuture(fault)))
        .recover(
            fault -> {
              forget(node, connection);
              forgetSlots();
              return Future.failedFuture(fault);
            });
  }

  private static List<Request> requests(List<Call> calls, boolean withText) {
    return calls.stream().map(call -> call.request(withText)).toList();
  }

  /** A node forgets scripts when it restarts or takes over; of a batch all faults are in one. */
  private static boolean isUnknownScript(Throwable fault) {
    return String.valueOf(fault.getMessage()).contains("NOSCRIPT");
  }

  private synchronized Future<SlotMap> slots() {
    Future<SlotMap> known = slots;
    if (known == null || known.failed()) {
      known = connector.connect(entryPoint).compose(this::learn);
      slots = known;
    }
    return known;
  }

  private Future<SlotMap> learn(NodeConnection open) {
    Request ask = Request.cmd(Command.CLUSTER).arg("SLOTS");
    return open.send(List.of(ask))
        .timeout(limits.connect().toMillis(), MILLISECONDS)
        .map(answers -> SlotMap.read(answers.getFirst(), entryPoint))
        .onComplete(_ -> open.close());
  }

  private synchronized Future<NodeConnection> connection(Node node) {
    Future<NodeConnection> known = connections.get(node);
    if (known == null || known.failed()) {
      known = connector.connect(node);
      connections.put(node, known);
    }
    return known;
  }

  private synchronized void forgetSlots() {
    slots = null;
  }

  private synchronized void forget(Node node, Future<NodeConnection> connection) {
    connections.remove(node, connection);
    connection.onSuccess(NodeConnection::close);
  }

  /** Ends the connections that do not answer; those still being made are for the next caller. */
  private synchronized void forgetSilent() {
    Map.copyOf(connections)
        .forEach(
            (node, connection) -> {
              if (connection.isComplete()) {
                forget(node, connection);
              }
            });
  }

  private synchronized boolean isLeftAlone() {
    return clock.instant().isBefore(leftAloneUntil);
  }

  private synchronized CacheUnavailableException unavailable(String what, Throwable cause) {
    leftAloneUntil = clock.instant().plus(limits.leftAlone());
    return new CacheUnavailableException(what, cause);
  }
}
