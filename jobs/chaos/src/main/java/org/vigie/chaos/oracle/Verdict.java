package org.vigie.chaos.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.vigie.alert.Alert;
import org.vigie.chaos.oracle.Oracle.Expectation;

/**
 * Whether what came out is what should have (RELIABILITY 3.1): nothing lost, nothing invented, no
 * revision with two contents, and how many copies there are.
 *
 * @param lost revisions that should be there and are not
 * @param invented revisions that are there and should not be
 * @param twofold revisions with two contents
 * @param copies further copies of revisions, byte for byte the same
 */
public record Verdict(List<String> lost, List<String> invented, List<String> twofold, long copies) {
  public Verdict {
    lost = List.copyOf(lost);
    invented = List.copyOf(invented);
    twofold = List.copyOf(twofold);
  }

  /**
   * A revision as it was read.
   *
   * @param alert the record
   * @param line the same as a JSON line
   */
  public record Delivered(Alert alert, String line) {}

  /** Compares. */
  public static Verdict of(Expectation expected, List<Delivered> delivered) {
    Map<String, String> contents = new HashMap<>();
    List<String> twofold = new ArrayList<>();
    TreeSet<String> found = new TreeSet<>();
    long copies = 0;
    for (Delivered one : delivered) {
      String name = one.alert().getAlertId() + "/" + one.alert().getRevision();
      String before = contents.putIfAbsent(name, one.line());
      if (before != null) {
        copies++;
        if (!before.equals(one.line())) {
          twofold.add(name);
        }
      } else {
        found.add(one.line());
      }
    }
    TreeSet<String> lost = new TreeSet<>(expected.revisions());
    lost.removeAll(found);
    found.removeAll(expected.possible());
    return new Verdict(List.copyOf(lost), List.copyOf(found), twofold, copies);
  }

  /** Whether it held; copies are allowed where delivery is at least once. */
  public boolean holds(boolean copiesAllowed) {
    return lost.isEmpty()
        && invented.isEmpty()
        && twofold.isEmpty()
        && (copiesAllowed || copies == 0);
  }

  /** In a line. */
  public String summary() {
    return "lost "
        + lost.size()
        + ", invented "
        + invented.size()
        + ", with two contents "
        + twofold.size()
        + ", copies "
        + copies;
  }
}
