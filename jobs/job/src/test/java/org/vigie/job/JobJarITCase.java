package org.vigie.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the jar that was built. */
final class JobJarITCase {
  private static final Path JAR = Path.of("target", "vigie-job.jar");
  private static final Pattern PART = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom.properties");
  private static final Pattern SERVICE = Pattern.compile("META-INF/services/[^/]+");

  @Test
  void holdsNothingOfFlinkButTheConnectorAndNothingTwice() throws IOException {
    JarContents jar = JarContents.of(JAR);

    assertThat(jar.violations()).isEmpty();
    assertThat(jar.names())
        .contains(
            "org/vigie/job/VigieJob.class",
            "org/apache/flink/connector/kafka/source/KafkaSource.class",
            "org/apache/kafka/clients/producer/KafkaProducer.class",
            "org/vigie/schemas/published/versions.lock");
  }

  @Test
  void noticesWhatDoesNotBelongIntoIt(@TempDir Path folder) throws IOException {
    Path planted = folder.resolve("planted.jar");
    try (OutputStream file = Files.newOutputStream(planted);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String name :
          List.of(
              "org/apache/flink/runtime/X.class",
              "org/slf4j/Logger.class",
              "META-INF/versions/11/org/apache/logging/log4j/X.class",
              "META-INF/A.SF",
              "META-INF/versions/9/module-info.class",
              "org/vigie/Fine.class")) {
        zip.putNextEntry(new ZipEntry(name));
      }
    }

    assertThat(JarContents.of(planted).violations())
        .hasSize(5)
        .noneMatch(violation -> violation.contains("Fine"));
  }

  @Test
  void namesItsMainClassAndThatItHoldsClassesForSeveralVersionsOfJava() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Manifest manifest = jar.getManifest();
      String main = manifest.getMainAttributes().getValue("Main-Class");

      assertThat(main).isEqualTo("org.vigie.job.VigieJob");
      assertThat(jar.isMultiRelease()).isTrue();
      assertThat(jar.stream().map(ZipEntry::getName))
          .anyMatch(name -> name.startsWith("META-INF/versions/"));
    }
    URL[] jar = {JAR.toUri().toURL()};
    ClassLoader flinkAlone = getClass().getClassLoader();
    try (URLClassLoader loader = new URLClassLoader(jar, flinkAlone)) {
      Class<?> main = loader.loadClass("org.vigie.job.VigieJob");
      assertThat(Modifier.isPublic(main.getMethod("main", String[].class).getModifiers())).isTrue();
    }
  }

  @Test
  void saysOfEachPartUnderWhichLicenceItComes() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
      assertThat(text(jar, "META-INF/NOTICE")).contains("Vigie", "Apache Flink", "Apache Avro");
      String parts = text(jar, "META-INF/THIRD-PARTY.md");
      for (String artifact : parts(jar)) {
        assertThat(parts).contains("| " + artifact + " |");
      }
    }
  }

  @Test
  void servesOnlyClassesThatItHolds() throws IOException {
    JarContents contents = JarContents.of(JAR);
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (String name : contents.names()) {
        if (SERVICE.matcher(name).matches()) {
          text(jar, name)
              .lines()
              .map(line -> line.replaceAll("#.*", "").strip())
              .filter(line -> !line.isEmpty())
              .forEach(
                  line ->
                      assertThat(contents.names())
                          .as(name)
                          .contains(line.replace('.', '/') + ".class"));
        }
      }
    }
  }

  private static Set<String> parts(JarFile jar) throws IOException {
    Set<String> parts = new TreeSet<>();
    for (ZipEntry entry : jar.stream().toList()) {
      Matcher part = PART.matcher(entry.getName());
      if (part.matches()) {
        Properties properties = new Properties();
        try (InputStream in = jar.getInputStream(entry)) {
          properties.load(in);
        }
        String group = properties.getProperty("groupId");
        if (!group.equals("org.vigie")) {
          parts.add(group + ":" + properties.getProperty("artifactId"));
        }
      }
    }
    assertThat(parts).hasSizeGreaterThan(5);
    return parts;
  }

  private static String text(JarFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    assertThat(entry).as(name).isNotNull();
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
