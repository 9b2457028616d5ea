package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.core.event.SessionEvent;

/**
 * When accounts that were deleted, or whose erasure was requested, are forgotten, as actors and as
 * others see them (page ¶31).
 */
final class Forgetting {
  private static final long QUIET_MS = 90 * Days.DAY_MS;

  /** What concerns one account, in order. */
  private static final class Course {
    final List<Observation> concerning = new ArrayList<>();
    final SortedSet<Instant> forgotten = new TreeSet<>();
  }

  private final Map<String, Course> asActor = new HashMap<>();
  private final Map<String, Course> asOther = new HashMap<>();

  Forgetting(Log log, Pairs pairs, Reports reports) {
    for (Observation seen : log.all()) {
      concernedActors(seen, pairs, reports).forEach(account -> add(asActor, account, seen));
      if (Acts.isAct(seen)) {
        add(asOther, seen.target(), seen);
      } else if (isDeletion(seen) || isRestoration(seen) || Ages.isStatement(seen)) {
        add(asOther, seen.actor(), seen);
      }
    }
    asActor.values().forEach(Forgetting::forget);
    asOther.values().forEach(Forgetting::forget);
  }

  private static void add(Map<String, Course> courses, String account, Observation seen) {
    courses.computeIfAbsent(account, absent -> new Course()).concerning.add(seen);
  }

  private static SortedSet<String> concernedActors(Observation seen, Pairs pairs, Reports reports) {
    SortedSet<String> concerned = new TreeSet<>();
    if (seen.session().isPresent()) {
      SessionEvent session = seen.session().get();
      concerned.add(seen.actor());
      if (session.kind() == SessionEvent.Kind.HOUSEHOLD_LINKED) {
        concerned.add(session.linkedAccount());
      }
    } else if (Ages.isStatement(seen) || Occasions.isMatched(seen)) {
      concerned.add(seen.actor());
    } else if (Acts.isAct(seen)) {
      if (Codes.hasStage(seen) || pairs.isOpening(seen) || Meetings.isAboutMeeting(seen)) {
        concerned.add(seen.actor());
      }
      if (Meetings.isAboutMeeting(seen)) {
        concerned.add(seen.target());
      }
    } else if (reports.counts(seen)) {
      concerned.add(seen.target());
    }
    return concerned;
  }

  private static boolean isDeletion(Observation seen) {
    return isOfKind(seen, SessionEvent.Kind.DELETED)
        || isOfKind(seen, SessionEvent.Kind.ERASURE_REQUESTED);
  }

  private static boolean isRestoration(Observation seen) {
    return isOfKind(seen, SessionEvent.Kind.RESTORED);
  }

  private static boolean isOfKind(Observation seen, SessionEvent.Kind kind) {
    return seen.session().map(session -> session.kind() == kind).orElse(false);
  }

  private static void forget(Course course) {
    boolean deleted = false;
    long quietSinceMs = 0;
    for (Observation seen : course.concerning) {
      Instant due = due(quietSinceMs);
      if (deleted && due.isBefore(seen.at())) {
        course.forgotten.add(due);
        deleted = false;
      }
      deleted = (deleted || isDeletion(seen)) && !isRestoration(seen);
      quietSinceMs = seen.at().timeMs();
    }
    if (deleted) {
      course.forgotten.add(due(quietSinceMs));
    }
  }

  private static Instant due(long quietSinceMs) {
    return new Instant(Days.nextMidnight(quietSinceMs + QUIET_MS), Instant.DEADLINE, "");
  }

  /** Whether what an account did, or was, at one instant is forgotten at a later one. */
  boolean isForgotten(String account, Instant then, Instant now) {
    return isForgotten(asActor, account, then, now);
  }

  /** The same of what others see of it. */
  boolean isForgottenByOthers(String account, Instant then, Instant now) {
    return isForgotten(asOther, account, then, now);
  }

  private static boolean isForgotten(
      Map<String, Course> courses, String account, Instant then, Instant now) {
    Course course = courses.get(account);
    if (course == null) {
      return false;
    }
    for (Instant at : course.forgotten) {
      if (then.isBefore(at) && at.isBefore(now)) {
        return true;
      }
    }
    return false;
  }
}
