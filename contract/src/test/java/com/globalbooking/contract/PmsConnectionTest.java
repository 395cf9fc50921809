package com.globalbooking.pms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.domain.pms.PmsName;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PmsConnectionTest {

  @Test
  void isReadFromNameIntegrationAndUrl() {
    assertThat(PmsConnection.parse("opera=opentravel=https://pms.example/ota?hotel=1/"))
        .isEqualTo(
            new PmsConnection(
                new PmsName("opera"),
                PmsIntegration.OPENTRAVEL,
                URI.create("https://pms.example/ota?hotel=1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opera",
        "opera=json",
        "opera=fax=https://pms.example",
        "opera=json=http://pms.example",
        "opera=json=file:///etc/passwd",
        "op era=json=https://pms.example"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> PmsConnection.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
