package com.globalbooking.local.redis;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Just enough of Redis's protocol to ask a node how it is: text answers, one at a time. */
final class RespConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 5_000;

  private final SSLSocket socket;
  private final OutputStream out;
  private final DataInputStream in;

  /** A node's refusal, in its own words. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /** Connects, verifies the node's certificate and logs in. */
  RespConnection(SSLContext tls, int port, String user, String password) throws IOException {
    socket = (SSLSocket) tls.getSocketFactory().createSocket();
    try {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), TIMEOUT_MILLIS);
      out = socket.getOutputStream();
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      ask("AUTH", user, password);
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  /**
   * Sends a command.
   *
   * @return the answer, when it is text or a number
   * @throws RefusedException when the node answers with an error
   */
  String ask(String... command) throws IOException {
    var request = new StringBuilder("*" + command.length + "\r\n");
    for (String part : command) {
      int length = part.getBytes(StandardCharsets.UTF_8).length;
      request.append('$').append(length).append("\r\n").append(part).append("\r\n");
    }
    out.write(request.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
    String head = line();
    return switch (head.charAt(0)) {
      case '+', ':' -> head.substring(1);
      case '$' -> bulk(Integer.parseInt(head.substring(1)));
      case '-' -> throw new RefusedException(head.substring(1));
      default -> throw new IOException("an answer of another kind: " + head);
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String bulk(int length) throws IOException {
    if (length < 0) {
      return "";
    }
    byte[] text = new byte[length];
    in.readFully(text);
    in.skipNBytes(2);
    return new String(text, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the node closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    if (line.isEmpty()) {
      throw new IOException("an empty answer");
    }
    return line.toString();
  }
}
