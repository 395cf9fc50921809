package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.globalbooking.stack.engine.TestPackages;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What would fail on AWS, and can be known before, is refused before anything is registered. */
@Timeout(90)
class PreflightTest {

  private static final String ALL_JVM = "jvm";

  @TempDir Path packages;

  @Test
  void aMissingPackageIsNamedWithTheCommandThatBuildsIt() {
    StackRun nothingBuilt =
        StackRun.of("test-us-west-2").with("packagesDirectory", "target/nothing-built");

    assertThat(nothingBuilt.run().problems())
        .contains(
            "target/nothing-built/booking-handler/target/native/function.zip",
            "scripts/native booking-handler",
            "target/nothing-built/audit-migrator/target/function.zip",
            "scripts/build");
    assertThat(nothingBuilt.run().resources()).noneMatch(Registered::isOnAws);
  }

  @Test
  void aPreviewDoesWithoutPackages() {
    StackGraph preview =
        StackRun.of("prod-us-west-2")
            .with("packagesDirectory", "target/nothing-built")
            .asPreview()
            .run()
            .sound();

    assertThat(preview.deployed(Function.BOOKING_HANDLER).text("tags.Package"))
        .isEqualTo("not-built");
  }

  @Test
  void anExecutableForAnotherProcessorIsRefused() {
    assertThat(built(TestPackages.executable(TestPackages.ARM64)).run().problems())
        .contains("bootstrap for another processor than x86_64");
    assertThat(
            built(TestPackages.executable(TestPackages.ARM64))
                .with("architecture", "arm64")
                .run()
                .problems())
        .isEmpty();
  }

  @Test
  void anExecutableThatNeedsANewerLibraryThanLambdaHasIsRefused() {
    assertThat(
            built(TestPackages.executable(TestPackages.X86_64, "GLIBC_2.2.5", "GLIBC_2.38"))
                .run()
                .problems())
        .contains("needs glibc 2.38", "2.34");
    assertThat(
            built(TestPackages.executable(TestPackages.X86_64, "GLIBC_2.2.5", "GLIBC_2.34"))
                .run()
                .problems())
        .isEmpty();
  }

  @Test
  void aPackageWithoutAnExecutableIsRefused() {
    for (Function function : Function.values()) {
      TestPackages.write(file(function), "Main.class", new byte[10]);
    }

    assertThat(run().run().problems()).contains("has no executable 'bootstrap'");
  }

  @Test
  void aQuotaThatIsTooSmallIsToldWithWhatIsNeeded() {
    assertThat(StackRun.of("prod-us-west-2").withConcurrencyQuota(100).run().problems())
        .contains("needs a quota of 175 concurrent executions in us-west-2", "it is 100");
  }

  @Test
  void withoutReservationsAnyQuotaWillDo() {
    assertThat(StackRun.of("dev-us-west-2").withConcurrencyQuota(10).run().problems()).isEmpty();
  }

  @Test
  void aZoneThatDoesNotHoldTheDomainIsRefused() {
    assertThat(StackRun.of("prod-us-west-2").withZone("acme.com").run().problems())
        .contains("hostedZoneId is the zone of acme.com, which does not hold booking.acme.travel");
    assertThat(StackRun.of("prod-us-west-2").withZone("booking.acme.travel").run().problems())
        .isEmpty();
  }

  private StackRun built(byte[] executable) {
    for (Function function : Function.values()) {
      TestPackages.write(file(function), "bootstrap", executable);
    }
    return run();
  }

  private StackRun run() {
    return StackRun.of("test-us-west-2")
        .with("packaging", ALL_JVM)
        .with("packagesDirectory", packages.toString());
  }

  private Path file(Function function) {
    return packages.resolve(function.id()).resolve("target/function.zip");
  }
}
