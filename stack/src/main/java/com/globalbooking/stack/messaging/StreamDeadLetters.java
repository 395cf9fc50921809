package com.globalbooking.stack.messaging;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.naming.Names;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A dead-letter queue for each function that reads a stream. */
public final class StreamDeadLetters extends ComponentResource {

  /** Whose queues they are named after. */
  public record Args(Names names, List<Function> readers) {
    public Args {
      readers = List.copyOf(readers);
    }
  }

  private static final String TYPE = "global-booking:messaging:StreamDeadLetters";

  /** The queue of each function. */
  public final Map<Function, QueueHandle> queues;

  /** Registers the queues. */
  public StreamDeadLetters(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    ComponentResourceOptions child = ComponentResourceOptions.builder().parent(this).build();

    Map<Function, QueueHandle> all = new EnumMap<>(Function.class);
    for (Function reader : args.readers()) {
      all.put(
          reader,
          new DeadLetterQueue(
                  name + "-" + reader.id(),
                  new DeadLetterQueue.Args(args.names(), reader.id() + "-dlq"),
                  child)
              .queue);
    }

    queues = Map.copyOf(all);
    registerOutputs(Map.of());
  }
}
