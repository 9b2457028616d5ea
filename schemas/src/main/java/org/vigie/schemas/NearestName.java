package org.vigie.schemas;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known name that someone most likely meant. Distance is the number of characters
 * inserted, dropped, replaced or swapped with their neighbour (optimal string alignment), blind to
 * case.
 */
public final class NearestName {
  /** Longer names are not compared: nobody mistypes them. */
  private static final int NAME_CHARS_MAX = 64;

  private NearestName() {}

  /**
   * The nearest of the known names, the first of equals.
   *
   * @param given what was written
   * @param known what could have been meant
   * @return the nearest name, if it is at most a third of the given one's length away (but at least
   *     one character)
   */
  public static Optional<String> of(String given, Collection<String> known) {
    if (given.isEmpty() || given.length() > NAME_CHARS_MAX) {
      return Optional.empty();
    }
    String wanted = given.toLowerCase(Locale.ROOT);
    int best = Math.max(1, wanted.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    for (String name : known) {
      if (name.length() > NAME_CHARS_MAX || Math.abs(name.length() - wanted.length()) >= best) {
        continue;
      }
      int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
      if (distance < best) {
        best = distance;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  /** Characters to insert, drop, replace or swap to get from one word to the other. */
  static int distance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] current = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      last[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int cost =
            Math.min(last[column - 1] + replaced, Math.min(last[column], current[column - 1]) + 1);
        current[column] =
            swapped(from, row, to, column) ? Math.min(cost, beforeLast[column - 2] + 1) : cost;
      }
      int[] reused = beforeLast;
      beforeLast = last;
      last = current;
      current = reused;
    }
    return last[to.length()];
  }

  private static boolean swapped(String from, int row, String to, int column) {
    return row > 1
        && column > 1
        && from.charAt(row - 1) == to.charAt(column - 2)
        && from.charAt(row - 2) == to.charAt(column - 1);
  }
}
