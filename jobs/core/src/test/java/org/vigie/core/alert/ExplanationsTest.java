package org.vigie.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.Position;
import org.vigie.core.event.SignalCode;
import org.vigie.core.judge.Verdict;
import org.vigie.core.judge.Verdict.Clause;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.Texts.Bilingual;

/** Numbers in explanations are those of the verdict, in the manner of each language. */
final class ExplanationsTest {
  private static final long SEED = 20_261_130;

  @Test
  void putsEachNumberIntoItsPlaceInBothLanguages() {
    Clause share = new Clause("cold_share", Fixed.of(0.8125), Fixed.of(0.5));
    Clause count = new Clause("cold", Fixed.whole(12), Fixed.whole(5));
    Bilingual template =
        new Bilingual(
            "{cold} cold (bar {cold.threshold}), a share of {cold_share} ({cold_share.threshold})",
            "{cold} sans ami commun ({cold_share})");

    assertThat(Explanations.fill(template, verdict(share, count)))
        .isEqualTo(
            new Bilingual("12 cold (bar 5), a share of 0.813 (0.5)", "12 sans ami commun (0,813)"));
  }

  @Test
  void leavesBracesOfNoClauseAsTheyAre() {
    Clause known = new Clause("cold", Fixed.whole(1), Fixed.whole(2));
    String text = "{ {warm} {cold.bar} {{cold}} {cold";

    assertThat(Explanations.fill(new Bilingual(text, ""), verdict(known)).en())
        .isEqualTo("{ {warm} {cold.bar} {1} {cold");
  }

  @Test
  void saysThatANumberIsNotKnown() {
    Clause unknown = new Clause("age_gap", Fixed.UNKNOWN, Fixed.of(0.6));

    assertThat(Explanations.fill(new Bilingual("{age_gap}", "{age_gap}"), verdict(unknown)))
        .isEqualTo(new Bilingual("unknown", "non connu"));
  }

  @Test
  void namesTheCodeThatTheEvidenceHolds() {
    Set<SignalCode> each = EnumSet.of(SignalCode.SECRECY, SignalCode.PLATFORM_MOVE);
    Bilingual text = new Bilingual("sent {code}", "a adressé {code}");
    int move = 1 << SignalCode.PLATFORM_MOVE.ordinal() | 1 << SignalCode.AGE_PROBE.ordinal();

    assertThat(Explanations.naming(each, List.of(evidence(Evidence.Kind.MESSAGE, move)), text))
        .isEqualTo(
            new Bilingual(
                "sent moving elsewhere (PLATFORM_MOVE)",
                "a adressé changement de plateforme (PLATFORM_MOVE)"));
    // The bits of an interaction are its acts.
    assertThat(Explanations.naming(each, List.of(evidence(Evidence.Kind.INTERACTION, move)), text))
        .isEqualTo(new Bilingual("sent unknown", "a adressé non connu"));
  }

  private static Evidence evidence(Evidence.Kind kind, int codes) {
    return new Evidence("m1", kind, codes, new Position("vigie.messages", 0, 0), 0, 0, List.of());
  }

  /** Half up in decimal: two digits after the point, or three from where a number begins. */
  @Test
  void roundsAsDecimalArithmeticDoes() {
    Random random = new Random(SEED);
    for (int i = 0; i < 100_000; i++) {
      long fixed = random.nextLong() >> random.nextInt(64);
      if (fixed != Fixed.UNKNOWN) {
        assertThat(Explanations.number(fixed, '.', ""))
            .describedAs("%d (seed %d)", fixed, SEED)
            .isEqualTo(byDecimals(fixed));
      }
    }
    assertThat(Explanations.number(0, '.', "")).isEqualTo("0");
    assertThat(Explanations.number(1, '.', "")).isEqualTo("0.000001");
  }

  private static String byDecimals(long fixed) {
    BigDecimal exact = new BigDecimal(Fixed.toDouble(fixed));
    BigDecimal shown =
        exact.abs().compareTo(BigDecimal.ONE) >= 0
            ? exact.setScale(2, RoundingMode.HALF_UP)
            : exact.round(new MathContext(3, RoundingMode.HALF_UP));
    if (shown.scale() > 6) {
      shown = exact.setScale(6, RoundingMode.HALF_UP);
    }
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  private static Verdict verdict(Clause... clauses) {
    return new Verdict(
        Severity.LOW, Severity.LOW, false, 0, Fixed.ONE, List.of(clauses), List.of());
  }
}
