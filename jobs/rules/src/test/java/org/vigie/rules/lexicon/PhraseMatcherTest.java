package org.vigie.rules.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.rules.bundle.ShippedLexicons;

class PhraseMatcherTest {
  private static final Map<String, Lexicon> SHIPPED = ShippedLexicons.byLanguage();
  private static final PhraseMatcher BOTH = new PhraseMatcher(List.copyOf(SHIPPED.values()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hi! How OLD are you?|AGE_PROBE",
        "ok so what’s your telegram :)|CONTACT_EXCHANGE",
        "whats your telegram|CONTACT_EXCHANGE",
        "please send me your location now|LOCATION_PROBE",
        "are   your\tparents…home|GUARDIAN_PROBE",
        "Ｋｅｅｐ it between us|SECRECY",
        "keep i\u200bt between us|SECRECY",
        "ÇA RESTE ENTRE NOUS|SECRECY",
        "ca reste entre nous|SECRECY",
        "T'as quel age ?|AGE_PROBE",
        "where do you live, how old are you|LOCATION_PROBE,AGE_PROBE"
      })
  void findsAPhraseHoweverItIsWritten(String text, String codes) {
    Set<SignalCode> wanted = EnumSet.noneOf(SignalCode.class);
    for (String code : codes.split(",", -1)) {
      wanted.add(SignalCode.valueOf(code));
    }

    assertThat(codes(text)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?!",
        "how old are",
        "how old are yours",
        "somehow old are you",
        "old how are you",
        "keep it",
        "come, all, alone"
      })
  void findsNothingInOtherWords(String text) {
    assertThat(codes(text)).isEmpty();
  }

  @Test
  void takesAPhraseThatBeginsInsideAnother() {
    Lexicon own =
        new Lexicon(
            "en",
            0.5,
            Map.of(
                SignalCode.SECRECY, List.of("between the two of us"),
                SignalCode.ISOLATION, List.of("two of us alone", "two of")));
    PhraseMatcher matcher = new PhraseMatcher(List.of(own));

    assertThat(matcher.codesIn("between the two of us"))
        .isEqualTo(1 << SignalCode.SECRECY.ordinal() | 1 << SignalCode.ISOLATION.ordinal());
    assertThat(matcher.codesIn("the two of us alone"))
        .isEqualTo(1 << SignalCode.ISOLATION.ordinal());
    assertThat(matcher.score(SignalCode.SEXUAL)).isZero();
  }

  @Test
  void isAHintInEachLanguageThatShipsAndNoProof() {
    assertThat(SHIPPED.keySet()).containsExactly("en", "fr");
    for (Lexicon lexicon : SHIPPED.values()) {
      assertThat(lexicon.score()).isBetween(Signal.BAR, Signal.STRONG - 0.01);
      assertThat(lexicon.codes())
          .contains(SignalCode.SECRECY, SignalCode.AGE_PROBE, SignalCode.GUARDIAN_PROBE)
          .doesNotContain(SignalCode.SEXUAL, SignalCode.IMAGE_REQUEST, SignalCode.THREAT_EXPOSE);
    }
  }

  @Test
  void namesItsModelByLanguageAndContent() {
    Lexicon english =
        new Lexicon("en", 0.6, Map.of(SignalCode.SECRECY, List.of("just between us")));
    Lexicon other = new Lexicon("en", 0.6, Map.of(SignalCode.SECRECY, List.of("only between us")));

    assertThat(english.model()).matches("lexicon/en@[0-9a-f]{8}").isNotEqualTo(other.model());
  }

  private static Set<SignalCode> codes(String text) {
    int found = BOTH.codesIn(text);
    Set<SignalCode> codes = EnumSet.allOf(SignalCode.class);
    codes.removeIf(code -> (found & 1 << code.ordinal()) == 0);
    return codes;
  }
}
