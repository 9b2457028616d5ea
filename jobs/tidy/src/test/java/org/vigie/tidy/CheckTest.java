package org.vigie.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every check fails on a planted bad source and passes its nearest good neighbour. */
class CheckTest {
  private static final String MAIN = "jobs/core/src/main/java/org/vigie/core/Probe.java";
  private static final String TEST = "jobs/core/src/test/java/org/vigie/core/ProbeTest.java";

  /** A check, and a bad and a good source for it. */
  record Planted(Check check, String path, String bad, String good) {
    @Override
    public String toString() {
      return check.name();
    }
  }

  static Stream<Planted> planted() {
    return Stream.of(
        new Planted(new FileLengthCheck(), MAIN, lines(401, "//"), lines(400, "//")),
        new Planted(new FileLengthCheck(), TEST, lines(601, "//"), lines(600, "//")),
        new Planted(new MethodLengthCheck(), MAIN, methodOf(61), methodOf(60)),
        new Planted(
            new ParameterCountCheck(),
            MAIN,
            "class A { void b(int c, int d, int e, int f, int g, int h) {} }",
            "class A { void b(int c, int d, int e, int f, int g) {} }"),
        new Planted(new NestingCheck(), MAIN, nested(4), nested(3)),
        new Planted(
            new PublicJavadocCheck(),
            MAIN,
            "public class A {}",
            "/** Says what it does. */ public class A {}"),
        new Planted(
            new TestNameCheck(),
            TEST,
            "class ATest { @Test void testAlerts() {} }",
            "class ATest { @Test void alertsOnTenthMessage() {} }"),
        new Planted(
            new TestNameCheck(),
            TEST,
            "class ATests { @Test void alertsOnTenthMessage() {} }",
            "class AITCase { @Test void alertsOnTenthMessage() {} }"),
        new Planted(
            new RuleKnowledgeCheck(),
            MAIN,
            "class A { boolean a(String rule) { return rule.equals(\"G1\"); } }",
            "class A { boolean a(String rule) { return rule.equals(\"G1 fires\"); } }"),
        new Planted(
            new RuleKnowledgeCheck(),
            MAIN,
            "class A { int a(B b) { if (b.harm() == Harm.AMBUSH) { return 1; } return 2; } }",
            "class A { int a(B b) { if (b.harm() == other) { return 1; } return 2; } }"),
        new Planted(
            new RuleKnowledgeCheck(),
            MAIN,
            "class A { int a(B b) { return switch (b.harm()) { case AMBUSH -> 1; }; } }",
            "class A { int a(B b) { return switch (b.code()) { case AMBUSH -> 1; }; } }"),
        new Planted(
            new LeftoverCheck(), "README.md", "later: TO" + "DO", "today: to do, hacker, Todoist"),
        new Planted(
            new MachinePathCheck(),
            "docs/x.md",
            "run /ho" + "me/ann/run",
            "run ./home/ann, https://a.b/work/c, ${x}/tmp/y"));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void findsThePlantedViolation(Planted planted) {
    List<Violation> found = planted.check.inspect(new SourceFile(planted.path, planted.bad));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).toString()).startsWith(planted.path + ":");
  }

  @ParameterizedTest
  @MethodSource("planted")
  void passesTheGoodNeighbour(Planted planted) {
    assertThat(planted.check.inspect(new SourceFile(planted.path, planted.good))).isEmpty();
  }

  @Test
  void plantsAViolationForEveryCheck() {
    // TypeName and TestHygiene have many words each: their own tests are below.
    assertThat(
            Stream.concat(planted().map(Planted::toString), Stream.of("TypeName", "TestHygiene")))
        .containsAll(Check.all().stream().map(Check::name).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AlertManager",
        "AlertHelper",
        "AlertUtil",
        "AlertUtils",
        "StopImpl",
        "StopBase",
        "BaseStop",
        "AlertData",
        "AlertInfo"
      })
  void findsNamesThatSayNothing(String typeName) {
    assertThat(inspect(new TypeNameCheck(), MAIN, "class A { record " + typeName + "() {} }"))
        .singleElement()
        .extracting(Violation::symbol)
        .isEqualTo(typeName);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Database", "Baseline", "Information", "DataQuality", "Implication"})
  void passesNamesThatOnlyContainSuchAWord(String typeName) {
    assertThat(inspect(new TypeNameCheck(), MAIN, "class " + typeName + " {}")).isEmpty();
  }

  @Test
  void findsPackagesThatSayNothing() {
    assertThat(inspect(new TypeNameCheck(), MAIN, "package org.vigie.util; class A {}")).hasSize(1);
    assertThat(inspect(new TypeNameCheck(), MAIN, "package org.vigie.utility; class A {}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.sl" + "eep(1);",
        "TimeUnit.SECONDS.sl" + "eep(1);",
        "long a = System.cu" + "rrentTimeMillis();",
        "LongSupplier a = System::cu" + "rrentTimeMillis;",
        "var a = Instant.no" + "w();",
        "double a = Math.ra" + "ndom();",
        "var a = new Ra" + "ndom();",
        "ThreadLocalRa" + "ndom.current();",
        "org.mo" + "ckito.Mockito.mock(A.class);",
        "org.ju" + "nit.Assert.fail();"
      })
  void findsTestsOfTheWeather(String statement) {
    String source = "class ATest { void a() { " + statement + " } }";

    assertThat(inspect(new TestHygieneCheck(), TEST, source)).hasSize(1);
    assertThat(inspect(new TestHygieneCheck(), MAIN, source)).isEmpty();
  }

  @Test
  void passesSeededTestsInVirtualTime() {
    String source =
        "import org.junit.jupiter.api.Test; class ATest { void a() { new Random(7);"
            + " Instant.ofEpochMilli(0); nowhere(); } }";

    assertThat(inspect(new TestHygieneCheck(), TEST, source)).isEmpty();
  }

  @Test
  void passesTheComponentsOfARecordAndAChainOfElseIf() {
    String source =
        "record A(int a, int b, int c, int d, int e, int f) {"
            + " A(int a, int b, int c, int d, int e, int f) { this.a = a; }"
            + " int g() { if (a > 1) { return 1; } else if (a > 2) { return 2; }"
            + " else if (a > 3) { return 3; } else if (a > 4) { return 4; } return 5; } }";

    assertThat(inspect(new ParameterCountCheck(), MAIN, source)).isEmpty();
    assertThat(inspect(new NestingCheck(), MAIN, source)).isEmpty();
  }

  @Test
  void measuresMethodsOfAnonymousClassesOnTheirOwn() {
    String outer = "class A { void a() { if (x) { new B() { void b() { %s } }; } } }";

    assertThat(inspect(new NestingCheck(), MAIN, outer.formatted("if (y) { if (z) {} }")))
        .isEmpty();
    assertThat(
            inspect(
                new NestingCheck(),
                MAIN,
                outer.formatted("if (y) { if (z) { for (;;) { do {} while (v); } } }")))
        .singleElement()
        .extracting(Violation::symbol)
        .isEqualTo("A.b(0)");
  }

  private static List<Violation> inspect(Check check, String path, String source) {
    return check.inspect(new SourceFile(path, source));
  }

  private static String lines(int count, String line) {
    return (line + "\n").repeat(count);
  }

  private static String methodOf(int lines) {
    return "class A {\n  @Deprecated\n  void b() {\n" + lines(lines - 2, "c();") + "  }\n}\n";
  }

  private static String nested(int depth) {
    return "class A { void b() { " + "if (c) { ".repeat(depth) + "}".repeat(depth) + " } }";
  }
}
