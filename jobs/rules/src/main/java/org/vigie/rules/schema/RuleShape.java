package org.vigie.rules.schema;

import static org.vigie.rules.schema.Shape.Field.may;
import static org.vigie.rules.schema.Shape.Field.must;

import java.util.List;
import java.util.regex.Pattern;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.SubjectRole;
import org.vigie.rules.schema.Shape.Choice;
import org.vigie.rules.schema.Shape.Condition;
import org.vigie.rules.schema.Shape.Decimal;
import org.vigie.rules.schema.Shape.Flag;
import org.vigie.rules.schema.Shape.Named;
import org.vigie.rules.schema.Shape.Several;
import org.vigie.rules.schema.Shape.Span;
import org.vigie.rules.schema.Shape.Struct;
import org.vigie.rules.schema.Shape.Whole;
import org.vigie.rules.schema.Shape.Word;

/** What a file of one rule may hold. */
final class RuleShape {
  private static final long DAY_MS = 24 * 3_600_000L;

  private RuleShape() {}

  static Struct rule() {
    return Struct.of(
        must("id", Words.RULE_ID, "its name, as in the catalogue"),
        must("version", new Whole(1, 9999), "rises with every change of meaning"),
        must("harm", Choice.of(Harm.class), "what its alerts are about"),
        must("indicator", Words.SENTENCE, "what it looks for, in one sentence"),
        must("mode", new Choice(List.of("live", "shadow", "off")), "whether it raises alerts"),
        must(
            "subject",
            new Choice(List.of("account", "device", "media", "room")),
            "what its alerts name"),
        may(
            "subject_role",
            Choice.of(SubjectRole.class),
            "its part in the harm; SUSPECTED_ACTOR if not said"),
        may("where", new Condition(), "whom it looks at at all"),
        may(
            "for_each_code",
            new Several(Choice.of(SignalCode.class), 1, 32),
            "judged for each, which hits then name EACH"),
        must("when", new Condition(), "fires when true; unknown never fires"),
        may(
            "params",
            new Named(Words.NAME, new Decimal(-1e9, 1e9), 16),
            "numbers that profiles set"),
        must("severity", new Several(claim(), 1, 4), "claims, the highest first"),
        may("guards", new Several(Words.NAME, 0, 16), "guards that lower its findings"),
        must("cool_down", new Span(0, 30 * DAY_MS), "least time between two findings"),
        may("never_silenced", new Flag(), "neither guards nor dismissals quieten it"),
        may("warns_of_meetings", new Flag(), "its findings name pending meetings"),
        must("explanation", Words.BILINGUAL, "what an alert says, with {feature} places"),
        must("would_clear", Words.BILINGUAL, "what would weaken or clear it"),
        must("false_positives", new Several(Words.BILINGUAL_SENTENCE, 1, 12), "who is hit wrongly"),
        must("blind_spots", new Several(Words.SENTENCE, 1, 12), "what it does not see"),
        must(
            "runbook",
            new Word(Pattern.compile("[\\w./#-]{1,200}"), "a page such as docs/rules.md#g1"),
            "what a reviewer does next"),
        must("legal_basis", new Several(Words.SENTENCE, 1, 12), "of the signals that it reads"));
  }

  private static Struct claim() {
    return Struct.of(
        must("claim", Choice.of(Severity.class), "the severity"),
        may("alone", new Flag(), "(!): needs no second family of evidence"),
        may("when", new Condition(), "a further condition; the last claim has none"));
  }
}
