package org.vigie.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings evidence references together: one an event, newest kept, oldest first. */
public final class Evidences {
  private static final Comparator<Evidence> OLDEST_FIRST =
      Comparator.comparingLong(Evidence::timeMs).thenComparing(Evidence::eventId);

  private Evidences() {}

  /** At most {@link Finding#LISTED_MAX} of them. */
  public static List<Evidence> merged(List<Evidence> all) {
    Map<String, Evidence> byEvent = new LinkedHashMap<>();
    for (Evidence evidence : all) {
      byEvent.merge(
          evidence.kind() + evidence.eventId(),
          evidence,
          (one, other) -> one.withCodes(one.codes() | other.codes()));
    }
    List<Evidence> merged = new ArrayList<>(byEvent.values());
    merged.sort(OLDEST_FIRST);
    int first = Math.max(0, merged.size() - Finding.LISTED_MAX);
    return List.copyOf(merged.subList(first, merged.size()));
  }
}
