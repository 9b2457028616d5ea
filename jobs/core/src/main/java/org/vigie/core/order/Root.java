package org.vigie.core.order;

/**
 * The instant that an input belongs to: the event or deadline that caused it. Everything of one
 * root is applied, then judged once. The community is not part of it: keys never cross communities.
 *
 * @param timeMs effective time, epoch milliseconds
 * @param rank kind of instant
 * @param id event id, or key and name of a deadline
 */
public record Root(long timeMs, Rank rank, String id) implements Comparable<Root> {
  /** Before every root. */
  public static final Root START = new Root(Long.MIN_VALUE, Rank.ACCOUNT_LIFE, "");

  @Override
  public int compareTo(Root other) {
    if (timeMs != other.timeMs) {
      return timeMs < other.timeMs ? -1 : 1;
    }
    int byRank = rank.compareTo(other.rank);
    return byRank != 0 ? byRank : id.compareTo(other.id);
  }
}
