package org.vigie.schemas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the fields that no schema knows. They are ignored, since a newer platform may send them,
 * but one may be a known field mistyped: so each is kept with its nearest known name.
 */
public final class UnknownFields {
  /** Distinct fields that are told apart; the rest is only counted. */
  static final int FIELDS_MAX = 64;

  /**
   * One unknown field.
   *
   * @param field where it stands, such as {@code media[].hsah}
   * @param count how many times it was met
   * @param nearest the known field that it may be meant for; empty where none is near
   */
  public record UnknownField(String field, long count, String nearest) {}

  private final Map<String, UnknownField> byField = new LinkedHashMap<>();
  private long others;
  private long total;

  void count(String path, String name, Collection<String> known) {
    total++;
    String field = path.isEmpty() ? Quoted.name(name) : path + "." + Quoted.name(name);
    UnknownField before = byField.get(field);
    if (before != null) {
      byField.put(field, new UnknownField(field, before.count() + 1, before.nearest()));
    } else if (byField.size() < FIELDS_MAX) {
      String nearest = NearestName.of(name, known).orElse("");
      byField.put(field, new UnknownField(field, 1, nearest));
    } else {
      others++;
    }
  }

  /** The fields met, in the order in which they were first met; at most 64. */
  public List<UnknownField> fields() {
    return new ArrayList<>(byField.values());
  }

  /** How many were met in all. */
  public long total() {
    return total;
  }

  /** How many more were met after that. */
  public long others() {
    return others;
  }
}
