package org.vigie.core.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.vigie.core.judge.Verdict;
import org.vigie.core.judge.Verdict.Clause;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Texts.Bilingual;

/** Puts a verdict's numbers into the places of a rule's explanation. */
public final class Explanations {
  private static final int DIGITS = 3;

  private Explanations() {}

  /** The explanation of a finding in both languages. */
  public static Bilingual fill(Bilingual template, Verdict verdict) {
    return new Bilingual(
        fill(template.en(), verdict, '.', "unknown"),
        fill(template.fr(), verdict, ',', "non connu"));
  }

  private static String fill(String template, Verdict verdict, char point, String unknown) {
    String text = template;
    for (Clause clause : verdict.clauses()) {
      text =
          text.replace("{" + clause.name() + "}", number(clause.observed(), point, unknown))
              .replace(
                  "{" + clause.name() + ".threshold}", number(clause.threshold(), point, unknown));
    }
    return text;
  }

  /** A fixed-point number with at most three digits after the first that counts. */
  static String number(long fixed, char point, String unknown) {
    if (fixed == Fixed.UNKNOWN) {
      return unknown;
    }
    BigDecimal value = new BigDecimal(Fixed.toDouble(fixed));
    int scale = Math.max(2, DIGITS - value.precision() + value.scale());
    BigDecimal rounded =
        value.setScale(Math.min(scale, 6), RoundingMode.HALF_UP).stripTrailingZeros();
    String plain = rounded.signum() == 0 ? "0" : rounded.toPlainString();
    return point == '.' ? plain : plain.replace('.', point);
  }
}
