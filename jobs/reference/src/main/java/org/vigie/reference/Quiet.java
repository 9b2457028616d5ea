package org.vigie.reference;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.vigie.core.event.SessionEvent;

/** After how much quiet an account is forgotten that was deleted (page ¶31). */
final class Quiet {
  private static final long QUIET_MS = 90 * Days.DAY_MS;

  private final NavigableSet<Instant> afresh;
  private final NavigableSet<Instant> forgotten = new TreeSet<>();
  private boolean deleted;
  private Instant since = Instant.NEVER;

  private Quiet(NavigableSet<Instant> afresh) {
    this.afresh = afresh;
  }

  /**
   * When it is forgotten.
   *
   * @param concerning what concerns the account, in order
   * @param afresh when all goes without quiet, and what was before counts no more
   */
  static NavigableSet<Instant> after(List<Observation> concerning, NavigableSet<Instant> afresh) {
    Quiet quiet = new Quiet(afresh);
    for (Observation seen : concerning) {
      quiet.passUntil(seen.at());
      seen.session().ifPresent(session -> quiet.live(session.kind()));
      quiet.since = seen.at();
    }
    quiet.passUntil(Instant.NEVER_AGAIN);
    return quiet.forgotten;
  }

  private void live(SessionEvent.Kind kind) {
    deleted = (deleted || kind == SessionEvent.Kind.DELETED) && kind != SessionEvent.Kind.RESTORED;
  }

  private void passUntil(Instant end) {
    if (!deleted) {
      return;
    }
    Instant due = new Instant(Days.nextMidnight(since.timeMs() + QUIET_MS), Instant.DEADLINE, "");
    boolean beginsAfresh = !afresh.subSet(since, true, Newest.earlier(due, end), false).isEmpty();
    if (!beginsAfresh && due.isBefore(end)) {
      forgotten.add(due);
    }
    deleted = !beginsAfresh && !due.isBefore(end);
  }
}
