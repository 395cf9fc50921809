package com.globalbooking.auditmigrator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.contract.SmokeEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Brings the database up to date when a deployment invokes it, and answers {@code {"schemaVersion":
 * "1"}}. A fault fails the deployment; running it again is safe. A {@link SmokeEvent} changes
 * nothing.
 */
@Singleton
public class MigrationInvocationHandler implements RequestStreamHandler {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final MigratingAudit migrating;

  MigrationInvocationHandler(MigratingAudit migrating) {
    this.migrating = migrating;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    if (MAPPER.readTree(input).has(SmokeEvent.SMOKE)) {
      output.write(SmokeEvent.STARTED.getBytes(UTF_8));
      return;
    }
    String answer =
        JsonNodeFactory.instance.objectNode().put("schemaVersion", migrating.migrate()).toString();
    output.write(answer.getBytes(UTF_8));
  }
}
