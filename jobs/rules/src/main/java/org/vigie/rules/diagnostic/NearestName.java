package org.vigie.rules.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known name that someone most likely meant, by characters inserted, dropped, replaced or
 * swapped with their neighbour.
 */
final class NearestName {
  /** Longer names are not compared: nobody mistypes them. */
  private static final int NAME_CHARS_MAX = 64;

  /** A shorter begin says too little of what was meant. */
  private static final int BEGIN_CHARS_MIN = 4;

  private NearestName() {}

  /** The nearest name, if at most a third of the given one differs (but at least one character). */
  static Optional<String> of(String given, Collection<String> known) {
    if (given.isEmpty() || given.length() > NAME_CHARS_MAX) {
      return Optional.empty();
    }
    String wanted = given.toLowerCase(Locale.ROOT);
    int best = Math.max(1, wanted.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    for (String name : known) {
      int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
      if (distance < best) {
        best = distance;
        nearest = Optional.of(name);
      }
    }
    return nearest.or(() -> startingAlike(wanted, known));
  }

  /** {@code minors} for {@code minors_contacted}, {@code --language} for {@code --lang}. */
  private static Optional<String> startingAlike(String wanted, Collection<String> known) {
    return known.stream()
        .filter(name -> isBegin(wanted, name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static boolean isBegin(String wanted, String name) {
    return Math.min(wanted.length(), name.length()) >= BEGIN_CHARS_MIN
        && (name.startsWith(wanted) || wanted.startsWith(name));
  }

  private static int distance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      last[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int moved = Math.min(last[column], current[column - 1]) + 1;
        int cost = Math.min(last[column - 1] + replaced, moved);
        current[column] =
            swapped(from, row, to, column) ? Math.min(cost, beforeLast[column - 2] + 1) : cost;
      }
      beforeLast = last;
      last = current;
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
