package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.core.event.SessionEvent;

/** When accounts that were deleted are forgotten (page ¶31). */
final class Forgetting {
  private static final long REMEMBERED_MS = 90 * Days.DAY_MS;

  private final Map<String, List<Instant>> byAccount = new HashMap<>();
  private final SortedMap<Instant, String> instants = new TreeMap<>();

  Forgetting(Log log, long endMs) {
    for (String account : log.accountsWithSessions()) {
      List<Instant> forgotten = new ArrayList<>();
      Optional<Instant> due = Optional.empty();
      for (Observation seen : log.sessionsOf(account)) {
        if (due.isPresent() && due.get().isBefore(seen.at())) {
          forgotten.add(due.get());
          due = Optional.empty();
        }
        due = dueAfter(seen, due);
      }
      due.ifPresent(forgotten::add);
      forgotten.removeIf(instant -> instant.timeMs() > endMs);
      forgotten.forEach(instant -> instants.put(instant, account));
      byAccount.put(account, forgotten);
    }
  }

  private static Optional<Instant> dueAfter(Observation seen, Optional<Instant> due) {
    SessionEvent.Kind kind = seen.session().orElseThrow().kind();
    if (kind == SessionEvent.Kind.RESTORED) {
      return Optional.empty();
    }
    if (kind == SessionEvent.Kind.DELETED && due.isEmpty()) {
      long midnightMs = Days.nextMidnight(seen.at().timeMs() + REMEMBERED_MS);
      return Optional.of(new Instant(midnightMs, Instant.DEADLINE, seen.actor()));
    }
    return due;
  }

  /** Each instant at which an account is forgotten, with the account, in order. */
  SortedMap<Instant, String> instants() {
    return instants;
  }

  /** When an account was forgotten, in order. */
  List<Instant> of(String account) {
    return byAccount.getOrDefault(account, List.of());
  }

  /** Whether what an account did or met with at {@code then} is forgotten at {@code asOf}. */
  boolean hasForgotten(String account, Instant then, Instant asOf) {
    return of(account).stream()
        .anyMatch(forgotten -> !forgotten.isBefore(then) && !forgotten.isAfter(asOf));
  }
}
