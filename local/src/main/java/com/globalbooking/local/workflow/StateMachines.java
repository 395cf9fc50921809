package com.globalbooking.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.workflow.data.StateFailure;
import com.globalbooking.local.workflow.definition.Definition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The state machines of one Region and their executions, each on a thread of its own. Of each
 * machine the last {@link #KEPT} executions that ended are kept.
 */
public final class StateMachines implements AutoCloseable {
  /** Executions of one machine that can still be looked at after their end. */
  static final int KEPT = 100;

  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final TaskResources resources;
  private final Timekeeper time;
  private final Interpreter interpreter;
  private final Map<String, StateMachine> machines = new ConcurrentHashMap<>();
  private final Map<String, Execution> executions = new ConcurrentHashMap<>();
  private final Map<String, Thread> running = new ConcurrentHashMap<>();
  private final List<Consumer<Execution>> listeners = new CopyOnWriteArrayList<>();

  /** What starting an execution came to. */
  public sealed interface Start {
    /** It runs; or it ran already, by this name and on this input. */
    record Started(Execution execution) implements Start {}

    /** There is no such state machine. */
    record NoSuchMachine() implements Start {}

    /** There is another execution of this name. */
    record NameTaken() implements Start {}
  }

  /**
   * @param resources what tasks reach
   * @param access what roles may do
   */
  public StateMachines(TaskResources resources, AccessControl access, Timekeeper time) {
    this.resources = resources;
    this.time = time;
    this.interpreter = new Interpreter(time, new Tasks(resources, access, time));
  }

  /**
   * Deploys or replaces a state machine; executions under way keep the definition they began with.
   *
   * @throws IllegalArgumentException with a sentence when the definition is refused
   */
  public void deploy(String arn, String name, String roleArn, String definition) {
    Definition read =
        Definition.parse(definition, resource -> resources.find(resource).isPresent());
    machines.put(arn, new StateMachine(arn, name, roleArn, read));
  }

  /** Takes a state machine away; executions under way go on. That there is none is no failure. */
  public void remove(String arn) {
    machines.remove(arn);
  }

  /** The state machines, by ARN. */
  public Collection<StateMachine> machines() {
    return List.copyOf(machines.values());
  }

  /** Starts an execution under a name that is made up. */
  public Start start(String machineArn, JsonNode input) {
    return start(machineArn, UUID.randomUUID().toString(), input);
  }

  /** Starts an execution. The same name and input again is the same execution. */
  public synchronized Start start(String machineArn, String name, JsonNode input) {
    StateMachine machine = machines.get(machineArn);
    if (machine == null) {
      return new Start.NoSuchMachine();
    }
    Execution existing = executions.get(machine.executionArn(name));
    if (existing != null) {
      boolean same = existing.status() == ExecutionStatus.RUNNING && existing.input().equals(input);
      return same ? new Start.Started(existing) : new Start.NameTaken();
    }
    var execution = new Execution(machine, name, input, time);
    executions.put(execution.arn(), execution);
    forgetOldest(machineArn);
    Thread thread = Thread.ofVirtual().name("execution-" + name).unstarted(() -> run(execution));
    running.put(execution.arn(), thread);
    thread.start();
    return new Start.Started(execution);
  }

  public Optional<Execution> execution(String arn) {
    return Optional.ofNullable(executions.get(arn));
  }

  /** The executions of a state machine that are known, the latest first. */
  public List<Execution> executions(String machineArn) {
    return executions.values().stream()
        .filter(it -> it.machine().arn().equals(machineArn))
        .sorted(Comparator.comparing(Execution::started).reversed())
        .toList();
  }

  /** Has {@code listener} run after the end of each execution, on its thread. */
  public void onEnd(Consumer<Execution> listener) {
    listeners.add(listener);
  }

  /** Aborts what runs and waits until it has ended. */
  @Override
  public void close() {
    List<Thread> threads;
    synchronized (this) {
      machines.clear();
      threads = new ArrayList<>(running.values());
    }
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(STOP_LIMIT);
      }
    } catch (InterruptedException stopNow) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Execution execution) {
    try {
      StateMachine machine = execution.machine();
      JsonNode output =
          interpreter.run(machine.definition().flow(), execution.input(), Frame.of(execution));
      execution.succeed(output);
    } catch (StateFailure failure) {
      execution.fail(ExecutionStatus.FAILED, failure);
    } catch (ExecutionTimedOutException late) {
      execution.fail(
          ExecutionStatus.TIMED_OUT,
          new StateFailure(StateFailure.TIMEOUT, String.valueOf(late.getMessage())));
    } catch (InterruptedException stopped) {
      execution.fail(ExecutionStatus.ABORTED, new StateFailure("", "The Region was stopped"));
    } catch (RuntimeException defect) {
      execution.fail(
          ExecutionStatus.FAILED, StateFailure.runtime("The local interpreter failed: " + defect));
    } finally {
      running.remove(execution.arn());
      listeners.forEach(listener -> listener.accept(execution));
    }
  }

  private void forgetOldest(String machineArn) {
    executions(machineArn).stream()
        .filter(it -> it.status() != ExecutionStatus.RUNNING)
        .skip(KEPT)
        .forEach(it -> executions.remove(it.arn()));
  }
}
