package org.vigie.rules.bundle;

import org.vigie.core.fold.StateLimit;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Table;
import org.vigie.core.rule.ValueType;
import org.vigie.rules.cel.ConditionText;

/**
 * Between which numbers a feature's value can lie; none is ever below 0.
 *
 * @param most the highest, fixed-point; {@link Long#MAX_VALUE} where there is none
 * @param isAlwaysKnown whether it is 0 where there is nothing, and never unknown
 * @param why what bounds it
 */
record Reach(long most, boolean isAlwaysKnown, String why) {
  /** Media of a message (CONTRACT §7). */
  private static final int MEDIA_MAX = 16;

  private static final Reach UNBOUNDED = new Reach(Long.MAX_VALUE, false, "");

  static Reach of(DeclaredFeature declared) {
    Measure measure = declared.feature().measure();
    if (measure instanceof Measure.DistinctCodes codes) {
      return upTo(codes.codes().size(), "as many codes as it counts");
    }
    if (measure instanceof Measure.Count count) {
      return rows(count.table());
    }
    if (measure instanceof Measure.Pairs pairs && pairs.sum().isEmpty()) {
      return upTo(StateLimit.SENDER_SIGNED_PAIRS.entriesMax(), "as many pairs as are kept");
    }
    if (measure instanceof Measure.Ratio || measure instanceof Measure.BinomialTail) {
      return new Reach(Fixed.ONE, false, "a share or probability, not a percentage");
    }
    if (measure instanceof Measure.Known && declared.type() == ValueType.NUMBER) {
      return new Reach(Fixed.ONE, false, "a probability, not a percentage");
    }
    return UNBOUNDED;
  }

  /** Rows that are kept; of what links trace, several rows may come of one. */
  private static Reach rows(Table table) {
    return switch (table) {
      case NEW_CONTACTS -> kept(StateLimit.SENDER_CONTACTS);
      case ROOM_POSTS -> kept(StateLimit.SENDER_ROOM_POSTS);
      case KNOWN_MEDIA -> kept(StateLimit.SENDER_KNOWN_MEDIA);
      case REPORTS -> kept(StateLimit.LINK_REPORTS);
      case ACCOUNTS, BANS -> kept(StateLimit.LINK_ACCOUNTS);
      case AFTERMATHS -> kept(StateLimit.LINK_AFTERMATHS);
      case RETURNS -> kept(StateLimit.LINK_RETURNS);
      case MATCHED_MEDIA -> upTo(MEDIA_MAX, "as many as a message has");
      case PLACES, APPROACHES, SPREAD, MENU, MEMBERS -> new Reach(Long.MAX_VALUE, true, "");
    };
  }

  private static Reach kept(StateLimit limit) {
    return upTo(limit.entriesMax(), "as many as are kept");
  }

  private static Reach upTo(int most, String why) {
    return new Reach(Fixed.whole(most), true, why);
  }

  /** For people. */
  String shown() {
    String from = isAlwaysKnown ? "from 1" : "from 0";
    return most == Long.MAX_VALUE ? from : from + " to " + ConditionText.number(most) + ": " + why;
  }
}
