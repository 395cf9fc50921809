package com.globalbooking.local.provider;

import static com.globalbooking.local.provider.ProviderClient.UNKNOWN;
import static com.globalbooking.local.provider.ProviderClient.file;
import static com.globalbooking.local.provider.ProviderClient.secret;
import static com.globalbooking.local.provider.ProviderClient.struct;
import static com.globalbooking.local.provider.ProviderClient.urn;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff.Kind;

/** What the CLI is told about changes of a program. */
class ProviderDiffTest {
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
  void diffTellsAnUpdateFromAReplacement() {
    Struct before = struct(Map.of("colour", "red", "name", "box"));
    DiffResponse none = cli.diff(BOX, before, before);
    assertThat(none.getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
    assertThat(none.getHasDetailedDiff()).isTrue();

    DiffResponse update = cli.diff(BOX, before, struct(Map.of("colour", "blue", "name", "box")));
    assertThat(update.getChanges()).isEqualTo(DiffChanges.DIFF_SOME);
    assertThat(update.getDiffsList()).containsExactly("colour");
    assertThat(update.getReplacesList()).isEmpty();
    assertThat(update.getDetailedDiffOrThrow("colour").getKind()).isEqualTo(Kind.UPDATE);

    DiffResponse replacement = cli.diff(BOX, before, struct(Map.of("colour", "red", "name", "b")));
    assertThat(replacement.getReplacesList()).containsExactly("name");
    assertThat(replacement.getDeleteBeforeReplace()).isTrue();
    assertThat(replacement.getDetailedDiffOrThrow("name").getKind()).isEqualTo(Kind.UPDATE_REPLACE);
  }

  @Test
  void diffComparesInputsWithInputsAndNotWithWhatWasComputed() {
    Struct inputs = struct(Map.of("colour", "red"));
    var request =
        DiffRequest.newBuilder()
            .setUrn(BOX)
            .setOlds(struct(Map.of("colour", "red", "arn", "arn:box", "weight", 1)))
            .setOldInputs(inputs)
            .setNews(inputs)
            .build();
    assertThat(cli.stub.diff(request).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
  }

  @Test
  void diffNamesThePlaceOfAChangeAndHonoursIgnoreChanges() {
    Struct before =
        struct(
            Map.of(
                "tags", struct(Map.of("a", "1", "b.c", "2")),
                "replicas", List.of(struct(Map.of("name", "x", "arn", "y"))),
                "gone", true));
    Struct now =
        struct(
            Map.of(
                "tags", struct(Map.of("a", "2", "b.c", "3")),
                "replicas", List.of(struct(Map.of("name", "x", "arn", "z")), struct(Map.of()))));
    assertThat(cli.diff(BOX, before, now).getDetailedDiffMap())
        .containsOnlyKeys("tags.a", "tags[\"b.c\"]", "replicas[0].arn", "replicas[1]", "gone")
        .hasEntrySatisfying("gone", it -> assertThat(it.getKind()).isEqualTo(Kind.DELETE))
        .hasEntrySatisfying("replicas[1]", it -> assertThat(it.getKind()).isEqualTo(Kind.ADD));
    assertThat(cli.diff(BOX, before, now, "tags", "replicas[*].arn", "gone").getDetailedDiffMap())
        .containsOnlyKeys("replicas[1]");
    assertThat(cli.diff(BOX, before, now, "tags", "replicas", "gone").getChanges())
        .isEqualTo(DiffChanges.DIFF_NONE);
  }

  @Test
  void diffKnowsAFileByItsContentAndASecretByItsValue() {
    Struct before = struct(Map.of("code", file("a.zip", "1"), "password", secret("x")));
    assertThat(
            cli.diff(BOX, before, struct(Map.of("code", file("b.zip", "1"), "password", "x")))
                .getChanges())
        .isEqualTo(DiffChanges.DIFF_NONE);
    assertThat(
            cli.diff(BOX, before, struct(Map.of("code", file("a.zip", "2"), "password", "x")))
                .getDiffsList())
        .containsExactly("code");
  }

  @Test
  void anUnknownValueIsAChangeAndOfANameAReplacement() {
    DiffResponse diff =
        cli.diff(BOX, struct(Map.of("name", "box")), struct(Map.of("name", UNKNOWN)));
    assertThat(diff.getReplacesList()).containsExactly("name");
  }
}
