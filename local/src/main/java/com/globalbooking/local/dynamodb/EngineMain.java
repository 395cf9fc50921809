package com.globalbooking.local.dynamodb;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.util.Objects;

/**
 * What runs in the process of the engine: DynamoDB Local, with three things its own main does not
 * do. It listens on loopback instead of all interfaces; it says on which port, on standard output,
 * so that no other process can snatch a free one between choosing and binding; and it ends when
 * standard input does, so that no engine outlives a parent that was killed.
 *
 * <p>DynamoDB Local is reached by reflection, because its class path must not meet ours.
 */
final class EngineMain {
  private static final String RUNNER = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner";

  private EngineMain() {}

  /**
   * @param args the port, 0 for any free one; and the directory of its data, or nothing for memory
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    PrintStream parent = System.out;
    System.setOut(System.err); // DynamoDB Local chats on standard output; that belongs in the log
    Thread.ofPlatform().daemon().name("parent-watch").start(EngineMain::endWithParent);

    int wanted = Integer.parseInt(args[0]);
    String[] options =
        args.length == 1
            ? new String[] {"-inMemory", "-sharedDb", "-disableTelemetry"}
            : new String[] {"-dbPath", args[1], "-sharedDb", "-disableTelemetry"};
    Object proxy =
        Class.forName(RUNNER)
            .getMethod("createServerFromCommandLineArgs", String[].class)
            .invoke(null, (Object) options);
    Object connector = connectorOf(Objects.requireNonNull(proxy));
    connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
    connector.getClass().getMethod("setPort", int.class).invoke(connector, wanted);
    proxy.getClass().getMethod("start").invoke(proxy);
    Object port = connector.getClass().getMethod("getLocalPort").invoke(connector);
    parent.println(port);
    parent.flush();
  }

  private static Object connectorOf(Object proxy) throws ReflectiveOperationException {
    Field field = proxy.getClass().getDeclaredField("server");
    field.setAccessible(true);
    Object jetty = Objects.requireNonNull(field.get(proxy));
    Object[] connectors =
        (Object[])
            Objects.requireNonNull(jetty.getClass().getMethod("getConnectors").invoke(jetty));
    return connectors[0];
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent; only the end matters.
      }
    } catch (IOException brokenPipe) {
      // The parent is gone as well.
    }
    Runtime.getRuntime().halt(0);
  }
}
