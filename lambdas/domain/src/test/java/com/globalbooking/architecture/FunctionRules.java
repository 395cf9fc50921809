package com.globalbooking.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What holds for a function and everything it is made of. */
public final class FunctionRules {
  private static final String SDK = "software.amazon..";

  /** The borders of a function, where a fault is told to people and goes no further. */
  private static final Set<String> MAY_CATCH_ANYTHING =
      Set.of("com.globalbooking.httpapi.ApiFrame", "Priming");

  private static final List<ArchRule> RULES =
      List.of(
          classes()
              .that(simpleNameEndingWith("HttpHandler"))
              .should()
              .onlyDependOnClassesThat()
              .resideInAnyPackage(
                  "java..",
                  "jakarta.inject..",
                  "com.amazonaws.services.lambda.runtime..",
                  "com.globalbooking.contract..",
                  "com.globalbooking.domain..",
                  "com.globalbooking.forwarding..",
                  "com.globalbooking.httpapi..")
              .because("a handler parses, calls one use case and answers"),
          classes()
              .that(simpleNameEndingWith("StreamHandler"))
              .should()
              .onlyDependOnClassesThat()
              .resideOutsideOfPackages(
                  SDK, "io.quarkus..", "com.globalbooking.cache..", "com.globalbooking.store..")
              .because("a handler decodes, calls one use case and says what must come again"),
          classes()
              .that(simpleNameEndingWith("QueueHandler"))
              .should()
              .onlyDependOnClassesThat()
              .resideInAnyPackage(
                  "java..",
                  "jakarta.inject..",
                  "com.amazonaws.services.lambda.runtime..",
                  "com.globalbooking.contract..",
                  "com.globalbooking.domain..",
                  "com.globalbooking.events..",
                  "com.globalbooking.eventsources..",
                  "org.jboss.logging..")
              .because("a handler decodes, calls one use case and answers what failed"),
          noClasses()
              .that()
              .resideOutsideOfPackages(
                  "com.globalbooking..aws..",
                  "com.globalbooking.cache..",
                  "com.globalbooking.eventsources..",
                  "com.globalbooking.forwarding..",
                  "com.globalbooking.pms.control..",
                  "com.globalbooking.secrets..",
                  "com.globalbooking.store..")
              .and()
              .doNotHaveSimpleName("Wiring")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(SDK)
              .because("the SDK is behind ports"),
          noClasses()
              .that()
              .resideInAPackage("com.globalbooking.httpapi..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage("com.globalbooking.store..", "io.quarkus..", "jakarta..")
              .because("the API is plain Java on trees of JSON"),
          noClasses()
              .that()
              .doNotHaveSimpleName("Wiring")
              .should()
              .callMethod(Clock.class, "systemUTC")
              .orShould()
              .callMethod(Clock.class, "systemDefaultZone")
              .orShould()
              .callMethod(RandomGenerator.class, "getDefault")
              .because("time and randomness are handed in"),
          fields()
              .that()
              .areStatic()
              .should()
              .beFinal()
              .because("a function has no state of its own between requests"),
          codeUnits().should(catchOnlyWhatTheyName()));

  /** Checks the classes of {@code functionPackage} and of everything of ours that it is made of. */
  public static void check(String functionPackage) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                functionPackage,
                "com.globalbooking.cache",
                "com.globalbooking.audit",
                "com.globalbooking.contract",
                "com.globalbooking.domain",
                "com.globalbooking.events",
                "com.globalbooking.eventsources",
                "com.globalbooking.forwarding",
                "com.globalbooking.httpapi",
                "com.globalbooking.metrics",
                "com.globalbooking.pms",
                "com.globalbooking.secrets",
                "com.globalbooking.store")
            .that(
                DescribedPredicate.describe(
                    "are no fakes or contracts",
                    c -> !c.getPackageName().matches(".*\\.domain\\.(fake|contract)")));
    // Other modules are on the class path as they are in the function.
    assertThat(classes.contain("com.globalbooking.contract.Function")).isTrue();
    assertThat(classes.stream().anyMatch(c -> c.getSimpleName().equals("Wiring"))).isTrue();
    RULES.forEach(rule -> rule.allowEmptyShould(true).check(classes));
  }

  private static ArchCondition<JavaCodeUnit> catchOnlyWhatTheyName() {
    return new ArchCondition<>("catch no Exception, RuntimeException or Throwable") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        boolean mayCatch =
            MAY_CATCH_ANYTHING.contains(unit.getOwner().getFullName())
                || MAY_CATCH_ANYTHING.contains(unit.getOwner().getSimpleName());
        // The compiler's own work for try-with-resources: it closes, and throws on.
        boolean closes =
            unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getName().equals("addSuppressed"));
        for (TryCatchBlock block : unit.getTryCatchBlocks()) {
          boolean anything =
              block.getCaughtThrowables().stream()
                  .anyMatch(
                      caught ->
                          caught.isEquivalentTo(Exception.class)
                              || caught.isEquivalentTo(RuntimeException.class)
                              || (caught.isEquivalentTo(Throwable.class) && !closes));
          if (anything && !mayCatch) {
            events.add(
                SimpleConditionEvent.violated(
                    unit, unit.getFullName() + " catches anything: name what it expects"));
          }
        }
      }
    };
  }

  private FunctionRules() {}
}
