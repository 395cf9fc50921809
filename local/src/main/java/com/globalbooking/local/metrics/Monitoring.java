package com.globalbooking.local.metrics;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * CloudWatch of one Region: asks the sources, reads the logs and decides about the alarms, every
 * other second once {@link #begin} was called. Deciding costs nothing here; whoever waits for an
 * alarm should not wait for a cadence too.
 */
public final class Monitoring implements AutoCloseable {
  private static final Duration CADENCE = Duration.ofSeconds(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final MetricStore store;
  private final FunctionLogs logs;
  private final Alarms alarms;
  private final List<MetricSource> sources = new CopyOnWriteArrayList<>();
  private final AtomicLong unanswered = new AtomicLong();
  private final Thread loop = Thread.ofVirtual().name("monitoring").unstarted(this::run);

  /**
   * @param logs directory of the functions' logs
   * @param topic where alarms tell people
   */
  public Monitoring(Clock clock, Path logs, AlarmTopic topic) {
    this.store = new MetricStore(clock);
    this.logs = new FunctionLogs(logs, store);
    this.alarms = new Alarms(clock, store, topic);
  }

  /** The values, for parts that tell of each event as it happens. */
  public MetricStore store() {
    return store;
  }

  public Alarms alarms() {
    return alarms;
  }

  /** Adds a source of values. */
  public void add(MetricSource source) {
    sources.add(source);
  }

  /** Lines of functions that meant to be EMF and were not. */
  public long malformedLines() {
    return logs.malformed();
  }

  /** Alarms that can never go off, because nothing emits what they watch. */
  public List<UnreachableAlarm> unreachableAlarms() {
    Set<MetricId> emitted = new HashSet<>();
    sources.forEach(source -> emitted.addAll(source.canEmit()));
    return Reachability.check(alarms.definitions(), emitted);
  }

  /** Takes all values as of now and decides about the alarms. */
  public void update() {
    logs.read();
    sources.forEach(this::sample);
    alarms.evaluate();
  }

  /** An engine that is down cannot be asked; its metrics have no value then, as in AWS. */
  private void sample(MetricSource source) {
    try {
      source.sample(store::put);
    } catch (RuntimeException down) {
      unanswered.incrementAndGet();
    }
  }

  /** How often a source could not be asked. */
  public long unansweredSamples() {
    return unanswered.get();
  }

  /** Goes on with {@link #update} until {@link #close}. */
  public void begin() {
    loop.start();
  }

  @Override
  public void close() {
    if (!loop.isAlive()) {
      return; // it was never begun
    }
    loop.interrupt();
    try {
      loop.join(STOP_LIMIT);
    } catch (InterruptedException stopNow) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        update();
        Thread.sleep(CADENCE);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
