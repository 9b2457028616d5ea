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
  ALERTS,
  /** Where it is taken down what became of requests. */
  AUDIT;

  /** Whether what is sent there is read by no stop. */
  public boolean isEnd() {
    return this == ALERTS || this == AUDIT;
  }
}
