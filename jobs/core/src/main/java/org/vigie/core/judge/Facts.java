package org.vigie.core.judge;

import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Table;

/** What a stop knows of a subject as of an instant; features are computed from it. */
public interface Facts {
  /** An attribute, fixed-point, {@link org.vigie.core.rule.Fixed#UNKNOWN} if not known. */
  long attribute(Attribute attribute);

  /** Number of rows of a table, 0 for one that does not concern the subject. */
  int rows(Table table);

  /** Time of a row, epoch milliseconds. */
  long rowTimeMs(Table table, int row);

  /** A column of a row, fixed-point or unknown; columns in the order of the table. */
  long column(Table table, int row, int column);

  /** Which signal codes were seen after a time, a bit each by the code's ordinal. */
  int codesAfter(long timeMs);

  /** The signed events of the pair. */
  default SignedEvents signs() {
    return SignedEvents.NONE;
  }

  /** Number of pairs that the account keeps. */
  default int pairs() {
    return 0;
  }

  /** One of them, as a subject of its own. */
  default Facts pair(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  /** Whether the others of two of them belong together, so that they count once. */
  default boolean areJoined(int one, int other) {
    return false;
  }
}
