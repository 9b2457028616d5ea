package org.vigie.core.judge;

import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Table;

/** Nothing is known. */
enum NoFacts implements Facts {
  INSTANCE;

  @Override
  public long attribute(Attribute attribute) {
    return Fixed.UNKNOWN;
  }

  @Override
  public int rows(Table table) {
    return 0;
  }

  @Override
  public long rowTimeMs(Table table, int row) {
    throw new IndexOutOfBoundsException(row);
  }

  @Override
  public long column(Table table, int row, int column) {
    throw new IndexOutOfBoundsException(row);
  }

  @Override
  public int codesAfter(long timeMs) {
    return 0;
  }
}
