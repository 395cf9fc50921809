package com.globalbooking.local.provider;

import static com.globalbooking.local.provider.ProviderClient.UNKNOWN;
import static com.globalbooking.local.provider.ProviderClient.file;
import static com.globalbooking.local.provider.ProviderClient.secret;
import static com.globalbooking.local.provider.ProviderClient.struct;
import static com.globalbooking.local.provider.ProviderClient.urn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.engine.Treatment;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ReadResponse;

/** The rules of the protocol that bite, each as the CLI would meet it. */
class ProviderProtocolTest {
  private static final String BOX = urn(Boxes.TYPE, "box");

  private final Boxes boxes = new Boxes();
  private ProviderHost host;
  private ProviderClient cli;

  @BeforeEach
  void open() {
    host = boxes.serve();
    cli = new ProviderClient(host.port());
  }

  @AfterEach
  void close() {
    cli.close();
    host.close();
  }

  @Test
  void greetsAsTheCliExpectsOfAnAttachedProvider() {
    var shaken = cli.stub.handshake(ProviderHandshakeRequest.getDefaultInstance());
    assertThat(shaken.getAcceptSecrets()).isFalse();
    assertThat(shaken.getAcceptResources()).isFalse();
    assertThat(shaken.getAcceptOutputs()).isFalse();
    assertThat(cli.stub.attach(PluginAttach.newBuilder().setAddress("127.0.0.1:1").build()))
        .isEqualTo(Empty.getDefaultInstance());
    assertThat(cli.stub.getPluginInfo(Empty.getDefaultInstance()).getVersion()).isEqualTo("6.83.0");
    assertThat(cli.stub.getSchema(GetSchemaRequest.getDefaultInstance()).getSchema())
        .isEqualTo("{\"name\":\"aws\",\"version\":\"6.83.0\"}");
  }

