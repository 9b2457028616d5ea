package org.vigie.rules.schema;

import static org.vigie.rules.schema.Shape.Field.may;
import static org.vigie.rules.schema.Shape.Field.must;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.core.rule.AgeBand;
import org.vigie.rules.schema.Shape.Choice;
import org.vigie.rules.schema.Shape.Decimal;
import org.vigie.rules.schema.Shape.Named;
import org.vigie.rules.schema.Shape.Struct;
import org.vigie.rules.schema.Shape.Word;

/** What a file of one profile may hold. */
final class ProfileShape {
  private ProfileShape() {}

  static Struct profile() {
    Decimal chance = new Decimal(0, 1);
    ErrorField error = (name, about) -> must(name, new Decimal(0.000001, 0.999999), about);
    return Struct.of(
        must(
            "id",
            new Word(
                Pattern.compile("[a-z][a-z0-9-]{0,31}"), "small letters and -, such as open-chat"),
            "its name"),
        must("about", Words.SENTENCE, "which communities it is for"),
        must(
            "bands",
            new Named(new Choice(bands()), chance, AgeBand.values().length),
            "share of each age band among all accounts"),
        must(
            "errors",
            Struct.of(
                error.of("older_by_minors", "P(a minor declares an age above their own band)"),
                error.of("otherwise", "P(any other wrong declaration)"),
                error.of("guardian", "of ages that a guardian declared"),
                error.of("os_signal", "of age ranges from the operating system"),
                error.of("estimated", "of facial estimates"),
                error.of("verified", "of verified ages"),
                error.of("disclosed", "of ages said in conversation")),
            "how often age statements are wrong"),
        may(
            "params",
            new Named(Words.RULE_ID, new Named(Words.NAME, new Decimal(-1e9, 1e9), 16), 64),
            "params of rules, by rule id"));
  }

  /** Makes a required field. */
  private interface ErrorField {
    Shape.Field of(String name, String about);
  }

  private static List<String> bands() {
    return Arrays.stream(AgeBand.values()).map(AgeBand::label).toList();
  }
}
