package org.vigie.rules.schema;

import static org.vigie.rules.schema.Shape.Field.may;
import static org.vigie.rules.schema.Shape.Field.must;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Anchor;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.PairAct;
import org.vigie.core.rule.Table;
import org.vigie.rules.schema.Shape.Choice;
import org.vigie.rules.schema.Shape.Condition;
import org.vigie.rules.schema.Shape.Decimal;
import org.vigie.rules.schema.Shape.Flag;
import org.vigie.rules.schema.Shape.Named;
import org.vigie.rules.schema.Shape.Several;
import org.vigie.rules.schema.Shape.Span;
import org.vigie.rules.schema.Shape.Struct;

/** What a file of features and guards may hold. */
final class DeclarationShape {
  private static final long DAY_MS = 24 * 3_600_000L;

  private static final Choice BY = new Choice(small(Anchor.By.values()));

  private DeclarationShape() {}

  static Struct features() {
    return Struct.of(
        may("features", new Named(Words.NAME, feature(), 256), "what rules can read"),
        may("guards", new Named(Words.NAME, guard(), 64), "circumstances that lower a finding"),
        may(
            "look_alikes",
            new Named(Choice.of(Harm.class), new Named(Words.NAME, Words.SENTENCE, 32), 16),
            "who looks like each harm and is not; every rule of the harm has a case of each"));
  }

  private static Struct feature() {
    Choice tables = new Choice(small(Table.values()));
    return new Struct(
        List.of(
            must("about", Words.SENTENCE, "what it says, with its unit"),
            may("label", Words.BILINGUAL_SENTENCE, "what reviewers read instead of its name"),
            may("known", new Choice(small(Attribute.values())), "a value known without counting"),
            may("count", tables, "counts rows of a table"),
            may("sum", Words.NAME, "adds up a column"),
            may("over", tables, "the table of the column"),
            may("where", new Condition(), "which rows count"),
            may(
                "distinct",
                new Several(Choice.of(SignalCode.class), 1, 32),
                "counts different codes in a pair"),
            may(
                "share",
                Struct.of(
                    must("of", Words.NAME, "the part"), must("among", Words.NAME, "the whole")),
                "one feature divided by another; unknown when the whole is 0"),
            may(
                "chance",
                Struct.of(
                    must("of", Words.NAME, "how many of them are minors"),
                    must("among", Words.NAME, "how many there are")),
                "how likely so many minors are by chance, given the community's share"),
            may(
                "hits",
                new Several(new Choice(signs(false)), 1, 40),
                "events of a pair with signs"),
            may("by", BY, "who sent them: own (default), other, either"),
            may(
                "channel",
                new Choice(List.of("private", "any")),
                "private (default): DIRECT, GROUP of at most 4, interactions"),
            may("plain", new Flag(), "each counts 1; else one of score 0.8 or more counts 2"),
            may("unless_relayed", new Flag(), "leaves out codes that the sender had from another"),
            may("after", new Several(anchor(), 1, 4), "what each event must come after"),
            may("pairs", new Condition(), "counts pairs of an account; over features of a pair"),
            may("total", Words.NAME, "the feature of a pair to add up instead"),
            may("one_vote_a_cluster", new Flag(), "accounts that belong together count once"),
            may("one_vote_a_message", new Flag(), "one message to several accounts counts once"),
            may("distinct_of", Words.NAME, "counts different values of a column of names"),
            may(
                "window",
                new Span(1000, 90 * DAY_MS),
                "counts what happened in (now − window, now]")),
        List.of(
            "known",
            "count",
            "sum",
            "distinct",
            "share",
            "chance",
            "hits",
            "pairs",
            "distinct_of"));
  }

  private static Struct anchor() {
    return Struct.of(
        must("of", new Several(new Choice(signs(true)), 1, 40), "one of these"),
        may("by", BY, "who sent it: own, other, either (default)"),
        must("within", new Span(0, 30 * DAY_MS), "at most so long before"));
  }

  private static List<String> signs(boolean anchors) {
    List<String> words = new ArrayList<>();
    for (SignalCode code : SignalCode.values()) {
      words.add(code.name());
    }
    for (PairAct act : PairAct.values()) {
      words.add(act.name());
    }
    if (anchors) {
      words.addAll(small(Anchor.Moment.values()));
    } else {
      words.add("EACH");
    }
    return words;
  }

  private static Struct guard() {
    return Struct.of(
        must("about", Words.SENTENCE, "which harmless explanation it makes likelier"),
        may("label", Words.BILINGUAL_SENTENCE, "what reviewers read instead of its name"),
        must("feature", Words.NAME, "whose value is shown"),
        must("when", new Condition(), "when it applies"),
        must("effect", new Decimal(0, 1), "share of the weight that it takes away"));
  }

  /** Constants of an enum as files write them. */
  private static List<String> small(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }
}
