package org.vigie.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JobArgumentsTest {
  @Test
  void takesOptionsInEachForm() {
    JobArguments given =
        JobArguments.parse(
            "--config",
            "a.yaml",
            "--vigie.a",
            "1",
            "--vigie.b=2=3",
            "-Dvigie.c=",
            "--vigie.d",
            "-4");

    assertThat(given.config()).contains(Path.of("a.yaml"));
    assertThat(given.options())
        .isEqualTo(Map.of("vigie.a", "1", "vigie.b", "2=3", "vigie.c", "", "vigie.d", "-4"));
    assertThat(given.help()).isFalse();
  }

  @Test
  void namesEveryArgumentThatIsNone() {
    assertThatThrownBy(
            () -> JobArguments.parse("secret-value", "--vigie.a=1", "--vigie.a=2", "--vigie.b"))
        .isInstanceOf(JobRefusedException.class)
        .hasMessage(
            """
            Vigie does not start:
              argument 1 is none; use --NAME VALUE, --config FILE or --help
              --vigie.a is given twice
              --vigie.b lacks its value""");
  }

  @Test
  void asksForHelp() {
    assertThat(JobArguments.parse("--help").help()).isTrue();
    assertThat(JobArguments.USAGE).contains("--config FILE");
  }
}
