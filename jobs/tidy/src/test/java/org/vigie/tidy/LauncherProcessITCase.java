package org.vigie.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a checkout with a Maven and a Java that only say what they were told. */
class LauncherProcessITCase {
  private static final Path ROOT = SourceTree.rootAbove(Path.of(""));
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "cp",
          "dirname",
          "env",
          "find",
          "flock",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch");
  private static final String FAKE_MAVEN =
      """
      echo built >> builds
      mkdir -p schemas/target jobs/core/target jobs/cli/target/launcher
      touch schemas/target/vigie-a.jar jobs/core/target/vigie-b.jar jobs/cli/target/vigie-c.jar
      touch library-1.jar library-2.jar
      printf '%s' "$PWD/library-1.jar:$PWD/library-2.jar" > jobs/cli/target/launcher/libraries
      """;

  @TempDir private Path directory;
  private Path checkout = ROOT;
  private Path bin = ROOT;
  private Path javaHome = ROOT;

  /** What the launcher left. */
  record Ended(int code, String out, String err) {}

  @BeforeEach
  void createCheckout() throws IOException {
    checkout = Files.createDirectories(directory.resolve("a check out"));
    Files.copy(ROOT.resolve("vigie"), checkout.resolve("vigie"));
    makeExecutable(checkout.resolve("vigie"));
    write(checkout.resolve("pom.xml"), "");
    for (String module : List.of("schemas", "jobs/core", "jobs/cli", "jobs/tidy")) {
      write(checkout.resolve(module).resolve("pom.xml"), "");
      write(checkout.resolve(module).resolve("src/main/A.java"), "");
    }
    bin = Files.createDirectories(directory.resolve("bin"));
    for (String tool : TOOLS) {
      linkTool(tool);
    }
    writeScript(bin.resolve("mvn"), FAKE_MAVEN);
    javaHome = directory.resolve("a jdk");
    writeJava("17.0.1");
  }

  @Test
  void passesArgumentsAndExitCodeThrough() throws IOException, InterruptedException {
    Ended ended = run(checkout.resolve("vigie"), "replay", "a file", "--json");

    assertThat(ended.code).isEqualTo(42);
    assertThat(ended.out)
        .contains("<org.vigie.cli.Vigie><replay><a file><--json>")
        .contains("jobs/cli/target/launcher/jars/vigie-a.jar:")
        .contains("library-1.jar:", "library-2.jar>")
        .contains("<--add-opens=java.base/java.util=ALL-UNNAMED>");
    assertThat(ended.err).contains("vigie: first use: building", "vigie: built in ");
  }

  @Test
  void buildsOnFirstUseOnly() throws IOException, InterruptedException {
    run(checkout.resolve("vigie"));
    Ended second = run(checkout.resolve("vigie"));

    assertThat(second.err).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenASourceIsNewerOrALibraryIsGone() throws IOException, InterruptedException {
    run(checkout.resolve("vigie"));
    age(checkout.resolve("jobs/cli/target/launcher/stamp"));
    assertThat(run(checkout.resolve("vigie")).err).contains("sources have changed");
    Files.delete(checkout.resolve("library-2.jar"));
    run(checkout.resolve("vigie"));

    assertThat(builds()).isEqualTo(3);
  }

  @Test
  void ignoresModulesThatTheCommandLineDoesNotUse() throws IOException, InterruptedException {
    run(checkout.resolve("vigie"));
    Path stamp = checkout.resolve("jobs/cli/target/launcher/stamp");
    FileTime later = FileTime.fromMillis(Files.getLastModifiedTime(stamp).toMillis() + 5000);
    Files.setLastModifiedTime(checkout.resolve("jobs/tidy/src/main/A.java"), later);
    run(checkout.resolve("vigie"));

    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void runsThroughLinksFromAnyDirectory() throws IOException, InterruptedException {
    Path first = Files.createSymbolicLink(directory.resolve("first"), checkout.resolve("vigie"));
    Path folder = Files.createDirectories(directory.resolve("a folder"));
    Files.createSymbolicLink(folder.resolve("second"), Path.of("..", first.toFile().getName()));

    assertThat(run(folder.resolve("second")).code).isEqualTo(42);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void saysWhatToInstallWithoutJavaOrMaven() throws IOException, InterruptedException {
    Files.delete(bin.resolve("mvn"));
    Ended noMaven = run(checkout.resolve("vigie"));
    writeJava("11.0.2");
    Ended noJava = run(checkout.resolve("vigie"));

    assertThat(noMaven.code).isEqualTo(3);
    assertThat(noMaven.err).contains("found no mvn", "remedy: install it", "apt install maven");
    assertThat(noJava.code).isEqualTo(3);
    assertThat(noJava.err).contains("needs a JDK from 17", "set JAVA_HOME");
    assertThat(noJava.out).isEmpty();
  }

  @Test
  void namesTheErrorsOfABuildThatFails() throws IOException, InterruptedException {
    writeScript(bin.resolve("mvn"), "echo '[ERROR] A.java: no such thing'; exit 1");
    Ended ended = run(checkout.resolve("vigie"));

    assertThat(ended.code).isEqualTo(3);
    assertThat(ended.err)
        .contains("[ERROR] A.java: no such thing", "the build failed", "build.log", "remedy: ");
    writeScript(bin.resolve("mvn"), FAKE_MAVEN);
    assertThat(run(checkout.resolve("vigie")).code).isEqualTo(42);
  }

  private Ended run(Path launcher, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path err = directory.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().remove("VIGIE_JAVA_OPTS");
    Process process = builder.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }

  private int builds() throws IOException {
    return Files.readAllLines(checkout.resolve("builds")).size();
  }

  private void writeJava(String version) throws IOException {
    write(javaHome.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    writeScript(javaHome.resolve("bin/javac"), "exit 0");
    writeScript(javaHome.resolve("bin/java"), "printf '<%s>' \"$@\"\nexit 42");
  }

  private void linkTool(String tool) throws IOException {
    for (String folder : List.of("/usr/bin", "/bin")) {
      Path real = Path.of(folder, tool);
      if (Files.exists(real) && !Files.exists(bin.resolve(tool))) {
        Files.createSymbolicLink(bin.resolve(tool), real);
      }
    }
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
  }

  private static void writeScript(Path file, String body) throws IOException {
    write(file, "#!/usr/bin/env bash\n" + body + "\n");
    makeExecutable(file);
  }

  private static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
