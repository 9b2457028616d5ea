package org.vigie.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final String SENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-f0f067aa0ba902b7-01";

  @Test
  void isWrittenAsItWasRead() {
    Trace trace = Trace.parse(SENT);

    assertThat(trace.isKnown()).isTrue();
    assertThat(trace)
        .isEqualTo(new Trace(0x4bf92f3577b34da6L, 0xa3ce929d0e0e4736L, 0xf0f067aa0ba902b7L, 1));
    assertThat(trace.traceparent()).isEqualTo(SENT);
  }

  @Test
  void keepsEveryFlag() {
    String sent = SENT.substring(0, SENT.length() - 2) + "ff";
    assertThat(Trace.parse(sent).traceparent()).isEqualTo(sent);
  }

  @Test
  void isReadFromLaterVersionsAsFarAsItIsKnown() {
    String later = "cc" + SENT.substring(2) + "-what-the-future-will-be-like";
    assertThat(Trace.parse(later).traceparent()).isEqualTo(SENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-f0f067aa0ba902b7-0",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-f0f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-f0f067aa0ba902b7-01x",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-f0f067aa0ba902b7-01x",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-f0f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-f0f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473g-f0f067aa0ba902b7-01",
        "00_4bf92f3577b34da6a3ce929d0e0e4736_f0f067aa0ba902b7_01",
        "00-00000000000000000000000000000000-f0f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
      })
  void isUnknownWhereItIsBroken(String broken) {
    assertThat(Trace.parse(broken)).isEqualTo(Trace.NONE);
    assertThat(Trace.NONE.isKnown()).isFalse();
  }
}
