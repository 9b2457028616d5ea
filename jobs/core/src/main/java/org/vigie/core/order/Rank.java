package org.vigie.core.order;

/** Kinds of instants in their order at equal time (ORDER §2.1). Append only: stored by ordinal. */
public enum Rank {
  ACCOUNT_LIFE,
  INTERACTION,
  MESSAGE,
  REVIEW,
  DEADLINE,
  /** An input that came after its key's frontier was forced forward; applied at the frontier. */
  OVERTAKEN
}
