package com.globalbooking.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import org.junit.jupiter.api.Test;

class OutagesTest {
  private static final RegionName HERE = new RegionName("eu-west-1");
  private static final RegionName ELSEWHERE = new RegionName("us-west-2");

  @Test
  void oneServiceOfOneRegionIsDownUntilItIsUp() {
    var outages = new Outages();
    outages.begin(HERE, "sns");
    assertThat(outages.isDown(HERE, "sns")).isTrue();
    assertThat(outages.isDown(ELSEWHERE, "sns")).isFalse();
    assertThat(outages.isDown(HERE, "sqs")).isFalse();

    outages.end(HERE, "sns");
    assertThat(outages.isDown(HERE, "sns")).isFalse();
  }

  @Test
  void aServiceThatIsNotHereCannotBeTakenDown() {
    assertThatThrownBy(() -> new Outages().begin(HERE, "s3"))
        .hasMessageContaining("'s3'")
        .hasMessageContaining("dynamodb");
  }
}
