package org.vigie.rules.schema;

import static org.vigie.rules.schema.Shape.Field.must;

import java.util.List;
import org.vigie.rules.schema.Shape.Choice;
import org.vigie.rules.schema.Shape.Decimal;
import org.vigie.rules.schema.Shape.Named;
import org.vigie.rules.schema.Shape.Several;
import org.vigie.rules.schema.Shape.Struct;
import org.vigie.rules.schema.Shape.Text;

/** What a file of indicator phrases may hold. */
final class LexiconShape {
  /** A phrase is a hint: below the score that needs no second hit. */
  private static final double SCORE_MAX = 0.79;

  private static final double SCORE_MIN = 0.5;

  /**
   * Codes that neutral words hint at. The others need a classifier: their words are abusive, or say
   * everything and nothing.
   */
  private static final List<String> CODES =
      List.of(
          "AGE_PROBE",
          "LOCATION_PROBE",
          "GUARDIAN_PROBE",
          "SECRECY",
          "ISOLATION",
          "PLATFORM_MOVE",
          "CONTACT_EXCHANGE",
          "COME_ALONE");

  private LexiconShape() {}

  static Struct lexicon() {
    return Struct.of(
        must("language", new Choice(List.of("en", "fr")), "of its phrases, and of its folder"),
        must("score", new Decimal(SCORE_MIN, SCORE_MAX), "of its signals: a hint, no proof"),
        must(
            "codes",
            new Named(new Choice(CODES), new Several(new Text(80), 1, 200), CODES.size()),
            "phrases by code; sexual, violent and threatening codes are left to classifiers"));
  }
}
