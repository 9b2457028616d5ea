package org.vigie.tidy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places that may break a rule for now. The list may only shrink: it fails when an entry is no
 * longer needed, when a size has grown or has shrunk, and when the number of entries is not the
 * committed maximum, so that a longer list is a visible change of that number.
 *
 * <p>First line {@code at most N}, then one entry a line: {@code check path[#symbol] size reason}.
 * Lines that start with {@code //} are comments.
 */
final class ExceptionList {
  private static final Pattern HEADER = Pattern.compile("at most (\\d+)");
  private static final Pattern ENTRY = Pattern.compile("(\\S+ \\S+) (\\d+) (\\S.*)");

  private final int entriesMax;
  private final Map<String, Integer> sizes;

  private ExceptionList(int entriesMax, Map<String, Integer> sizes) {
    this.entriesMax = entriesMax;
    this.sizes = sizes;
  }

  /**
   * Reads the list.
   *
   * @throws IllegalArgumentException for a line that is neither header, entry nor comment, and for
   *     an entry that is there twice
   */
  static ExceptionList parse(List<String> lines) {
    List<String> kept =
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("//")).toList();
    Matcher header = HEADER.matcher(kept.isEmpty() ? "" : kept.get(0));
    if (!header.matches()) {
      throw new IllegalArgumentException("the first line must be: at most N");
    }
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (String line : kept.subList(1, kept.size())) {
      Matcher entry = ENTRY.matcher(line);
      if (!entry.matches()) {
        throw new IllegalArgumentException("not \"check path#symbol size reason\": " + line);
      }
      if (sizes.put(entry.group(1), Integer.valueOf(entry.group(2))) != null) {
        throw new IllegalArgumentException("twice in the list: " + entry.group(1));
      }
    }
    return new ExceptionList(Integer.parseInt(header.group(1)), sizes);
  }

  /** Problems that remain: violations that are not excepted, and faults of the list itself. */
  List<String> reconcile(List<Violation> violations) {
    List<String> problems = new ArrayList<>();
    Map<String, Integer> measured = new LinkedHashMap<>();
    for (Violation violation : violations) {
      measured.merge(violation.key(), violation.actual(), Math::max);
      if (!sizes.containsKey(violation.key())) {
        problems.add(violation.toString());
      }
    }
    sizes.forEach((key, size) -> compare(key, size, measured.getOrDefault(key, 0), problems));
    if (sizes.size() != entriesMax) {
      problems.add(
          "the exception list has %d entries, and says at most %d: shrink it, then the number"
              .formatted(sizes.size(), entriesMax));
    }
    return problems;
  }

  private static void compare(String key, int listed, int measured, List<String> problems) {
    if (measured == 0) {
      problems.add(key + ": no longer needed: remove it from the exception list");
    } else if (measured > listed) {
      problems.add("%s: grew from %d to %d".formatted(key, listed, measured));
    } else if (measured < listed) {
      problems.add("%s: shrank from %d to %d: say so in the list".formatted(key, listed, measured));
    }
  }
}
