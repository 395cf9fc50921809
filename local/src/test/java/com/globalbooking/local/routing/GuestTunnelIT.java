package com.globalbooking.local.routing;

import static com.globalbooking.local.routing.DeclaredRouting.FAR;
import static com.globalbooking.local.routing.DeclaredRouting.NEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.certificates.Certificates;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses as stacks put them out, asked by a client that knows of nothing but a proxy. */
class GuestTunnelIT {
  private static final String NAME = "booking.localhost";

  @Test
  void namesAreReachedOverTlsByTheProxy(@TempDir Path directory) throws Exception {
    Certificates certificates = Certificates.make(directory);
    try (LoopbackServer near = region("near");
        LoopbackServer far = region("far");
        DeclaredRouting declared = new DeclaredRouting(NAME);
        GlobalEndpoint endpoint = GlobalEndpoint.start(0, declared.routing, NAME, NEAR);
        GuestTunnel tunnel = GuestTunnel.start(endpoint, certificates.serverContext());
        HttpClient client =
            HttpClient.newBuilder()
                .sslContext(certificates.context())
                .proxy(
                    ProxySelector.of(
                        new InetSocketAddress(tunnel.uri().getHost(), tunnel.uri().getPort())))
                .build()) {
      declared.declare(NEAR, near.uri());
      declared.declare(FAR, far.uri());

      assertThat(get(client, "https://" + NAME + "/x")).isEqualTo("near");
      assertThat(get(client, "https://" + FAR + "." + NAME + "/x")).isEqualTo("far");
      declared.drain(NEAR);
      assertThat(get(client, "https://" + NAME + "/x")).isEqualTo("far");
      assertThatThrownBy(() -> get(client, "https://elsewhere.test/x"))
          .isInstanceOf(IOException.class);
    }
  }

  private static LoopbackServer region(String name) {
    return LoopbackServer.start(0, exchange -> Answer.json(200, name).send(exchange));
  }

  private static String get(HttpClient client, String address)
      throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }
}