  @Test
  void takesItsOwnRegionOnly() {
    Struct own = struct(Map.of("region", "us-west-2"));
    Struct other = struct(Map.of("region", "eu-west-1"));
    assertThat(cli.stub.checkConfig(configuration(own)).getFailuresList()).isEmpty();
    assertThat(
            cli.stub
                .checkConfig(configuration(struct(Map.of("region", UNKNOWN))))
                .getFailuresList())
        .isEmpty();
    assertThat(cli.stub.checkConfig(configuration(other)).getFailuresList())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.getProperty()).isEqualTo("region");
              assertThat(failure.getReason())
                  .isEqualTo(
                      "this is the provider of us-west-2, not of eu-west-1; attach to the port of"
                          + " the stack's own Region");
            });
    assertThat(
            cli.stub
                .configure(ConfigureRequest.newBuilder().setArgs(own).build())
                .getSupportsPreview())
        .isTrue();
    assertThatThrownBy(
            () -> cli.stub.configure(ConfigureRequest.newBuilder().setArgs(other).build()))
        .hasMessageContaining("not of eu-west-1");
  }

  @Test
  void aPreviewMakesNothingAndHasNoIdAndKeepsUnknownValues() {
    CreateResponse preview =
        cli.preview(BOX, struct(Map.of("colour", UNKNOWN, "name", "box", "sizes", List.of(1))));
    assertThat(preview.getId()).isEmpty();
    assertThat(preview.getProperties())
        .isEqualTo(struct(Map.of("colour", UNKNOWN, "name", "box", "sizes", List.of(1))));
    assertThat(boxes.colours).isEmpty();
    assertThat(host.resources()).isEmpty();
  }

  @Test
  void secretsAndAssetsGoThroughAsWhatTheyAre() {
    Struct asset = file("a.zip", "abc");
    CreateResponse made =
        cli.create(BOX, struct(Map.of("colour", secret("red"), "name", "box", "code", asset)));
    assertThat(boxes.colours).containsEntry("box", "red");
    assertThat(made.getProperties())
        .isEqualTo(
            struct(
                Map.of(
                    "colour", "red", "name", "box", "code", asset, "arn", "arn:box", "weight", 1)));
  }

  @Test
  void aLifeFromCreationToDeletion() {
    Struct red = struct(Map.of("colour", "red", "name", "box"));
    Struct blue = struct(Map.of("colour", "blue", "name", "box"));
    CreateResponse made = cli.create(BOX, red);
    assertThat(made.getId()).isEqualTo("box");

    var read = cli.read(BOX, "box");
    assertThat(read.getId()).isEqualTo("box");
    assertThat(read.getInputs()).isEqualTo(red);
    assertThat(read.getProperties()).isEqualTo(made.getProperties());

    Struct foreseen = cli.update(BOX, "box", made.getProperties(), red, blue, true).getProperties();
    assertThat(boxes.colours).containsEntry("box", "red");
    assertThat(foreseen)
        .isEqualTo(
            struct(Map.of("colour", "blue", "name", "box", "arn", "arn:box", "weight", UNKNOWN)));
    Struct changed = cli.update(BOX, "box", made.getProperties(), red, blue, false).getProperties();
    assertThat(boxes.colours).containsEntry("box", "blue");
    assertThat(changed)
        .isEqualTo(struct(Map.of("colour", "blue", "name", "box", "arn", "arn:box", "weight", 2)));
    assertThat(cli.read(BOX, "box").getInputs()).isEqualTo(blue);

    cli.delete(BOX, "box");
    assertThat(boxes.colours).isEmpty();
    assertThat(cli.read(BOX, "box").getId()).isEmpty();
    cli.delete(BOX, "box");
    assertThat(host.resources()).isEmpty();
  }

  @Test
  void whatVanishedFromTheEngineReadsAsGone() {
    cli.create(BOX, struct(Map.of("colour", "red", "name", "box")));
    boxes.colours.clear();
    assertThat(cli.read(BOX, "box")).isEqualTo(ReadResponse.getDefaultInstance());
  }

  @Test
  void cancelEndsNothing() {
    var _ = cli.stub.cancel(Empty.getDefaultInstance());
    assertThat(cli.create(BOX, struct(Map.of("colour", "red", "name", "box"))).getId())
        .isEqualTo("box");
  }

  @Test
  void makesManyAtTheSameTime() throws Exception {
    int many = 32;
    boxes.together = new CountDownLatch(many);
    List<Future<CreateResponse>> made = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        String name = "box-" + i;
        made.add(
            threads.submit(
                () ->
                    cli.create(
                        urn(Boxes.TYPE, name), struct(Map.of("colour", "red", "name", name)))));
      }
      for (Future<CreateResponse> each : made) {
        assertThat(boxes.colours).containsKey(each.get().getId());
      }
    }
    assertThat(host.resources()).hasSize(many);
  }

  @Test
  void aTypeWithoutCounterpartIsEchoedAndListed() {
    String urn = urn("aws:new/thing:Thing", "thing");
    CreateResponse made = cli.create(urn, struct(Map.of("size", 3)));
    assertThat(made.getId()).startsWith("unknown-");
    assertThat(host.resources())
        .singleElement()
        .satisfies(it -> assertThat(it.treatment()).isEqualTo(Treatment.UNKNOWN));
    cli.delete(urn, made.getId());
    assertThat(host.resources()).isEmpty();
  }

  @Test
  void answersFunctions() {
    assertThat(
            cli.stub
                .invoke(
                    InvokeRequest.newBuilder()
                        .setTok("test:index/echo:echo")
                        .setArgs(struct(Map.of("text", secret("x"))))
                        .build())
                .getReturn())
        .isEqualTo(struct(Map.of("text", "x")));
    assertThatThrownBy(() -> cli.stub.invoke(InvokeRequest.newBuilder().setTok("a:b:c").build()))
        .hasMessageContaining("local Regions have no function 'a:b:c'");
  }

  @Test
  void takesPropertiesAsLargeAsPackages() {
    String large = "x".repeat(5 << 20);
    assertThat(
            cli.stub
                .withMaxInboundMessageSize(16 << 20)
                .create(
                    CreateRequest.newBuilder()
                        .setUrn(BOX)
                        .setProperties(
                            struct(Map.of("colour", "red", "name", "box", "large", large)))
                        .build())
                .getId())
        .isEqualTo("box");
  }

  private static CheckRequest configuration(Struct inputs) {
    return CheckRequest.newBuilder()
        .setUrn("urn:pulumi:local::global-booking::pulumi:providers:aws::aws")
        .setNews(inputs)
        .build();
  }
}
