package com.globalbooking.local.routing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.globalbooking.local.loopback.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * An HTTPS proxy by which tools reach the addresses that stacks put out, {@code https://} and a
 * name, as they stand: {@code CONNECT} to one of the names leads to the global endpoint, over TLS.
 * To anywhere else it leads nobody.
 */
public final class GuestTunnel implements AutoCloseable {
  private static final Pattern CONNECT = Pattern.compile("CONNECT ([a-z0-9.-]+):443 HTTP/1\\.[01]");
  private static final int HEAD_BYTES_MAX = 16 << 10;

  private final String domain;
  private final LoopbackServer secured;
  private final ServerSocket proxy;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private GuestTunnel(GlobalEndpoint endpoint, SSLContext tls) throws IOException {
    this.domain = endpoint.globalName();
    this.proxy = new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1"));
    this.secured = LoopbackServer.startTls(tls, endpoint::handle);
    var _ = threads.submit(this::accept);
  }

  /**
   * Opens the proxy on a free port.
   *
   * @param tls shows a certificate of the names
   */
  public static GuestTunnel start(GlobalEndpoint endpoint, SSLContext tls) {
    try {
      return new GuestTunnel(endpoint, tls);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1", e);
    }
  }

  /** For {@code https_proxy}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + proxy.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    threads.shutdownNow();
    secured.close();
  }

  private void accept() {
    while (!proxy.isClosed()) {
      try {
        Socket client = proxy.accept();
        var _ = threads.submit(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      Matcher asked = CONNECT.matcher(requestLine(client.getInputStream()));
      OutputStream out = client.getOutputStream();
      if (!asked.matches() || !isOurs(asked.group(1))) {
        out.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
        return;
      }
      try (var server = new Socket(secured.uri().getHost(), secured.uri().getPort())) {
        out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(US_ASCII));
        var _ = threads.submit(() -> copy(server, client));
        copy(client, server);
      }
    } catch (IOException brokenOff) {
      // Either side may leave; the other sees its connection end.
    }
  }

  private boolean isOurs(String name) {
    return name.equals(domain) || name.endsWith("." + domain);
  }

  /** Reads to the empty line that ends the head of the request; its fields mean nothing here. */
  private static String requestLine(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (head.size() < HEAD_BYTES_MAX) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.write(next);
      String read = next == '\n' ? head.toString(US_ASCII) : "";
      if (read.endsWith("\r\n\r\n")) {
        return read.substring(0, read.indexOf("\r\n"));
      }
    }
    return "";
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException brokenOff) {
      // Closing both ends is left to whoever opened them.
    }
  }
}
