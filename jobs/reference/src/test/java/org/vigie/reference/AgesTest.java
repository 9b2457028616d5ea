package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.AgeClaim.Source;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Fixed;
import org.vigie.reference.Story.Letter;

/** Page ¶5-8: what is believed of ages, against the same computed in decimals. */
class AgesTest {
  /** Likelihoods and logarithms are rounded to 2⁻²⁰, so that a posterior can be off a little. */
  private static final Offset<Long> ROUNDING = Offset.offset(40L);

  private static final List<Long> PRIOR = AgeModel.DEFAULT.prior();

  private static Belief belief(Story story, String account) {
    return story.knowledge().ages.own(account, story.now());
  }

  /** The posterior in exact decimals; one list of five likelihoods a statement. */
  private static List<Long> posterior(List<List<String>> likelihoods) {
    List<BigDecimal> weights = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (int band = 0; band < PRIOR.size(); band++) {
      BigDecimal weight = BigDecimal.valueOf(PRIOR.get(band));
      for (List<String> statement : likelihoods) {
        weight = weight.multiply(new BigDecimal(statement.get(band)));
      }
      weights.add(weight);
      sum = sum.add(weight);
    }
    List<Long> posterior = new ArrayList<>();
    for (BigDecimal weight : weights) {
      posterior.add(
          weight
              .multiply(BigDecimal.valueOf(Fixed.ONE))
              .divide(sum, MathContext.DECIMAL64)
              .setScale(0, RoundingMode.HALF_UP)
              .longValueExact());
    }
    return posterior;
  }

  private static void assertBelief(Belief belief, List<List<String>> likelihoods) {
    List<Long> expected = posterior(likelihoods);
    assertThat(belief.sourced()).isTrue();
    for (int band = 0; band < expected.size(); band++) {
      assertThat(belief.bands().get(band)).isCloseTo(expected.get(band), ROUNDING);
    }
  }

  @Test
  void believesThePriorWithoutAnyStatement() {
    Belief unknown = belief(new Story(), "a");

    assertThat(unknown.sourced()).isFalse();
    assertThat(unknown.pMinor()).isEqualTo(AgeModel.DEFAULT.minorShare());
  }

  @Test
  void doubtsADeclarationOfThirty() {
    Belief declared = belief(new Story().age("a", 30, 30, Source.DECLARED), "a");

    // A minor who declares an adult age: 0.32 · 0.64 / 0.80; one of 18-20: 0.02 · 0.64 / 0.84.
    assertBelief(declared, List.of(List.of("0.256", "0.256", "0.256", "0.0152381", "0.98")));
    // 0.2 · 0.256 of 0.0512 + 0.0024381 + 0.6272
    assertThat(Fixed.toDouble(declared.pMinor())).isCloseTo(0.0752, Offset.offset(0.0001));
  }

  @Test
  void believesADeclarationOfFourteen() {
    Belief declared = belief(new Story().age("a", 14, 14, Source.DECLARED), "a");

    // Other minors: 0.02 · 0.09 / 0.97 and / 0.92; adults, who declare a minor's: 0.02 · 0.09 /
    // 0.2.
    assertBelief(declared, List.of(List.of("0.0018557", "0.68", "0.0019565", "0.009", "0.009")));
  }

  @Test
  void coversEveryBandThatAStatementOverlaps() {
    Belief over16 = belief(new Story().age("a", 16, Unknown.INT, Source.OS_SIGNAL), "a");
    Belief under15 = belief(new Story().age("a", Unknown.INT, 15, Source.ESTIMATED), "a");

    // 0.05 · 0.88 / 0.97 and / 0.91
    assertBelief(over16, List.of(List.of("0.0453608", "0.0483516", "0.95", "0.95", "0.95")));
    // 0.2 · 0.12 / 0.92, / 0.84 and / 0.36
    assertBelief(under15, List.of(List.of("0.8", "0.8", "0.0260870", "0.0285714", "0.0666667")));
  }

