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
}
