package com.globalbooking.local.loopback;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** An HTTP server on 127.0.0.1, each request on its own virtual thread. */
public final class LoopbackServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  static {
    // Read once by the JDK, when its first server or client is made. Without nodelay an answer in
    // two writes waits 40 ms; a server must keep idle connections longer than its clients, or a
    // client reuses one that is just being closed.
    setUnlessSet("sun.net.httpserver.nodelay", "true");
    setUnlessSet("sun.net.httpserver.idleInterval", "300");
    setUnlessSet("sun.net.httpserver.maxIdleConnections", "2000");
    setUnlessSet("jdk.httpclient.keepalive.timeout", "10");
  }

  private final HttpServer server;
  private final ExecutorService executor;

  private LoopbackServer(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /**
   * Opens a port and serves it.
   *
   * @param port 0 for any free one
   * @throws UncheckedIOException when the port is taken
   */
  public static LoopbackServer start(int port, HttpHandler handler) {
    try {
      return serve(HttpServer.create(address(port), BACKLOG), handler);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
    }
  }

  /**
   * Opens any free port and serves it over TLS; {@link #uri} has the right port and {@code http}.
   *
   * @param tls with what the server shows
   */
  public static LoopbackServer startTls(SSLContext tls, HttpHandler handler) {
    try {
      HttpsServer server = HttpsServer.create(address(0), BACKLOG);
      server.setHttpsConfigurator(new HttpsConfigurator(tls));
      return serve(server, handler);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1", e);
    }
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  private static LoopbackServer serve(HttpServer server, HttpHandler handler) {
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(executor);
    server.createContext("/", handler);
    server.start();
    return new LoopbackServer(server, executor);
  }

  /** {@code http://127.0.0.1:port}. */
  public URI uri() {
    return URI.create("http://" + authority());
  }

  /** {@code 127.0.0.1:port}. */
  public String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Stops at once; requests under way lose their connection and their threads are interrupted. */
  @Override
  public void close() {
    executor.shutdownNow();
    server.stop(0);
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
