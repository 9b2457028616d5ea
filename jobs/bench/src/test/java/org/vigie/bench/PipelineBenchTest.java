package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipelineBenchTest {
  private static final int WRONG_USE = 2;

  private final PrintStream standardError = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setErr(standardError);
  }

  @Test
  void unknownPeerIsWrongUseAndTheMessageListsThosePresent() {
    assertThat(PipelineBench.run("--peers", "null,nil")).isEqualTo(WRONG_USE);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("no peer \"nil\"")
        .contains("null, null-3hop");
  }

  @Test
  void tooFewAccountsAreWrongUse() {
    assertThat(PipelineBench.run("--accounts", "10")).isEqualTo(WRONG_USE);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("accounts 10 is outside 400..");
  }

  @Test
  void eventsOfAWorldAndDaysOfAnotherStreamAreWrongUse() {
    assertThat(PipelineBench.run("--preset", "world", "--events", "10")).isEqualTo(WRONG_USE);
    assertThat(PipelineBench.run("--days", "10")).isEqualTo(WRONG_USE);
    assertThat(PipelineBench.run("--preset", "world", "--accounts", "10")).isEqualTo(WRONG_USE);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("--events is not for a world")
        .contains("--days is for --preset world alone")
        .contains("accounts 10: 200 to 1000000 are possible");
  }

  @Test
  void noRoundIsWrongUse() {
    assertThat(PipelineBench.run("--rounds", "0")).isEqualTo(WRONG_USE);
  }
}
