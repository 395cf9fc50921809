package com.globalbooking.local.provider;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.engine.RecordedResource;
import com.globalbooking.local.engine.ResourceProvider;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The AWS provider of one local Region on a loopback port, for a Pulumi CLI that is told so by
 * {@code PULUMI_DEBUG_PROVIDERS=aws:<port>}. A port per Region, because requests do not say which
 * Region they are for.
 */
public final class ProviderHost implements AutoCloseable {
  /** What the CLI itself takes and sends: packages may travel in a property. */
  private static final int MESSAGE_BYTES_MAX = 400 * 1024 * 1024;

  private static final long STOP_SECONDS_MAX = 5;

  private final RegionName region;
  private final KeptResources kept = new KeptResources();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Server server;

  private ProviderHost(RegionName region, ResourceProvider provider) throws IOException {
    this.region = region;
    this.server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .executor(threads)
            .maxInboundMessageSize(MESSAGE_BYTES_MAX)
            .addService(
                new ProviderService(
                    region, provider.functions(), new ResourceLife(provider.handlers(), kept)))
            .build()
            .start();
  }

  /**
   * Opens a port.
   *
   * @param provider the handlers and functions of this Region
   * @throws UncheckedIOException when no port can be bound
   */
  public static ProviderHost start(RegionName region, ResourceProvider provider) {
    try {
      return new ProviderHost(region, provider);
    } catch (IOException e) {
      throw new UncheckedIOException("The provider of " + region + " found no port", e);
    }
  }

  /** Whose resources it makes. */
  public RegionName region() {
    return region;
  }

  /** Where it listens on loopback. */
  public int port() {
    return server.getPort();
  }

  /** What it has made and not deleted, by urn. */
  public List<RecordedResource> resources() {
    return kept.list();
  }

  @Override
  public void close() {
    server.shutdownNow();
    threads.shutdownNow();
    try {
      server.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
