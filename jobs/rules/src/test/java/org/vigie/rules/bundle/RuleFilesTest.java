package org.vigie.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.rules.diagnostic.Diagnostics;

class RuleFilesTest {
  private static final String PROFILE = "vigie/config/profiles/open-chat.yaml";

  @TempDir Path folder;

  @Test
  void areReadFromAJarNamedInFull() throws IOException {
    assertReads("jar:" + jar().toUri());
  }

  /** As Flink's application mode puts it on the class path. */
  @Test
  void areReadFromAJarNamedFromTheWorkingDirectory() throws IOException {
    Path fromHere = Path.of("").toAbsolutePath().relativize(jar());

    assertReads("jar:file:" + fromHere.toString().replace(" ", "%20"));
  }

  private static void assertReads(String jar) throws IOException {
    Diagnostics diagnostics = new Diagnostics();

    RuleFiles files = RuleFiles.shipped(URI.create(jar + "!/" + PROFILE), diagnostics);

    assertThat(diagnostics.hasErrors()).isFalse();
    assertThat(files.of(FileRole.PROFILE)).extracting(one -> one.text()).containsExactly("a: 1\n");
  }

  private Path jar() throws IOException {
    Path jar = Files.createDirectories(folder.resolve("with blank")).resolve("job.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("vigie/config/profiles/"));
      out.putNextEntry(new ZipEntry(PROFILE));
      out.write("a: 1\n".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }
}
