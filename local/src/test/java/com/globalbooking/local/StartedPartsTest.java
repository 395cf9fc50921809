package com.globalbooking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartedPartsTest {
  private final List<String> closed = new ArrayList<>();
  private final StartedParts parts = new StartedParts();

  @Test
  void whatStartedLastIsClosedFirst() {
    AutoCloseable first = parts.keep(() -> closed.add("first"));
    AutoCloseable second = parts.keep(() -> closed.add("second"));
    assertThat(first).isNotSameAs(second);

    parts.close();
    parts.close();

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void aPartThatCannotBeClosedDoesNotKeepTheOthersOpen() {
    AutoCloseable first = parts.keep(() -> closed.add("first"));
    AutoCloseable broken =
        parts.keep(
            () -> {
              throw new IOException("stuck");
            });
    assertThat(first).isNotSameAs(broken);

    assertThatThrownBy(parts::close)
        .isInstanceOf(IllegalStateException.class)
        .satisfies(
            failure -> assertThat(failure.getSuppressed()).extracting("message").contains("stuck"));
    assertThat(closed).containsExactly("first");
  }
}
