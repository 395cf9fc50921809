package com.globalbooking.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.pulumi.resources.ComponentResource;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackageRulesTest {

  private static final String ROOT = "com.globalbooking.stack";

  /** Read once: it takes seconds to follow what the classes refer to. */
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void packagesDoNotDependOnEachOtherInACircle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void componentsDoNotReadConfiguration() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".configuration")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".configuration")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.pulumi.Config")
        .check(PROGRAM);
  }

  @Test
  void namesAndConfigurationCreateNoResources() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".naming", ROOT + ".configuration")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.pulumi.aws..", "com.pulumi.resources..")
        .check(PROGRAM);
  }

  @Test
  void nothingKnowsTheMachineItRunsOn() {
    noClasses()
        .that()
        .areNotAssignableTo(Program.class) // reads what the engine hands over, nothing else
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .because("the difference between a laptop and AWS is configuration of the stack")
        .check(PROGRAM);
  }

  @Test
  void componentsAreFinal() {
    classes()
        .that()
        .areAssignableTo(ComponentResource.class)
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(PROGRAM);
  }
}
