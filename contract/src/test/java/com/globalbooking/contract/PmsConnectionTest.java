package com.globalbooking.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PmsConnectionTest {

  @Test
  void isReadFromNameIntegrationAndUrl() {
    assertThat(PmsConnection.parse("opera=opentravel=https://pms.example/ota?hotel=1/"))
        .isEqualTo(
            new PmsConnection(
                "opera", PmsIntegration.OPENTRAVEL, URI.create("https://pms.example/ota?hotel=1")));
  }

  @ParameterizedTest
  @EnumSource(PmsIntegration.class)
  void whatTheStackWritesIsWhatFunctionsRead(PmsIntegration integration) {
    var connection =
        new PmsConnection("opera-2", integration, URI.create("http://127.0.0.1:8443/v1/"));

    assertThat(PmsConnection.parse(connection.text())).isEqualTo(connection);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opera",
        "opera=json",
        "opera=fax=https://pms.example",
        "opera=json=http://pms.example",
        "opera=json=https:///v1",
        "opera=json=file:///etc/passwd",
        "opera=json=https://pms.example/a,b",
        "op era=json=https://pms.example",
        "Opera=json=https://pms.example",
        "=json=https://pms.example"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> PmsConnection.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
