package com.globalbooking.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoDbEngineIT {
  private static final RegionName IRELAND = new RegionName("eu-west-1");
  private static final Path LIB = Path.of("dynamodb-local", "target", "lib");

  @TempDir Path directory;

  @Test
  void keepsItemsUntilItIsClosed() throws Exception {
    DynamoDbEngine engine =
        DynamoDbEngine.start(IRELAND, LIB, directory.resolve("logs/engine.log"));
    try (engine) {
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
                              .build()));
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
    Process process = new ProcessBuilder(DynamoDbEngine.command(LIB)).start();
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
}
