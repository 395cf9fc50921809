package com.globalbooking.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.replication.StreamTail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

class DynamoDbEngineIT {
  private static final RegionName IRELAND = new RegionName("eu-west-1");
  private static final Path LIB = Path.of("dynamodb-local", "target", "lib");

  @TempDir Path directory;

  @Test
  void keepsItemsUntilItIsClosed() throws Exception {
    DynamoDbEngine engine =
        DynamoDbEngine.start(IRELAND, LIB, directory.resolve("logs/engine.log"));
    try (engine) {
      createThings(engine);
      Map<String, AttributeValue> item = Map.of("id", AttributeValue.fromS("a"));
      engine.client().putItem(put -> put.tableName("things").item(item));
      assertThat(engine.client().getItem(get -> get.tableName("things").key(item)).item())
          .isEqualTo(item);
    }
    InetAddress loopback = InetAddress.getLoopbackAddress();
    assertThatThrownBy(() -> new Socket(loopback, engine.endpoint().getPort()).close())
        .isInstanceOf(IOException.class);
    assertThat(directory.resolve("logs/engine.log")).isNotEmptyFile();
  }

  @Test
  void whatItAnsweredForIsThereAfterACrash() throws Exception {
    Path data = directory.resolve("data");
    Files.createDirectories(data);
    Files.writeString(data.resolve("shared-local-instance.db"), "of a former run");
    try (DynamoDbEngine engine =
        DynamoDbEngine.startDurable(IRELAND, LIB, data, directory.resolve("engine.log"))) {
      createThings(engine);
      List<String> seen = new ArrayList<>();
      var tail = new StreamTail(engine.streams(), streamOf(engine));
      for (int i = 0; i < 50; i++) {
        put(engine, "before-" + i);
      }
      StreamTail.Reader reader = (_, read) -> seen.add(read.dynamodb().keys().toString());
      assertThat(tail.read(reader)).isEqualTo(50);
      put(engine, "last");

      engine.kill();

      assertThatThrownBy(() -> put(engine, "never")).isInstanceOf(SdkClientException.class);
      engine.restart();
      put(engine, "after");
      var _ = tail.read(reader);
      assertThat(seen).hasSize(52);
      assertThat(seen.subList(50, 52))
          .satisfiesExactly(
              last -> assertThat(last).contains("last"),
              after -> assertThat(after).contains("after"));
      assertThat(engine.client().scan(scan -> scan.tableName("things")).count()).isEqualTo(52);
    }
  }

  @Test
  void anEngineInMemoryIsNotKilled() throws Exception {
    try (DynamoDbEngine engine =
        DynamoDbEngine.start(IRELAND, LIB, directory.resolve("engine.log"))) {
      assertThatThrownBy(engine::kill).isInstanceOf(IllegalStateException.class);
      assertThat(engine.client().listTables().tableNames()).isEmpty();
    }
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    try (DynamoDbEngine engine =
        DynamoDbEngine.start(IRELAND, LIB, directory.resolve("engine.log"))) {
      var outward =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
              .toList();
      for (var address : outward) {
        assertThatThrownBy(
                () -> {
                  try (Socket socket = new Socket()) {
                    socket.connect(
                        new InetSocketAddress(address, engine.endpoint().getPort()), 1000);
                  }
                })
            .as("%s", address)
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void theProcessEndsWhenNobodyHoldsItsInputAnyMore() throws Exception {
    Process process = new ProcessBuilder(EngineProcess.command(LIB, 0, Optional.empty())).start();
    try {
      assertThat(process.inputReader().readLine()).as("port").matches("[0-9]+");
      process.getOutputStream().close();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void missingJarsAreNamedTogetherWithTheCure() {
    assertThatThrownBy(
            () -> DynamoDbEngine.start(IRELAND, directory, directory.resolve("engine.log")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageEndingWith("run scripts/build");
  }

  @Test
  void aStartThatFailsQuotesTheLog() throws Exception {
    Files.createFile(directory.resolve("DynamoDBLocal-0.jar"));
    assertThatThrownBy(
            () -> DynamoDbEngine.start(IRELAND, directory, directory.resolve("engine.log")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended at once")
        .hasMessageContaining("ClassNotFoundException");
  }

  private static void createThings(DynamoDbEngine engine) {
    engine
        .client()
        .createTable(
            table ->
                table
                    .tableName("things")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build())
                    .streamSpecification(
                        StreamSpecification.builder()
                            .streamEnabled(true)
                            .streamViewType(StreamViewType.KEYS_ONLY)
                            .build()));
  }

  private static void put(DynamoDbEngine engine, String id) {
    engine
        .client()
        .putItem(put -> put.tableName("things").item(Map.of("id", AttributeValue.fromS(id))));
  }

  private static String streamOf(DynamoDbEngine engine) {
    return engine
        .client()
        .describeTable(table -> table.tableName("things"))
        .table()
        .latestStreamArn();
  }
}
