package org.vigie.simulator.score;

import org.vigie.alert.Severity;

/**
 * What came of a world when it was judged anew, with something changed.
 *
 * @param kind what was varied
 * @param name how
 * @param above found of the cases that show
 * @param all found of all cases, which stay the same people and doings
 * @param wrongMedium wrong alerts at MEDIUM
 * @param wrongHigh wrong alerts at HIGH or CRITICAL
 * @param wokenLookAlikes alerts at MEDIUM or above about look-alikes
 */
public record VariantScore(
    Kind kind,
    String name,
    Share above,
    Share all,
    int wrongMedium,
    int wrongHigh,
    int wokenLookAlikes) {
  /** What was varied. */
  public enum Kind {
    /** Nothing: what the others are held against. */
    AS_IT_IS,

    /** Rules without a guard. */
    WITHOUT_GUARD,

    /** Rules to which a kind of evidence is unknown. */
    WITHOUT_FAMILY,

    /** A share of what is said about ages is replaced by any age. */
    AGE_NOISE
  }

  /** The figures of an evaluation. */
  public static VariantScore of(Kind kind, String name, Evaluation evaluation) {
    int wrongMedium = 0;
    int wrongHigh = 0;
    for (RuleScore total : evaluation.rules()) {
      if (total.rule().isEmpty()) {
        wrongMedium += total.severity() == Severity.MEDIUM ? total.wrong() : 0;
        wrongHigh += total.severity().compareTo(Severity.HIGH) >= 0 ? total.wrong() : 0;
      }
    }
    return new VariantScore(
        kind,
        name,
        evaluation.above(),
        evaluation.all(),
        wrongMedium,
        wrongHigh,
        evaluation.lookAlikes().stream().mapToInt(LookAlikeScore::woken).sum());
  }
}
