package org.vigie.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guards of the root build file refuse planted modules that have it as their parent. */
class BuildGuardsProcessITCase {
  private static final Path ROOT = SourceTree.rootAbove(Path.of(""));

  /** Below the repository, so that the planted module runs with its JVM settings. */
  private Path module = ROOT;

  @BeforeEach
  void createModule(TestInfo test) throws IOException {
    module =
        ROOT.resolve("jobs/tidy/target/planted")
            .resolve(
                test.getTestMethod().orElseThrow().getName() + test.getDisplayName().hashCode());
    Files.createDirectories(module);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          core, core is plain Java
          reference, the reference is plain Java
          rules, rules reads files and knows core
          simulator, the simulator shares the contract with the engine and nothing else""")
  void refusesAPlatformBehindAWall(String walled, String why)
      throws IOException, InterruptedException {
    String pom = Files.readString(ROOT.resolve("jobs/" + walled + "/pom.xml"));
    writePom(
        pom.replaceFirst(
            "<dependencies>",
            "<dependencies>" + dependency("org.apache.flink", "flink-core-api", "2.3.0")));

    assertThat(failureOf("validate"))
        .contains(why, "org.apache.flink:flink-core-api:jar:2.3.0 <--- banned");
  }

  @Test
  void refusesASecondLoggingSystemAndAKafkaClientOutOfRange()
      throws IOException, InterruptedException {
    writeModule(
        dependency("commons-logging", "commons-logging", "1.2")
            + "<dependency><groupId>org.apache.kafka</groupId>"
            + "<artifactId>kafka-clients</artifactId></dependency>");

    assertThat(failureOf("validate", "-Dkafka.clients.range=[4.1,4.2)"))
        .contains(
            "commons-logging:commons-logging:jar:1.2 <--- banned",
            "org.apache.kafka:kafka-clients:jar:4.2.2 <--- banned");
  }

  @Test
  void refusesTwoVersionsOfOneLibrary() throws IOException, InterruptedException {
    String annotations = "com.google.errorprone:error_prone_annotations:jar:";
    String managed =
        "<dependency><groupId>dev.cel</groupId><artifactId>compiler</artifactId></dependency>";
    writeModule(managed + dependency("com.google.errorprone", "error_prone_annotations", "2.42.0"));

    assertThat(failureOf("validate"))
        .contains("DependencyConvergence", "Dependency convergence error for " + annotations)
        .contains("-" + annotations + "2.42.0:compile");
  }

  @Test
  void refusesWhatLintWarnsOf() throws IOException, InterruptedException {
    assumeCheckedCompile();
    writeModule("");
    writeClass("static void lint(java.util.List raw) {}");

    assertThat(failureOf("compile")).contains("found raw type", "-Werror");
  }

  @Test
  void refusesWhatErrorProneAndNullAwayFind() throws IOException, InterruptedException {
    assumeCheckedCompile();
    writeModule("");
    writeClass(
        "static int a(@org.jspecify.annotations.Nullable String b) { new Exception(); return b.length(); }");

    assertThat(failureOf("compile")).contains("[NullAway]", "[DeadException]");
  }

  @Test
  void refusesUnformattedCode() throws IOException, InterruptedException {
    writeModule("");
    writeClass("   static    int a() {return 1;}");

    assertThat(failureOf("spotless:check")).contains("format violations", "Planted.java");
  }

  /** The compiler's checks are on for the level that we build for. */
  private static void assumeCheckedCompile() {
    assumeTrue(Runtime.version().feature() == 17, "the compiler's checks run on Java 17 only");
  }

  private void writeClass(String member) throws IOException {
    Path folder = Files.createDirectories(module.resolve("src/main/java/org/vigie/planted"));
    Files.writeString(
        folder.resolve("Planted.java"),
        "package org.vigie.planted;\n\nfinal class Planted {\n  " + member + "\n}\n");
  }

  private void writeModule(String dependencies) throws IOException {
    writePom(
        "<project><modelVersion>4.0.0</modelVersion><parent><groupId>org.vigie</groupId>"
            + "<artifactId>vigie</artifactId><version>0.1.0-SNAPSHOT</version>"
            + "<relativePath>../../pom.xml</relativePath></parent>"
            + "<artifactId>vigie-planted</artifactId><dependencies>"
            + dependencies
            + "</dependencies></project>");
  }

  private void writePom(String pom) throws IOException {
    String parent = module.relativize(ROOT.resolve("pom.xml")).toString();
    Files.writeString(
        module.resolve("pom.xml"),
        pom.replaceFirst(
            "<relativePath>.*</relativePath>", "<relativePath>" + parent + "</relativePath>"));
  }

  private static String dependency(String group, String artifact, String version) {
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
        .formatted(group, artifact, version);
  }

  /** Runs Maven over the planted module and returns what it printed. */
  private String failureOf(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("vigie.maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp"));
    command.add("-Dmaven.repo.local=" + System.getProperty("vigie.maven.repository"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(module.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process maven = builder.redirectErrorStream(true).start();
    String output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(maven.waitFor()).as(output).isEqualTo(1);
    return output;
  }
}
