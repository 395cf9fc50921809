package com.globalbooking.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TidyTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".local", "node_modules");
  private static final int LINES_MAX = 300;

  private record Ban(Pattern call, String instead) {}

  private static final List<Ban> BANS_IN_FUNCTIONS =
      List.of(
          ban("Instant\\.now\\(\\)|LocalDate\\.now\\(\\)", "take a java.time.Clock"),
          ban("System\\.currentTimeMillis|System\\.nanoTime", "take a java.time.Clock"),
          ban("System\\.getenv", "name it in the contract and read it by @ConfigMapping"),
          ban("printStackTrace|System\\.(out|err)\\.", "log a sentence without guest data"),
          ban("Thread\\.sleep", "take a sleeper, so that tests need not wait"),
          ban("new Random\\(|Math\\.random|UUID\\.randomUUID", "take a source of randomness"));

  private static final List<Ban> BANS_EVERYWHERE =
      List.of(
          ban("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b", "do it, or file an issue"),
          ban("printStackTrace", "log a sentence"),
          ban("@SuppressWarnings\\(\"all\"\\)", "name the check and the reason"),
          ban("lombok\\.", "write a record"));

  private static final List<Ban> BANS_IN_TESTS =
      List.of(ban("Thread\\.sleep", "wait for a condition"));

  @Test
  void functionsTakeTimeRandomnessAndConfigurationFromOutside() throws IOException {
    List<Path> files =
        javaFiles().stream()
            .filter(file -> file.startsWith(ROOT.resolve("lambdas")) && isMain(file))
            // the one place of each function where real time and randomness are handed in
            .filter(file -> !file.getFileName().toString().endsWith("Wiring.java"))
            .toList();
    assertThat(offences(files, BANS_IN_FUNCTIONS)).isEmpty();
  }

  @Test
  void noLeftOversAndNoShortcuts() throws IOException {
    assertThat(offences(javaFiles(), BANS_EVERYWHERE)).isEmpty();
  }

  @Test
  void testsDoNotSleep() throws IOException {
    List<Path> tests =
        javaFiles().stream()
            .filter(file -> !isMain(file) && !file.endsWith("TidyTest.java"))
            .toList();
    assertThat(offences(tests, BANS_IN_TESTS)).isEmpty();
  }

  @Test
  void noFileIsTooLongToReadInOneGo() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : javaFiles()) {
      int lines = Files.readAllLines(file).size();
      if (lines > LINES_MAX) {
        tooLong.add(ROOT.relativize(file) + ": " + lines + " lines; split it by what it does");
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyPackageSaysWhyItExists() throws IOException {
    Set<Path> silent = new TreeSet<>();
    for (Path file : javaFiles()) {
      if (isMain(file) && !Files.exists(file.resolveSibling("package-info.java"))) {
        silent.add(ROOT.relativize(file.getParent()));
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void noPackageIsADrawer() throws IOException {
    assertThat(javaFiles())
        .noneMatch(file -> file.toString().matches(".*/(util|utils|common|misc|helpers?)/.*"))
        .noneMatch(file -> file.getFileName().toString().endsWith("Manager.java"));
  }

  @Test
  void linksInDocumentsLeadSomewhere() throws IOException {
    Pattern link = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    List<String> dead = new ArrayList<>();
    for (Path document : files(".md")) {
      Matcher links = link.matcher(Files.readString(document));
      while (links.find()) {
        if (!Files.exists(document.resolveSibling(links.group(1)))) {
          dead.add(ROOT.relativize(document) + " -> " + links.group(1));
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void everyScriptIsDocumented() throws IOException {
    String documents = "";
    for (Path document : files(".md")) {
      documents += Files.readString(document);
    }
    try (var scripts = Files.list(ROOT.resolve("scripts"))) {
      String told = documents;
      assertThat(scripts.map(script -> "scripts/" + script.getFileName())).allMatch(told::contains);
    }
  }

  private static List<String> offences(List<Path> files, List<Ban> bans) throws IOException {
    List<String> offences = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        for (Ban ban : bans) {
          if (ban.call().matcher(lines.get(i)).find()) {
            offences.add(
                "%s:%d: %s: %s"
                    .formatted(ROOT.relativize(file), i + 1, lines.get(i).strip(), ban.instead()));
          }
        }
      }
    }
    return offences;
  }

  private static boolean isMain(Path file) {
    return file.toString().contains("/src/main/");
  }

  private static List<Path> javaFiles() throws IOException {
    return files(".java").stream().filter(file -> !file.endsWith("TidyTest.java")).toList();
  }

  private static List<Path> files(String suffix) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return NOT_OURS.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(suffix)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static Ban ban(String call, String instead) {
    return new Ban(Pattern.compile(call), instead);
  }
}
