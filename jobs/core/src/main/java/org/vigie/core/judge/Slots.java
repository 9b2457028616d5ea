package org.vigie.core.judge;

/** Numbered fixed-point values: features of a judged subject, or columns of a row. */
interface Slots {
  /** Value of a slot, {@link org.vigie.core.rule.Fixed#UNKNOWN} if not known. */
  long get(int slot);
}
