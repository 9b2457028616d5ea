package org.vigie.core.judge;

/** Hears what a finding rests on. */
public interface RestsOn {
  /** A pair of the account satisfies a condition over pairs, by its index. */
  void pair(int pair);

  /**
   * An event counts, or is what another one came after.
   *
   * @param pair its pair by index, {@link #JUDGED_PAIR} for the pair that is judged
   * @param signs its signs that matter
   */
  void event(int pair, int event, long signs);

  /**
   * An event counts because it came after the time of a meeting.
   *
   * @param pair its pair by index, {@link #JUDGED_PAIR} for the pair that is judged
   */
  void meeting(int pair, int meeting);

  /** The pair that is judged itself. */
  int JUDGED_PAIR = -1;
}
