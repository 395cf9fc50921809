package com.globalbooking.operations.pulumi;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong in a run, each thing once and in words that say what to do. */
final class ErrorSentences {

  /** Ways to say that a run failed without saying why. */
  private static final Pattern EMPTY =
      Pattern.compile(
          "(?s)(update|preview|destroy|resource registration|an unhandled error occurred:.*) ?"
              + "(failed|canceled|cancelled)?|.*exited with non-zero exit code.*|"
              + ".*resource monitor shut down.*|Program run without an engine.*");

  /** Lines that loggers of the program's libraries leave. */
  private static final Pattern NOISE =
      Pattern.compile("SLF4J.*|(WARNING|INFO|SEVERE): .*|.*\\.(info|warning|severe) .*LocalLog.*");

  private static final Pattern STACK_FRAME = Pattern.compile("(?m)^\\s+at [\\w.$/@]+\\(");

  /** An exception and what it says, up to its stack. */
  private static final Pattern CAUSE =
      Pattern.compile(
          "(?ms)^(?:Caused by: )?(?:[a-z]\\w*\\.)+[\\w$]+(?:Exception|Error): (.*?)(?=^\\s+at |\\z)");

  private record Known(Pattern pattern, String sentence) {
    Known(String pattern, String sentence) {
      this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), sentence);
    }
  }

  private static final List<Known> KNOWN =
      List.of(
          new Known(
              ".*(No valid credential sources found|failed to (retrieve|refresh cached) credentials|"
                  + "could not validate.{0,40}credentials|Unable to locate credentials|"
                  + "ExpiredToken|InvalidClientTokenId).*",
              "AWS takes no credentials from here: log in (aws sso login) or set AWS_PROFILE, then"
                  + " try again."),
          new Known(
              ".*(passphrase must be set|PULUMI_CONFIG_PASSPHRASE).*incorrect passphrase.*|"
                  + ".*incorrect passphrase.*",
              "The passphrase is not the one that this stack was made with: set"
                  + " PULUMI_CONFIG_PASSPHRASE to that one."),
          new Known(
              ".*passphrase must be set.*",
              "The stack's secrets have a passphrase: set PULUMI_CONFIG_PASSPHRASE, or make stacks"
                  + " with --secrets-provider awskms://…"),
          new Known(
              ".*PULUMI_ACCESS_TOKEN must be set.*",
              "Pulumi is not logged in to a back end: run pulumi login (for example s3://<bucket>),"
                  + " or set PULUMI_BACKEND_URL."),
          new Known(
              ".*(stack is currently locked|Another update is currently in progress).*",
              "Another update of this stack is under way. If none is, one was interrupted:"
                  + " scripts/pulumi cancel --stack <stack> lets go of it."),
          new Known(
              ".*(no resource plugin|could not find plugin|resource plugin aws is missing|"
                  + "Could not find.*plugin.*resource).*",
              "The provider plugin for AWS is not installed: scripts/pulumi plugin install resource"
                  + " aws 6.83.0"));

  private final Set<String> sentences = new LinkedHashSet<>();
  private final List<String> empty = new ArrayList<>();

  /**
   * Takes an error.
   *
   * @param resource that it is about, if it is about one
   */
  void add(Optional<String> resource, String message) {
    String told =
        withoutStackTrace(message)
            .lines()
            .filter(line -> !NOISE.matcher(line.strip()).matches())
            .map(line -> line.replaceFirst("^error: ", ""))
            .collect(joining("\n"))
            .strip();
    if (told.isEmpty()) {
      return;
    }
    for (Known known : KNOWN) {
      if (known.pattern().matcher(told).matches()) {
        sentences.add(known.sentence());
        return;
      }
    }
    if (EMPTY.matcher(told).matches()) {
      empty.add(told);
      return;
    }
    String whole = resource.map(name -> name + ": " + told).orElse(told);
    // The same thing is often told by the provider, the program and the engine.
    if (sentences.stream().noneMatch(before -> before.contains(told))) {
      sentences.removeIf(before -> told.contains(before));
      sentences.add(whole);
    }
  }

  /** What the program's last cause says; a stack trace tells an operator nothing more. */
  private static String withoutStackTrace(String message) {
    if (!STACK_FRAME.matcher(message).find()) {
      return message;
    }
    String cause = "";
    Matcher causes = CAUSE.matcher(message);
    while (causes.find()) {
      cause = causes.group(1);
    }
    return cause.isEmpty() ? message : cause.strip();
  }

  /** The errors that say something; the others only where there is nothing else. */
  List<String> sentences() {
    return List.copyOf(sentences.isEmpty() ? empty : sentences);
  }
}
