package org.vigie.detection.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.core.event.SignalCode;
import org.vigie.rules.diagnostic.Place;

final class LegalBasesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void allowsEverythingWhereNothingIsDeclared(String written) {
    LegalBases bases = LegalBases.parse(written);

    assertThat(bases).isEqualTo(LegalBases.UNDECLARED);
    for (SignalCode code : SignalCode.values()) {
      assertThat(bases.allows("c1", code)).isTrue();
    }
    assertThat(bases.of("c1", EnumSet.allOf(SignalCode.class))).isEmpty();
  }

  @Test
  void allowsWhatIsDeclaredAndNothingElse() {
    LegalBases bases = LegalBases.parse("c1 SECRECY, FLATTERY = consent, GDPR art. 6(1)(a)");

    for (SignalCode code : SignalCode.values()) {
      boolean declared = code == SignalCode.SECRECY || code == SignalCode.FLATTERY;
      assertThat(bases.allows("c1", code)).as("%s", code).isEqualTo(declared);
      assertThat(bases.allows("c2", code)).isFalse();
    }
  }

  @Test
  void takesACommunitysOwnWordsBeforeThoseForAll() {
    LegalBases bases = LegalBases.parse("* SECRECY = contract; c1 SECRECY = consent");

    assertThat(bases.of("c1", EnumSet.of(SignalCode.SECRECY))).hasValue("consent");
    assertThat(bases.of("c2", EnumSet.of(SignalCode.SECRECY))).hasValue("contract");
  }

  @Test
  void namesEachBasisOnceInTheOrderOfTheCodes() {
    LegalBases bases =
        LegalBases.parse("c1 SECRECY,REFUSAL = b; c1 AGE_PROBE = z; c1 DISTRESS = not asked for");

    assertThat(
            bases.of(
                "c1",
                EnumSet.of(
                    SignalCode.AGE_PROBE,
                    SignalCode.SECRECY,
                    SignalCode.REFUSAL,
                    SignalCode.FLATTERY)))
        .hasValue("z; b");
  }

  @Test
  void takesNoMoreAndNoLongerDeclarationsThanItSays() {
    String words = "x".repeat(LegalBases.BASIS_CHARACTERS_MAX);
    String most =
        IntStream.range(0, LegalBases.DECLARATIONS_MAX)
            .mapToObj(i -> "c" + i + " SECRECY = " + words)
            .collect(Collectors.joining(";"));

    assertThat(LegalBases.parse(most).declared()).hasSize(LegalBases.DECLARATIONS_MAX);
    assertThatThrownBy(() -> LegalBases.parse(most + "; d SECRECY = one more"))
        .hasMessageContaining("1001");
    assertThatThrownBy(() -> LegalBases.parse("c1 SECRECY = x" + words))
        .hasMessageContaining("201");
    assertThat(LegalBases.FORM).contains("1000").contains("200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c1",
        "c1 SECRECY",
        "c1 SECRECY =",
        "c1=consent",
        "= consent",
        "c1 = consent",
        "c1 TELEPATHY = consent",
        "c1 SECRECY = consent;",
        "c1 SECRECY = consent; c1 * = contract"
      })
  void refusesWhatIsNotOfTheForm(String written) {
    assertThatThrownBy(() -> LegalBases.parse(written))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(LegalOptions.AREA.options().get(0).problem(written, Place.NOWHERE)).isPresent();
  }
}
