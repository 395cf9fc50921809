package com.globalbooking.local.engine;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Both services of the protocol on one loopback port, for one run of a program. */
final class EngineServer implements AutoCloseable {
  /** Programs that carry whole state machines or policies stay far below this. */
  private static final int MESSAGE_BYTES_MAX = 64 * 1024 * 1024;

  private static final long SHUTDOWN_SECONDS_MAX = 5;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Server server;

  private EngineServer(ResourceMonitorService monitor, EngineLogService log) throws IOException {
    this.server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .executor(threads)
            .maxInboundMessageSize(MESSAGE_BYTES_MAX)
            .addService(monitor)
            .addService(log)
            .build()
            .start();
  }

  /**
   * Opens the port.
   *
   * @param log takes each line of the program's log
   * @throws UncheckedIOException when no port can be bound
   */
  static EngineServer start(
      Deployment deployment, ResourceProvider provider, RunRecord record, Consumer<String> log) {
    try {
      return new EngineServer(
          new ResourceMonitorService(deployment, provider, record),
          new EngineLogService(record, log));
    } catch (IOException e) {
      throw new UncheckedIOException("The engine could not listen on loopback", e);
    }
  }

  /** Where the program finds both services: {@code host:port}. */
  String address() {
    return InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
    threads.shutdownNow();
    try {
      server.awaitTermination(SHUTDOWN_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
