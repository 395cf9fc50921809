package com.globalbooking.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.engine.PropertyValue.Nothing;
import com.globalbooking.local.engine.PropertyValue.Reference;
import com.globalbooking.local.engine.PropertyValue.Secret;
import com.globalbooking.local.engine.PropertyValue.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputsTest {
  @Test
  void secretsAreReadLikeOtherValues() {
    Inputs inputs = inputs(Map.of("name", new Secret(new Text("bookings"))));

    assertThat(inputs.string("name")).isEqualTo("bookings");
  }

  @Test
  void nullCountsAsAbsent() {
    Inputs inputs = inputs(Map.of("name", new Nothing(), "items", new Nothing()));

    assertThat(inputs.optionalString("name")).isEmpty();
    assertThat(inputs.strings("items")).isEmpty();
  }

  @Test
  void aResourceStandsForItsId() {
    Inputs inputs = inputs(Map.of("role", new Reference("urn", new Text("role-1"))));

    assertThat(inputs.string("role")).isEqualTo("role-1");
  }

  @Test
  void refusalsNameTheProperty() {
    Inputs inputs = inputs(Map.of("name", 1, "size", 1.5, "tags", List.of("a")));

    assertThatThrownBy(() -> inputs.string("missing")).hasMessage("'missing' is missing");
    assertThatThrownBy(() -> inputs.string("name")).hasMessageStartingWith("'name' must be");
    assertThatThrownBy(() -> inputs.whole("size")).hasMessage("'size' must be a whole number");
    assertThatThrownBy(() -> inputs.stringMap("tags")).hasMessageStartingWith("'tags' must be");
  }

  private static Inputs inputs(Map<String, ?> values) {
    return new Inputs(PropertyValue.fields(values));
  }
}
