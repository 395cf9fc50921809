package com.globalbooking.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.engine.PropertyValue.Asset;
import com.globalbooking.local.engine.PropertyValue.AssetSource;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.PropertyValue.Reference;
import com.globalbooking.local.engine.PropertyValue.Secret;
import com.globalbooking.local.engine.PropertyValue.Text;
import com.globalbooking.local.engine.PropertyValue.Unknown;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyCodecTest {
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

  @Test
  void everyKindOfValueSurvivesTheWay() {
    Fields fields =
        PropertyValue.fields(
            Map.of(
                "text", "a",
                "number", 1.5,
                "flag", true,
                "list", Arrays.asList("x", null, List.of(1), Map.of("deep", false)),
                "secret", new Secret(PropertyValue.of(Map.of("password", "p"))),
                "unknown", new Unknown(),
                "file", new Asset(false, AssetSource.PATH, "function.zip"),
                "archive", new Asset(true, AssetSource.PATH, "dist"),
                "inline", new Asset(false, AssetSource.TEXT, "hello"),
                "resource", new Reference("urn:pulumi:s::p::t::n", new Text("id-1"))));

    assertThat(PropertyCodec.decode(PropertyCodec.encode(fields))).isEqualTo(fields);
  }

  @Test
  void aSecretTravelsUnderPulumisSignature() {
    Value value = PropertyCodec.encode(new Secret(new Text("hush")));

    assertThat(value.getStructValue().getFieldsMap())
        .containsEntry(SIGNATURE, string("1b47061264138c4ac30d75fd1eb44270"))
        .containsEntry("value", string("hush"));
  }

  @Test
  void anUnknownValueIsPulumisReservedString() {
    assertThat(PropertyCodec.encode(new Unknown()))
        .isEqualTo(string("04da6b54-80e4-46f7-96ec-b56ff0331ba9"));
  }

  @Test
  void anOutputValueThatIsSecretAndUnknownIsReadAsBoth() {
    Value output =
        Value.newBuilder()
            .setStructValue(
                Struct.newBuilder()
                    .putFields(SIGNATURE, string("d0e6a833031e9bbcd3f4e8bde6ca49a4"))
                    .putFields("secret", Value.newBuilder().setBoolValue(true).build()))
            .build();

    assertThat(PropertyCodec.decode(output)).isEqualTo(new Secret(new Unknown()));
  }

  @Test
  void aSignatureThatIsNotKnownIsRefused() {
    Value strange =
        Value.newBuilder()
            .setStructValue(Struct.newBuilder().putFields(SIGNATURE, string("0123")))
            .build();

    assertThatThrownBy(() -> PropertyCodec.decode(strange))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0123");
  }

  @Test
  void plainJavaHidesSecretsAndWritesWholeNumbersAsSuch() {
    Fields fields =
        PropertyValue.fields(
            Map.of("count", 3, "ratio", 0.5, "password", new Secret(new Text("hush"))));

    assertThat(fields.plainMap())
        .containsEntry("count", 3L)
        .containsEntry("ratio", 0.5)
        .containsEntry("password", "[secret]");
  }

  private static Value string(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }
}