  @Test
  void combinesSourcesAndKeepsOneStatementOfEach() {
    Story story =
        new Story()
            .age("a", 30, 30, Source.DECLARED)
            .age("a", 20, 22, Source.GUARDIAN)
            .after(HOUR_MS)
            .age("a", 16, 17, Source.GUARDIAN);

    assertBelief(
        belief(story, "a"),
        List.of(
            List.of("0.256", "0.256", "0.256", "0.0152381", "0.98"),
            // 0.03 · 0.08 / 0.97, / 0.91, / 0.84 and / 0.36
            List.of("0.0024742", "0.0026374", "0.97", "0.0028571", "0.0066667")));
  }

  @Test
  void goesByTheDateOfAStatementNotByItsRecording() {
    Story story =
        new Story()
            .age("a", 30, 30, Source.VERIFIED)
            .at(-DAY_MS)
            .recordedAfter(3 * DAY_MS)
            .age("a", 14, 14, Source.VERIFIED)
            .at(3 * DAY_MS);

    // The earlier statement comes later and changes nothing.
    // 0.005 · 0.64 / 0.97, / 0.91, / 0.92 and / 0.84
    assertBelief(
        belief(story, "a"),
        List.of(List.of("0.0032990", "0.0035165", "0.0034783", "0.0038095", "0.995")));
  }

  @Test
  void believesTheLaterInstantAtEqualDates() {
    Story story =
        new Story()
            .id("x2")
            .age("a", 14, 14, Source.VERIFIED)
            .id("x1")
            .age("a", 30, 30, Source.VERIFIED);

    assertThat(Fixed.toDouble(belief(story, "a").pMinor())).isGreaterThan(0.9);
  }

  @Test
  void hearsWhatSendersDiscloseOfThemselves() {
    Story story = new Story().message(new Letter("a", "b").disclosesAge(13, 15));

    // 0.15 · 0.09 / 0.97, / 0.92, / 0.84 and / 0.36
    assertBelief(
        belief(story, "a"),
        List.of(List.of("0.0139175", "0.85", "0.0146739", "0.0160714", "0.0375")));
    assertThat(belief(story, "b").sourced()).isFalse();
  }

  @Test
  void believesTheLastOfSeveralDisclosures() {
    Letter letter = new Letter("a", "b").disclosesAge(30, 40).disclosesAge(13, 15);

    assertThat(belief(new Story().message(letter), "a").pMinor()).isGreaterThan(Fixed.of(0.5));
  }

  @Test
  void ignoresADisclosureWithoutAnAge() {
    Story story = new Story().direct("a", "b", SignalCode.AGE_DISCLOSURE);

    assertThat(belief(story, "a").sourced()).isFalse();
  }

  @Test
  void ignoresAStatementThatSaysNothing() {
    Story story = new Story().age("a", Unknown.INT, Unknown.INT, Source.DECLARED);

    assertThat(belief(story, "a").sourced()).isFalse();
  }

  @Test
  void knowsAnAgeGapFromBothBeliefs() {
    Belief adult = new Belief(true, List.of(0L, 0L, 0L, Fixed.of(0.25), Fixed.of(0.75)));
    Belief minor = new Belief(true, List.of(0L, Fixed.of(0.5), Fixed.of(0.25), Fixed.of(0.25), 0L));

    // 0.75 · 0.75 + ½ · 0.25 · 0.5
    assertThat(adult.ageGap(minor)).isEqualTo(Fixed.of(0.5625 + 0.0625));
    assertThat(minor.ageGap(adult)).isZero();
  }

  @Test
  void knowsNoAgeGapWithoutEvidenceOnEitherSide() {
    Belief adult = belief(new Story().adult("a"), "a");
    Belief unknown = belief(new Story(), "b");

    assertThat(adult.ageGap(unknown)).isZero();
    assertThat(unknown.ageGap(belief(new Story().minor("c"), "c"))).isZero();
  }

  @Test
  void seesAChangeOnlyWhereSomethingElseIsBelieved() {
    Story story =
        new Story()
            .id("first")
            .age("a", 14, 14, Source.VERIFIED)
            .after(HOUR_MS)
            .id("again")
            .age("a", 13, 15, Source.VERIFIED)
            .after(HOUR_MS)
            .id("other")
            .age("a", 13, 16, Source.VERIFIED);
    Ages ages = story.knowledge().ages;

    assertThat(story.log().instants().keySet().stream().map(ages::changedAt))
        .extracting(changed -> changed.own().contains("a"))
        .containsExactly(true, false, true);
  }
}
