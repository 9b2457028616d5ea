package org.vigie.tidy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;

/** The walls between modules, for any root package, so that planted ones can be checked too. */
final class Walls {
  /** Parts of the Java library that know the time, draw lots, or do two things at once. */
  private static final String[] UNSTEADY_PACKAGES = {
    "java.util.concurrent..",
    "java.util.logging..",
    "java.lang.reflect..",
    "java.lang.management..",
    "java.net..",
    "java.nio.file..",
    "java.nio.channels..",
    "java.rmi..",
    "java.sql.."
  };

  private static final Set<String> UNSTEADY_CLASSES =
      Set.of(
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.lang.Runtime",
          "java.lang.ProcessBuilder",
          "java.io.File",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.security.SecureRandom",
          "java.time.Clock",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.Timer");

  /** Owner and methods that answer differently at another time or on another machine. */
  private static final Map<String, Set<String>> UNSTEADY_METHODS =
      Map.ofEntries(
          Map.entry(
              "java.lang.System",
              Set.of(
                  "currentTimeMillis",
                  "nanoTime",
                  "getenv",
                  "getProperty",
                  "identityHashCode",
                  "lineSeparator",
                  "load",
                  "loadLibrary",
                  "exit")),
          Map.entry("java.lang.Math", Set.of("random")),
          Map.entry("java.lang.StrictMath", Set.of("random")),
          Map.entry("java.util.UUID", Set.of("randomUUID")),
          Map.entry("java.util.Locale", Set.of("getDefault")),
          Map.entry("java.util.TimeZone", Set.of("getDefault")),
          Map.entry("java.util.Collections", Set.of("shuffle")),
          Map.entry("java.time.ZoneId", Set.of("systemDefault")),
          Map.entry("java.time.Instant", Set.of("now")),
          Map.entry("java.time.LocalDate", Set.of("now")),
          Map.entry("java.time.LocalDateTime", Set.of("now")),
          Map.entry("java.time.LocalTime", Set.of("now")),
          Map.entry("java.time.OffsetDateTime", Set.of("now")),
          Map.entry("java.time.Year", Set.of("now")),
          Map.entry("java.time.ZonedDateTime", Set.of("now")),
          Map.entry("java.util.Date", Set.of("<init>")));

  private Walls() {}

  /** Core is plain Java plus hash4j. */
  static ArchRule onlyPlainJava(String root) {
    return onlyDependsOn(root, "java..", "com.dynatrace.hash4j..", "org.jspecify..", root + "..");
  }

  /** Rules know core, YAML and CEL, and no platform. */
  static ArchRule onlyCoreYamlAndCel(String core, String rules) {
    return onlyDependsOn(
        rules,
        "java..",
        "org.jspecify..",
        "org.snakeyaml.engine..",
        "dev.cel..",
        "com.google.common.collect..", // in signatures of dev.cel
        rules + "..",
        core + "..");
  }

  /** The reference shares with core wire types and parsed rules only. */
  static ArchRule onlyEventsAndRulesOf(String core, String reference) {
    return onlyDependsOn(
        reference,
        "java..",
        "org.jspecify..",
        reference + "..",
        core + ".event..",
        core + ".rule..");
  }

  /** No clock, random, thread, file, network or setting of the machine. */
  static ArchRule noUnsteadyClasses(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(UNSTEADY_PACKAGES).or(isOneOf(UNSTEADY_CLASSES)))
        .because("time is an argument, and the same inputs give the same outputs");
  }

  /** The same for single methods, also as method references. */
  static ArchRule noUnsteadyMethods(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .accessTargetWhere(isUnsteadyMethod())
        .because("time is an argument, and the same inputs give the same outputs");
  }

  /** The sub-packages of a root can be read one after the other. */
  static ArchRule noCycles(String root) {
    return SlicesRuleDefinition.slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  private static ArchRule onlyDependsOn(String root, String... allowed) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat(resideOutsideOfPackages(allowed));
  }

  private static DescribedPredicate<JavaClass> isOneOf(Set<String> names) {
    return DescribedPredicate.describe(
        "is one of " + names, type -> names.contains(type.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> isUnsteadyMethod() {
    return DescribedPredicate.describe(
        "is a clock, a lot or a setting of the machine", access -> isUnsteady(access.getTarget()));
  }

  private static boolean isUnsteady(AccessTarget target) {
    return UNSTEADY_METHODS
        .getOrDefault(target.getOwner().getName(), Set.of())
        .contains(target.getName());
  }
}
