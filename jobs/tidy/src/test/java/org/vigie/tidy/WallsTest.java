package org.vigie.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls stand, and each falls on a planted violation. */
class WallsTest {
  private static final Path ROOT = SourceTree.rootAbove(Path.of(""));
  private static final String CORE = "org.vigie.core";
  private static final String REFERENCE = "org.vigie.reference";
  private static final String RULES = "org.vigie.rules";
  private static final String PLANTED = "org.vigie.tidy.planted";
  private static final String PLANTED_CORE = PLANTED + ".core";
  private static final String PLANTED_REFERENCE = PLANTED + ".reference";

  /** A wall around the planted packages, and what its report must name. */
  record Planted(String name, ArchRule wall, List<String> culprits) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Planted> planted() {
    return Stream.of(
        new Planted("platform in core", Walls.onlyPlainJava(PLANTED_CORE), List.of("PlatformUser")),
        new Planted(
            "thread and random in core",
            Walls.noUnsteadyClasses(PLANTED_CORE),
            List.of("ThreadStarter", "NumberDrawer", "ConcurrentMap")),
        new Planted(
            "clock in core",
            Walls.noUnsteadyMethods(PLANTED_CORE),
            List.of("calledClock", "referencedClock", "calledNow", "calledMathRandom")),
        new Planted("cycle in core", Walls.noCycles(PLANTED_CORE), List.of("Cycle detected")),
        new Planted(
            "platform in rules",
            Walls.onlyCoreYamlAndCel(PLANTED_CORE, PLANTED + ".rules"),
            List.of("PlatformUser")),
        new Planted(
            "engine in reference",
            Walls.onlyEventsAndRulesOf(PLANTED_CORE, PLANTED_REFERENCE),
            List.of("EngineUser")));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void fallsOnThePlantedViolation(Planted planted) {
    JavaClasses classes = new ClassFileImporter().importPackages(PLANTED);
    String report = planted.wall.evaluate(classes).getFailureReport().toString();

    assertThat(report).contains(planted.culprits).doesNotContain("AllowedUser");
  }

  @Test
  void coreIsPlainJavaWithoutClockRandomOrThread() {
    JavaClasses core = classesOf("jobs/core");

    assertThatCode(() -> Walls.onlyPlainJava(CORE).check(core)).doesNotThrowAnyException();
    assertThatCode(() -> Walls.noUnsteadyClasses(CORE).check(core)).doesNotThrowAnyException();
    assertThatCode(() -> Walls.noUnsteadyMethods(CORE).check(core)).doesNotThrowAnyException();
  }

  @Test
  void corePackagesHaveNoCycles() {
    JavaClasses core = classesOf("jobs/core");

    assertThatCode(() -> Walls.noCycles(CORE).allowEmptyShould(true).check(core))
        .doesNotThrowAnyException();
  }

  @Test
  void referenceSharesOnlyEventsAndRulesWithCore() {
    JavaClasses reference = classesOf("jobs/reference");

    assertThatCode(() -> Walls.onlyEventsAndRulesOf(CORE, REFERENCE).check(reference))
        .doesNotThrowAnyException();
    assertThatCode(() -> Walls.noUnsteadyClasses(REFERENCE).check(reference))
        .doesNotThrowAnyException();
    assertThatCode(() -> Walls.noUnsteadyMethods(REFERENCE).check(reference))
        .doesNotThrowAnyException();
  }

  @Test
  void rulesKnowCoreYamlAndCelOnly() {
    JavaClasses rules = classesOf("jobs/rules");

    assertThatCode(() -> Walls.onlyCoreYamlAndCel(CORE, RULES).check(rules))
        .doesNotThrowAnyException();
    assertThatCode(() -> Walls.noCycles(RULES).check(rules)).doesNotThrowAnyException();
  }

  private static JavaClasses classesOf(String module) {
    JavaClasses classes =
        new ClassFileImporter().importPath(ROOT.resolve(module + "/target/classes"));
    assertThat(classes).as("compiled classes of " + module).isNotEmpty();
    return classes;
  }
}
