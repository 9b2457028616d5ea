package org.vigie.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;

final class AlertTopicITCase {
  /** A port that only root could listen on, and nothing does. */
  private static final String NOBODY = "127.0.0.1:1";

  @Test
  void endsWithThreeIfNoBrokerAnswers() {
    Typed typed = Typed.in("alerts", "list", "--bootstrap-servers", NOBODY);

    assertThat(typed.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains(NOBODY, "remedy: ").doesNotContain("\tat ");
  }

  @Test
  void endsWithTwoForClientPropertiesThatAreNotThere() {
    Typed typed =
        Typed.in("alerts", "list", "--bootstrap-servers", NOBODY, "--kafka-config", "no-such-file");

    assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(typed.err()).contains("no-such-file");
  }

  @Test
  void talksToTheBrokersAsTheJobsOptionsSay() {
    Typed typed =
        Typed.in(
            "alerts",
            "list",
            "-Dvigie.kafka.bootstrap-servers=" + NOBODY,
            "-Dvigie.kafka.client.security.protocol=NO_SUCH");

    assertThat(typed.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(typed.err()).contains(NOBODY, "security.protocol", "NO_SUCH");
  }

  @Test
  void takesAFileOrBrokersAndNotBoth() {
    Typed typed = Typed.in("alerts", "list", "alerts.jsonl", "--bootstrap-servers", NOBODY);

    assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(typed.err()).contains("a file and brokers were given");
  }
}
