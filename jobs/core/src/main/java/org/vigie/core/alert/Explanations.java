package org.vigie.core.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.vigie.core.event.SignalCode;
import org.vigie.core.judge.Verdict;
import org.vigie.core.judge.Verdict.Clause;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Texts.Bilingual;

/** Puts a verdict's numbers, and the code that it is about, into a rule's explanation. */
public final class Explanations {
  private static final int DIGITS = 3;
  private static final int SCALE_MAX = 6;
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
  private static final String CODE = "{code}";
  private static final Bilingual NOT_LISTED = new Bilingual("unknown", "non connu");
  private static final String OBSERVED_END = "}";
  private static final String THRESHOLD_END = ".threshold}";

  /** Below it a number times a million is still a long. */
  private static final long EXACT_MAX = 1L << 40;

  private Explanations() {}

  /** The explanation of a finding in both languages. */
  public static Bilingual fill(Bilingual template, Verdict verdict) {
    return new Bilingual(
        fill(template.en(), verdict, '.', "unknown"),
        fill(template.fr(), verdict, ',', "non connu"));
  }

  /**
   * Names the code that a rule fired for which is judged for each of several.
   *
   * @param evidence of the finding: it names that code and no other of them
   */
  static Bilingual naming(Set<SignalCode> codes, List<Evidence> evidence, Bilingual text) {
    Bilingual words =
        codes.stream()
            .filter(code -> evidence.stream().anyMatch(one -> one.holds(code)))
            .findFirst()
            .map(CodeWords::of)
            .orElse(NOT_LISTED);
    return new Bilingual(text.en().replace(CODE, words.en()), text.fr().replace(CODE, words.fr()));
  }

  /** The explanation of a finding of a rule, in both languages. */
  public static Bilingual of(Rule rule, Finding finding) {
    Bilingual filled = fill(rule.texts().explanation(), finding.verdict());
    return rule.forEachCode().isEmpty()
        ? filled
        : naming(rule.forEachCode(), finding.evidence(), filled);
  }

  private static String fill(String template, Verdict verdict, char point, String unknown) {
    StringBuilder text = new StringBuilder(template.length() + 32);
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
      for (Clause clause : verdict.clauses()) {
        String end = placeEnd(template, open, clause);
        if (!end.isEmpty()) {
          long value = end.equals(OBSERVED_END) ? clause.observed() : clause.threshold();
          text.append(template, from, open).append(number(value, point, unknown));
          from = open + 1 + clause.name().length() + end.length();
          break;
        }
      }
    }
    return text.append(template, from, template.length()).toString();
  }

  /** What ends the place of a clause that begins here; empty if none does. */
  private static String placeEnd(String template, int open, Clause clause) {
    int nameEnd = open + 1 + clause.name().length();
    if (!template.startsWith(clause.name(), open + 1)) {
      return "";
    }
    if (template.startsWith(OBSERVED_END, nameEnd)) {
      return OBSERVED_END;
    }
    return template.startsWith(THRESHOLD_END, nameEnd) ? THRESHOLD_END : "";
  }

  /** A fixed-point number with at most three digits after the first that counts. */
  static String number(long fixed, char point, String unknown) {
    if (fixed == Fixed.UNKNOWN) {
      return unknown;
    }
    BigDecimal rounded = rounded(fixed).stripTrailingZeros();
    String plain = rounded.signum() == 0 ? "0" : rounded.toPlainString();
    return point == '.' ? plain : plain.replace('.', point);
  }

  private static BigDecimal rounded(long fixed) {
    long size = Math.abs(fixed);
    if (size >= EXACT_MAX) {
      return new BigDecimal(Fixed.toDouble(fixed)).setScale(DIGITS - 1, RoundingMode.HALF_UP);
    }
    int scale = scale(size);
    long scaled = (size * POWERS[scale] + Fixed.ONE / 2) / Fixed.ONE;
    return BigDecimal.valueOf(fixed < 0 ? -scaled : scaled, scale);
  }

  /** Digits after the point: two, and more where a number begins after it. */
  private static int scale(long size) {
    int scale = DIGITS - 1;
    if (size > 0) {
      for (long begun = size; begun < Fixed.ONE && scale < SCALE_MAX; begun *= 10) {
        scale++;
      }
    }
    return scale;
  }
}
