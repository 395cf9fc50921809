package com.globalbooking.local.provider;

import static com.globalbooking.local.provider.ProviderClient.UNKNOWN;
import static com.globalbooking.local.provider.ProviderClient.struct;
import static com.globalbooking.local.provider.ProviderClient.urn;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.ErrorResourceInitFailed;

/** How the CLI is told what is refused and what fails. */
class ProviderRefusalTest {
  private static final String BOX = urn(Boxes.TYPE, "box");

  private final Boxes boxes = new Boxes();
  private ProviderHost host;
  private ProviderClient cli;

  @BeforeEach
  void open() {
    host = boxes.serve();
    cli = new ProviderClient(host.port());
  }

  @AfterEach
  void close() {
    cli.close();
    host.close();
  }

  @Test
  void checkFillsInTheNameAndKeepsItForTheLifeOfTheResource() {
    Struct first = cli.check(BOX, struct(Map.of()), struct(Map.of("colour", "red"))).getInputs();
    assertThat(first).isEqualTo(struct(Map.of("colour", "red", "name", "box-made-up")));
    Struct later =
        cli.check(
                urn(Boxes.TYPE, "moved"),
                struct(Map.of("colour", "red", "name", "box-made-up")),
                struct(Map.of("colour", "blue")))
            .getInputs();
    assertThat(later).isEqualTo(struct(Map.of("colour", "blue", "name", "box-made-up")));
    Struct given =
        cli.check(BOX, first, struct(Map.of("colour", "red", "name", "own"))).getInputs();
    assertThat(given.getFieldsOrThrow("name").getStringValue()).isEqualTo("own");
  }

  @Test
  void checkTellsRefusalsAsFailuresAndNotAsAnError() {
    assertThat(cli.check(BOX, struct(Map.of()), struct(Map.of("colour", "loud"))).getFailuresList())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.getProperty()).isEqualTo("colour");
              assertThat(failure.getReason()).isEqualTo("'colour' must not be loud");
            });
    assertThat(cli.check(BOX, struct(Map.of()), struct(Map.of())).getFailuresList())
        .singleElement()
        .satisfies(failure -> assertThat(failure.getReason()).isEqualTo("'colour' is missing"));
  }

  @Test
  void checkSaysNothingAboutWhatIsNotKnownYet() {
    for (String unknown : List.of(UNKNOWN, "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")) {
      var checked = cli.check(BOX, struct(Map.of()), struct(Map.of("colour", unknown)));
      assertThat(checked.getFailuresList()).isEmpty();
      assertThat(checked.getInputs().getFieldsOrThrow("colour").getStringValue())
          .isEqualTo(unknown);
    }
  }

  @Test
  void anUpdateOfWhatAnEarlierHostMadeSaysWhatToDo() {
    Struct red = struct(Map.of("colour", "red", "name", "box"));
    assertThatThrownBy(() -> cli.update(BOX, "box", red, red, red, false))
        .hasMessageContaining("started anew")
        .hasMessageContaining("refresh");
  }

  @Test
  void aRefusedCreationLeavesNothing() {
    var refused =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> cli.create(BOX, struct(Map.of("colour", "red", "name", "box", "broken", true))));
    assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(refused.getStatus().getDescription()).isEqualTo("the box is broken");
    assertThat(requireNonNull(StatusProto.fromThrowable(refused)).getDetailsList()).isEmpty();
    assertThat(host.resources()).isEmpty();
  }

  @Test
  void aFailedCreationThatMadeSomethingSaysSoAndKeepsIt() throws InvalidProtocolBufferException {
    Struct inputs = struct(Map.of("colour", "red", "name", "box", "jammed", true));
    var failed = catchThrowableOfType(StatusRuntimeException.class, () -> cli.create(BOX, inputs));
    List<Any> details = requireNonNull(StatusProto.fromThrowable(failed)).getDetailsList();
    assertThat(details).hasSize(1);
    ErrorResourceInitFailed detail = details.getFirst().unpack(ErrorResourceInitFailed.class);
    assertThat(detail.getId()).isEqualTo("box");
    assertThat(detail.getReasonsList()).containsExactly("the lid does not open");
    assertThat(detail.getInputs()).isEqualTo(inputs);
    assertThat(detail.getProperties().getFieldsOrThrow("arn").getStringValue())
        .isEqualTo("arn:box");
    assertThat(cli.read(BOX, "box").getId()).isEqualTo("box");
    cli.delete(BOX, "box");
    assertThat(boxes.colours).isEmpty();
  }

  @Test
  void aRefusedUpdateLeavesTheResourceAsItWas() {
    Struct red = struct(Map.of("colour", "red", "name", "box"));
    CreateResponse made = cli.create(BOX, red);
    Struct broken = struct(Map.of("colour", "blue", "name", "box", "broken", true));
    assertThatThrownBy(() -> cli.update(BOX, "box", made.getProperties(), red, broken, false))
        .hasMessageContaining("the box is broken");
    assertThat(cli.read(BOX, "box").getInputs()).isEqualTo(red);
  }
}
