package org.vigie.core.judge;

/** The three values of a condition. */
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE
}
