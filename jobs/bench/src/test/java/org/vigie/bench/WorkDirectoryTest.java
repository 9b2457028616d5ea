package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {
  @TempDir Path parent;

  @Test
  void interruptedRunLeavesNothingBehind() throws IOException {
    WorkDirectory work = new WorkDirectory(parent);
    Files.writeString(work.subdirectory("peer").resolve("state"), "bytes");
    work.clearIfOpen();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void failedRunKeepsItsFilesEvenWhenTheProcessEnds() throws IOException {
    WorkDirectory work = new WorkDirectory(parent);
    Files.writeString(work.root().resolve("log"), "why it failed");
    work.close();
    work.clearIfOpen();
    assertThat(work.root().resolve("log")).exists();
  }

  @Test
  void successfulRunLeavesNothingBehind() throws IOException {
    WorkDirectory work = new WorkDirectory(parent);
    work.succeeded();
    work.close();
    assertThat(parent).isEmptyDirectory();
  }
}
