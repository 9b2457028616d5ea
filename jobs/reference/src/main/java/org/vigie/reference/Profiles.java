package org.vigie.reference;

import java.util.OptionalLong;
import org.vigie.core.event.SessionEvent;

/** What an account is, says it is, and how long it exists (page ¶17; CONTRACT §3). */
final class Profiles {
  private final Log log;
  private final Forgetting forgetting;

  Profiles(Log log, Forgetting forgetting) {
    this.log = log;
    this.forgetting = forgetting;
  }

  /** Whether rules about persons read the account: its latest known kind is HUMAN, or none is. */
  boolean isPerson(String account, Instant asOf) {
    SessionEvent.AccountKind kind = SessionEvent.AccountKind.UNKNOWN;
    for (Observation seen : log.sessionsOf(account)) {
      SessionEvent.AccountKind stated = seen.session().orElseThrow().accountKind();
      if (isKnown(seen, asOf) && stated != SessionEvent.AccountKind.UNKNOWN) {
        kind = stated;
      }
    }
    return switch (kind) {
      case UNKNOWN, HUMAN -> true;
      case BOT, BRIDGED, OFFICIAL -> false;
    };
  }

  /** Whether the account has a role by that source: the latest that the source asserted. */
  boolean hasRole(String account, SessionEvent.RoleSource source, Instant asOf) {
    SessionEvent.Role role = SessionEvent.Role.NONE;
    for (Observation seen : log.sessionsOf(account)) {
      SessionEvent session = seen.session().orElseThrow();
      if (isKnown(seen, asOf)
          && session.kind() == SessionEvent.Kind.ROLE_ASSERTED
          && session.roleSource() == source) {
        role = session.role();
      }
    }
    return explainsWideContacts(role);
  }

  private boolean isKnown(Observation seen, Instant asOf) {
    return !seen.at().isAfter(asOf) && !forgetting.isForgotten(seen.actor(), seen.at(), asOf);
  }

  private static boolean explainsWideContacts(SessionEvent.Role role) {
    return switch (role) {
      case EDUCATOR, COACH, YOUTH_WORKER, GUARDIAN, MODERATOR, SUPPORT, HELPLINE -> true;
      case NONE, ORGANISER, SELLER -> false;
    };
  }

  /** Whole days since the account was created; empty where no creation was seen. */
  OptionalLong tenureDays(String account, Instant asOf) {
    return log.sessionsOf(account).stream()
        .filter(seen -> isKnown(seen, asOf))
        .filter(seen -> seen.session().orElseThrow().kind() == SessionEvent.Kind.ACCOUNT_CREATED)
        .mapToLong(seen -> Math.min(seen.event().timeMs(), seen.at().timeMs()))
        .min()
        .stream()
        .map(createdMs -> Math.floorDiv(asOf.timeMs() - createdMs, Days.DAY_MS))
        .findFirst();
  }
}
