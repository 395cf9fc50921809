package com.globalbooking.operations.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineEventsTest {
  private static final String URN =
      "urn:pulumi:dev-us-west-2::global-booking::global-booking:x:Y$aws:sqs/queue:Queue::audit";

  private final List<Change> changes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final RunListener listener =
      new RunListener() {
        @Override
        public void changed(Change change) {
          changes.add(change);
        }

        @Override
        public void warned(String sentence) {
          warnings.add(sentence);
        }
      };

  private static String diagnostic(String severity, String urn, String message) {
    return "{\"diagnosticEvent\":{\"urn\":\"%s\",\"severity\":\"%s\",\"message\":\"%s\"}}"
        .formatted(urn, severity, message);
  }

  @Test
  void changesAreToldAndTheSummaryIsKept() {
    var events = new EngineEvents(false, listener);
    events.line(
        "{\"resOutputsEvent\":{\"metadata\":{\"op\":\"update\",\"urn\":\"%s\",\"type\":\"aws:sqs/queue:Queue\",\"detailedDiff\":{\"tags.Owner\":{}}}}}"
            .formatted(URN));
    events.line(
        "{\"resOutputsEvent\":{\"metadata\":{\"op\":\"same\",\"urn\":\"%s\"}}}".formatted(URN));
    events.line(
        "{\"summaryEvent\":{\"resourceChanges\":{\"same\":4,\"update\":1,\"read\":2,\"discard\":1}}}");
    Report report = events.report(0, "");

    assertThat(changes)
        .containsExactly(
            new Change("update", "aws:sqs/queue:Queue", "audit", List.of("tags.Owner")));
    assertThat(report.succeeded()).isTrue();
    assertThat(report.touched()).isEqualTo(1);
    assertThat(report.changes()).containsOnlyKeys("same", "update");
  }

  @Test
  void anErrorIsToldOnceWithTheResourceThatItIsAbout() {
    var events = new EngineEvents(false, listener);
    events.line(diagnostic("error", URN, "<{%reset%}>creating queue: denied<{%reset%}>\\n"));
    events.line(diagnostic("error", "", "creating queue: denied"));
    events.line(diagnostic("error", "urn:pulumi:d::p::pulumi:pulumi:Stack::s", "update failed"));
    Report report = events.report(255, "error: update failed");

    assertThat(report.succeeded()).isFalse();
    assertThat(report.errors())
        .containsExactly("aws:sqs/queue:Queue audit: creating queue: denied");
  }

  @Test
  void aStackTraceIsReducedToItsCause() {
    var events = new EngineEvents(false, listener);
    events.line(
        diagnostic(
            "error",
            "",
            "Running program [PID: 1](java) failed with an unhandled exception:\\n"
                + "com.pulumi.X$OuterException: serializing: f stays at version 3\\n"
                + "\\tat com.pulumi.X.y(X.java:1)\\n"
                + "Caused by: com.pulumi.exceptions.RunException: f stays at version 3\\n"
                + "\\tat com.globalbooking.Z.z(Z.java:2)\\n\\t... 19 more\\n"));

    assertThat(events.report(255, "").errors()).containsExactly("f stays at version 3");
  }

  @Test
  void loggersAreNotHeard() {
    var events = new EngineEvents(true, listener);
    events.line(
        diagnostic("error", "", "SLF4J(W): No providers were found.\\nThe key x is unknown.\\n"));
    events.line(diagnostic("warning", "", "not built"));
    events.line(diagnostic("warning", "", "using pulumi-language-java from $PATH at /x"));

    assertThat(events.report(255, "").errors()).containsExactly("The key x is unknown.");
    assertThat(warnings).containsExactly("not built");
  }

  @Test
  void whatIsMissingIsToldWithWhatToDo() {
    assertThat(refusal("error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive"))
        .contains("pulumi login");
    assertThat(refusal("error: passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_…"))
        .contains("--secrets-provider");
    assertThat(refusal("error: getting secrets manager: incorrect passphrase"))
        .contains("is not the one that this stack was made with");
    assertThat(refusal("error: the stack is currently locked by 1 lock(s)."))
        .contains("scripts/pulumi cancel");
    assertThat(refusal("error: no resource plugin 'pulumi-resource-aws' found in the workspace"))
        .contains("plugin install");
    assertThat(refusal("error: No valid credential sources found.")).contains("AWS_PROFILE");
    assertThat(refusal("")).contains("exit code 255 and said nothing");
  }

  private String refusal(String standardError) {
    List<String> errors = new EngineEvents(false, listener).report(255, standardError).errors();
    assertThat(errors).hasSize(1);
    return errors.getFirst();
  }
}
