package org.vigie.rules.scenario;

import java.util.List;
import java.util.Locale;
import org.vigie.core.event.RecordedEvent;
import org.vigie.rules.diagnostic.Place;

/**
 * One case of a rule's tests.
 *
 * @param lookAlike which look-alike it is, else empty
 * @param profile whose parameters hold
 * @param endMs until when deadlines may fall due, epoch milliseconds
 */
public record RuleCase(
    String name,
    Kind kind,
    String lookAlike,
    String profile,
    List<RecordedEvent> events,
    long endMs,
    Expected expected,
    Place place) {
  public RuleCase {
    events = List.copyOf(events);
  }

  /** What a case is for. */
  public enum Kind {
    FIRES,
    BOUNDARY,
    QUIET,
    DUPLICATE,
    LATE,
    COOL_DOWN,
    EVASION,
    LOOK_ALIKE;

    /** As files write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
