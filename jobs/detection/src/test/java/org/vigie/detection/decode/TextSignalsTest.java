package org.vigie.detection.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.Samples;
import org.vigie.detection.legal.LegalBases;
import org.vigie.event.Message;
import org.vigie.rules.lexicon.Lexicon;

final class TextSignalsTest {
  private static final long NOW = 1_741_000_000_000L;
  private static final String TEXT = "how old are you? keep it between us";

  @Test
  void readsTextsOnlyWhereItIsAskedTo() {
    TextSignals texts = new TextSignals(LexiconChoice.parse("c1 en; c2 fr"));

    assertThat(texts.with("c1", TEXT, List.of(), code -> true))
        .containsExactly(hint(SignalCode.AGE_PROBE), hint(SignalCode.SECRECY));
    assertThat(texts.with("c2", TEXT, List.of(), code -> true)).isEmpty();
    assertThat(texts.with("c3", TEXT, List.of(), code -> true)).isEmpty();
    assertThat(texts.with("c1", null, List.of(), code -> true)).isEmpty();
    assertThat(new TextSignals(LexiconChoice.NONE).with("c1", TEXT, List.of(), code -> true))
        .isEmpty();
  }

  @Test
  void readsTextsOfEveryCommunityWithoutItsOwnChoice() {
    TextSignals texts = new TextSignals(LexiconChoice.parse("* en, fr; c2 fr"));

    assertThat(texts.with("c9", "ça reste entre nous", List.of(), code -> true)).hasSize(1);
    assertThat(texts.with("c9", TEXT, List.of(), code -> true)).hasSize(2);
    assertThat(texts.with("c2", TEXT, List.of(), code -> true)).isEmpty();
  }

  @Test
  void leavesWhatAClassifierJudgedAsItIs() {
    TextSignals texts = new TextSignals(LexiconChoice.parse("* en"));
    Signal judged = new Signal(SignalCode.SECRECY, 0.1, Unknown.INT, Unknown.INT);

    assertThat(texts.with("c1", TEXT, List.of(judged), code -> true))
        .containsExactly(judged, hint(SignalCode.AGE_PROBE));
  }

  @Test
  void decodesATextAsTheSignalsThatItHintsAtAndNothingElse() {
    LexiconChoice choice = LexiconChoice.parse("c1 en");

    assertThat(decoded(choice, "* * = consent", TEXT).signals())
        .containsExactly(hint(SignalCode.AGE_PROBE), hint(SignalCode.SECRECY));
    assertThat(decoded(choice, "* AGE_PROBE = consent", TEXT).signals())
        .containsExactly(hint(SignalCode.AGE_PROBE));
    assertThat(decoded(LexiconChoice.NONE, "* * = consent", TEXT))
        .isEqualTo(decoded(choice, "* * = consent", null));
  }

  @Test
  void isChosenByAnOptionThatTheJobAndAReplayShare() {
    Configuration config = new Configuration();
    assertThat(DetectionSettings.from(config).decode().lexicons()).isEqualTo(LexiconChoice.NONE);
    config.set(TextOptions.LEXICONS, "c1 en,fr");

    assertThat(DetectionSettings.from(config).decode().lexicons().of("c1"))
        .extracting(Lexicon::language)
        .containsExactly("en", "fr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "c1", "c1 de", "c1 en,en", "c1 en; c1 fr", "c1 en;", "c1 ,"})
  void refusesWhatIsNoChoice(String written) {
    assertThatThrownBy(() -> LexiconChoice.parse(written))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static org.vigie.core.event.Message decoded(
      LexiconChoice choice, String bases, @Nullable String text) {
    Message message =
        Message.newBuilder(Samples.message("m1", "a1", "b1", NOW)).setText(text).build();
    return new CoreEvents(LegalBases.parse(bases), new TextSignals(choice)).message(message);
  }

  private static Signal hint(SignalCode code) {
    return new Signal(code, 0.6, Unknown.INT, Unknown.INT);
  }
}
