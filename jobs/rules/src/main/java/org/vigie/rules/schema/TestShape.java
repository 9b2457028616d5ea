package org.vigie.rules.schema;

import static org.vigie.rules.schema.Shape.Field.may;
import static org.vigie.rules.schema.Shape.Field.must;

import java.util.List;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Severity;
import org.vigie.rules.schema.Shape.Choice;
import org.vigie.rules.schema.Shape.Decimal;
import org.vigie.rules.schema.Shape.Named;
import org.vigie.rules.schema.Shape.Several;
import org.vigie.rules.schema.Shape.Span;
import org.vigie.rules.schema.Shape.Struct;
import org.vigie.rules.schema.Shape.Text;
import org.vigie.rules.schema.Shape.Whole;

/** What a file of tests of one rule may hold. */
final class TestShape {
  private static final long DAY_MS = 24 * 3_600_000L;

  private TestShape() {}

  static Struct test() {
    return Struct.of(
        must("rule", Words.RULE_ID, "the rule that is tested"),
        must("cases", new Several(testCase(), 1, 128), "what happens, and what comes of it"));
  }

  private static Struct testCase() {
    return new Struct(
        List.of(
            must("name", Words.SENTENCE, "what it shows"),
            must(
                "kind",
                new Choice(
                    List.of(
                        "fires",
                        "boundary",
                        "quiet",
                        "duplicate",
                        "late",
                        "cool_down",
                        "evasion",
                        "look_alike")),
                "what it is for"),
            may(
                "look_alike",
                Words.NAME,
                "which of features/look-alikes.yaml, for a case of that kind"),
            may("profile", Words.PROFILE_ID, "whose parameters hold; open-chat if not said"),
            must("events", new Several(EventShape.event(), 1, 64), "in any order"),
            may(
                "settle_at",
                new Span(0, 400 * DAY_MS),
                "until when deadlines may fall due; the last event if not said"),
            may("alerts", new Several(alert(), 0, 8), "exactly these, by subject"),
            may(
                "nothing_above",
                Choice.of(Severity.class),
                "alerts, of any rule of the harm, up to this severity only")),
        List.of("alerts", "nothing_above"));
  }

  private static Struct alert() {
    return Struct.of(
        must("subject", new Text(64), "account, device or other that it is about"),
        must("severity", Choice.of(Severity.class), "as shown"),
        must("families", new Several(Choice.of(Family.class), 0, 8), "in any order"),
        may("findings", new Whole(0, 32), "how many it holds"),
        may("guards", new Several(Words.NAME, 0, 16), "those that take weight, in any order"),
        may("to_warn", new Several(new Text(64), 0, 16), "others of the meetings that it warns of"),
        may("meeting_time", new Span(0, 400 * DAY_MS), "when the meeting is or was to be"),
        may("revisions", new Whole(1, 64), "how many were settled"),
        may(
            "observed",
            new Named(Words.NAME, new Decimal(-1e9, 1e9), 32),
            "values seen, to three decimals"));
  }
}
