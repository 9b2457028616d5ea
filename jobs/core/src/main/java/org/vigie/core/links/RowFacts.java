package org.vigie.core.links;

import org.vigie.core.judge.Facts;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Fixed;

/** What a link knows: rows of tables, and nothing beside them. */
abstract class RowFacts implements Facts {
  @Override
  public final long attribute(Attribute attribute) {
    return Fixed.UNKNOWN;
  }

  @Override
  public final int codesAfter(long timeMs) {
    return 0;
  }

  static long flag(boolean value) {
    return value ? Fixed.ONE : 0;
  }
}
