package org.vigie.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The simulator speaks the contract and knows nothing of the engine, the clock or unseeded chance.
 */
final class SimulatorWallTest {
  private static final JavaClasses SIMULATOR =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.vigie.simulator");

  private static final ArchRule CONTRACT_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..",
              "org.jspecify..",
              "org.apache.avro..",
              "com.fasterxml.jackson..",
              "org.vigie.event..",
              "org.vigie.alert..",
              "org.vigie.schemas..",
              "org.vigie.simulator..");

  private static final ArchRule SEEDED_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.<JavaClass>describe(
                  "draw without a seed or read the clock",
                  type ->
                      type.getName().startsWith("java.")
                          && (type.getSimpleName().endsWith("Random")
                              || type.getSimpleName().equals("Clock"))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Math.class, "random");

  /** Breaks the second wall, so that it is seen to hold. */
  static final class PlantedLottery {
    long draw() {
      return new Random(1).nextLong();
    }
  }

  @Test
  void dependsOnTheContractOnly() {
    assertThatCode(() -> CONTRACT_ONLY.check(SIMULATOR)).doesNotThrowAnyException();
  }

  @Test
  void drawsFromTheSeedOnly() {
    assertThatCode(() -> SEEDED_ONLY.check(SIMULATOR)).doesNotThrowAnyException();
  }

  @Test
  void noticesPlantedViolations() {
    JavaClasses planted = new ClassFileImporter().importClasses(PlantedLottery.class, getClass());

    assertThatThrownBy(() -> SEEDED_ONLY.check(planted)).hasMessageContaining("PlantedLottery");
    assertThatThrownBy(() -> CONTRACT_ONLY.check(planted)).hasMessageContaining("archunit");
  }
}
