package com.globalbooking.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackageRulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.globalbooking.local");

  @Test
  void noTwoPackagesNeedEachOther() {
    slices().matching("com.globalbooking.local.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theEngineProtocolKnowsNoCloud() {
    noClasses()
        .that()
        .resideInAPackage("..local.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..local.resources..",
            "..local.aws..",
            "..local.functions..",
            "..local.http..",
            "..local.dynamodb..",
            "software.amazon..")
        .check(CLASSES);
  }

  @Test
  void whatRunsFunctionsKnowsNothingOfTheProduct() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..local.engine..",
            "..local.functions..",
            "..local.aws..",
            "..local.http..",
            "..local.messaging..",
            "..local.replication..",
            "..local.sources..",
            "..local.network..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.globalbooking.contract..")
        .because("a function or table of next year needs no change there")
        .check(CLASSES);
  }
}
