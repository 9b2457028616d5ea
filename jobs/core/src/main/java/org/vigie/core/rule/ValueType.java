package org.vigie.core.rule;

/** What a named value of a rule is, so that it can be compared with the right thing only. */
public enum ValueType {
  /** True or false; stored as one or zero. */
  FLAG,
  /** A count: a whole number, 0 or more. */
  WHOLE,
  /** A measured number, such as a probability or a sum of them. */
  NUMBER,

  /** A name that stands for itself: it is told apart from others, and compared with nothing. */
  TOKEN
}
