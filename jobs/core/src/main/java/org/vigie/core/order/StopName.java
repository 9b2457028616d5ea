package org.vigie.core.order;

/** The stops of the data's path, in the order of the path. Append only: stored by ordinal. */
public enum StopName {
  DECODE,
  RECIPIENT,
  PAIR,
  SENDER,
  LINKS,
  CASES,
  /** Where the last stop's outputs go. */
  ALERTS
}
