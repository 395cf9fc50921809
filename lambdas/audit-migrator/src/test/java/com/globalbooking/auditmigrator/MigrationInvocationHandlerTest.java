package com.globalbooking.auditmigrator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.auditmigrator.TestPorts.Migrated;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole function, from an invocation to its answer. */
@QuarkusTest
class MigrationInvocationHandlerTest {
  @Inject Migrated migrated;

  @AfterEach
  void works() {
    migrated.fails = false;
  }

  @Test
  void migratesWhateverItIsInvokedWithAndAnswersTheVersion() {
    int before = migrated.runs;

    assertThat(invoke("{}").asString()).isEqualTo("{\"schemaVersion\":\"1\"}");
    assertThat(invoke("{\"codeVersion\":\"7\"}").statusCode()).isEqualTo(200);
    assertThat(migrated.runs).isEqualTo(before + 2);
  }

  @Test
  void aFaultFailsTheInvocation() {
    migrated.fails = true;

    assertThat(invoke("{}").statusCode()).isEqualTo(500);
  }

  private static Response invoke(String event) {
    return given().contentType("application/json").body(event).post("/_lambda_");
  }
}
