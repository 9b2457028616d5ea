package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.core.event.SessionEvent;

/**
 * When what is known of accounts goes, as actors and as others see them: after a deletion and quiet
 * (page ¶31), or at once because the account asks for it (page 0015).
 */
final class Forgetting {
  /** What concerns one account, in order, and when it is forgotten after quiet. */
  private static final class Course {
    static final Course NONE = new Course();

    final List<Observation> concerning = new ArrayList<>();
    NavigableSet<Instant> quiet = new TreeSet<>();
  }

  private final Held held;
  private final Map<String, Course> asActor = new HashMap<>();
  private final Map<String, Course> asOther = new HashMap<>();
  private final Map<String, Requests> requests = new HashMap<>();

  Forgetting(Log log, Pairs pairs, Reports reports, Held held) {
    this.held = held;
    for (Observation seen : log.all()) {
      concernedActors(seen, pairs, reports).forEach(account -> add(asActor, account, seen));
      if (Acts.isAct(seen)) {
        add(asOther, seen.target(), seen);
      } else if (isEnd(seen) || Statements.isStatement(seen)) {
        add(asOther, seen.actor(), seen);
      }
    }
    for (String account : log.accountsWithSessions()) {
      List<Observation> life = log.sessionsOf(account);
      if (life.stream().anyMatch(seen -> isOfKind(seen, SessionEvent.Kind.ERASURE_REQUESTED))) {
        requests.put(account, new Requests(life, (asOf, went) -> isHeld(account, asOf, went)));
      }
    }
    asActor.forEach(
        (account, course) ->
            course.quiet = Quiet.after(course.concerning, requests(account).erased()));
    asOther.forEach(
        (account, course) ->
            course.quiet = Quiet.after(course.concerning, requests(account).made()));
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
    } else if (Statements.isStatement(seen) || Occasions.isMatched(seen)) {
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

  /** Whether it ends a life, or the end of one. */
  private static boolean isEnd(Observation seen) {
    return isOfKind(seen, SessionEvent.Kind.DELETED)
        || isOfKind(seen, SessionEvent.Kind.ERASURE_REQUESTED)
        || isOfKind(seen, SessionEvent.Kind.RESTORED);
  }

  private static boolean isOfKind(Observation seen, SessionEvent.Kind kind) {
    return seen.session().map(session -> session.kind() == kind).orElse(false);
  }

  /** 0015 ¶85, by what is remembered then of what it said. */
  private boolean isHeld(String account, Instant asOf, NavigableSet<Instant> went) {
    if (held.byReport(account, asOf) || held.byMeeting(account, asOf)) {
      return true;
    }
    NavigableSet<Instant> quiet = Quiet.after(course(asActor, account).concerning, went);
    return held.byMessage(
        account, asOf, said -> !isBetween(went, said, asOf) && !isBetween(quiet, said, asOf));
  }

  private static Course course(Map<String, Course> courses, String account) {
    return courses.getOrDefault(account, Course.NONE);
  }

  /** Requests of an account to be erased, and what comes of them. */
  Requests requests(String account) {
    return requests.getOrDefault(account, Requests.NONE);
  }

  /** What goes at the end of an instant is still there for all of that instant. */
  private static boolean isBetween(NavigableSet<Instant> ends, Instant then, Instant now) {
    return !ends.isEmpty() && !ends.subSet(then, true, Newest.later(then, now), false).isEmpty();
  }

  /** Whether what an account did, or was, at one instant is forgotten at a later one. */
  boolean isForgotten(String account, Instant then, Instant now) {
    return isBetween(course(asActor, account).quiet, then, now) || isErased(account, then, now);
  }

  /** The same of what others believe of it. */
  boolean isForgottenByOthers(String account, Instant then, Instant now) {
    return isBetween(course(asOther, account).quiet, then, now)
        || isErasedByOthers(account, then, now);
  }

  /** Whether what an account did at one instant went because it asked for it (0015 ¶84). */
  boolean isErased(String account, Instant then, Instant now) {
    return isBetween(requests(account).erased(), then, now);
  }

  /** The same of what it received, and of what others are told of it (0015 ¶83). */
  boolean isErasedByOthers(String account, Instant then, Instant now) {
    return isBetween(requests(account).made(), then, now);
  }

  /** Whether it is forgotten that the account went at an instant (0015 ¶82, ¶86). */
  boolean isBackAgain(String account, Instant then, Instant now) {
    return isBetween(requests(account).backAgain(), then, now);
  }

  /**
   * As of when somebody else knows an account whom nobody tells that what it did went (0015 ¶88).
   *
   * @param then when it was told of the account
   */
  Instant knownElsewhere(String account, Instant then, Instant now) {
    return Optional.ofNullable(requests(account).erased().ceiling(then))
        .filter(went -> went.isBefore(now))
        .orElse(now);
  }

  /** The request whose tombstone others see (0015 ¶86). */
  Optional<Instant> tombstone(String account, Instant now) {
    return requests(account).tombstone(now);
  }
}
