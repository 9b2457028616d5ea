package org.vigie.core.judge;

import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Table;

/**
 * The features of one judged subject, each computed at its first use and then remembered. One
 * instance is reused for all subjects of a scope on one thread.
 */
final class Values implements Slots {
  private final Computation[] computations;
  private final long[] values;
  private final int[] computedIn;
  private final Row row = new Row();
  private Facts facts = NoFacts.INSTANCE;
  private long atMs;
  private long each;
  private int round;

  Values(Computation[] computations) {
    this.computations = computations;
    this.values = new long[computations.length];
    this.computedIn = new int[computations.length];
  }

  /** Turns to a subject as of an instant. */
  void begin(Facts subject, long instantMs) {
    facts = subject;
    atMs = instantMs;
    each = 0;
    round++;
  }

  /** Turns to one of the codes that a rule is judged for, by its bit; 0 for none. */
  void turnTo(long code) {
    if (each != code) {
      each = code;
      round++;
    }
  }

  /** Bit of that code. */
  long each() {
    return each;
  }

  /** Families of evidence of what a feature counts, beside those that it always has. */
  int families(int slot) {
    return computations[slot].families(this);
  }

  /** Adds the instants of the events that a feature counts. */
  void instants(int slot, Instants instants) {
    computations[slot].instants(this, instants);
  }

  /** Tells what a feature counts. */
  void restsOn(int slot, int pair, RestsOn hears) {
    computations[slot].restsOn(this, pair, hears);
  }

  Facts facts() {
    return facts;
  }

  long atMs() {
    return atMs;
  }

  @Override
  public long get(int slot) {
    if (computedIn[slot] != round) {
      values[slot] = computations[slot].compute(this);
      computedIn[slot] = round;
    }
    return values[slot];
  }

  /** Number of different values of a column over the rows of (at − w, at] that count. */
  long distinct(Table table, int column, Evaluator where, long windowMs) {
    int different = 0;
    for (int i = 0; i < facts.rows(table); i++) {
      boolean first = isCounted(table, i, where, windowMs);
      for (int j = 0; first && j < i; j++) {
        boolean same = facts.column(table, j, column) == facts.column(table, i, column);
        first = !same || !isCounted(table, j, where, windowMs);
      }
      different += first ? 1 : 0;
    }
    return Fixed.whole(different);
  }

  /** Sum over the rows of (at − w, at] for which a condition is true; column −1 counts them. */
  long sum(Table table, int column, Evaluator where, long windowMs) {
    long sum = 0;
    int rows = facts.rows(table);
    for (int i = 0; i < rows; i++) {
      if (!isCounted(table, i, where, windowMs)) {
        continue;
      }
      long value = column < 0 ? Fixed.ONE : facts.column(table, i, column);
      sum += value == Fixed.UNKNOWN ? 0 : value;
    }
    return sum;
  }

  /** Whether a row lies in (at − w, at], any time where w is 0, and satisfies a condition. */
  boolean isCounted(Table table, int index, Evaluator where, long windowMs) {
    long ageMs = atMs - facts.rowTimeMs(table, index);
    if (ageMs < 0 || windowMs > 0 && ageMs >= windowMs) {
      return false;
    }
    row.table = table;
    row.index = index;
    return where.test(row) == Evaluator.TRUE;
  }

  private final class Row implements Slots {
    private Table table = Table.NEW_CONTACTS;
    private int index;

    @Override
    public long get(int column) {
      return facts.column(table, index, column);
    }
  }
}
