package org.vigie.reference;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.vigie.core.event.SessionEvent;

/** What an account is, says it is, and how long it exists (page ¶17). */
final class Profiles {
  private static final Set<SessionEvent.Role> EXPLAINS_WIDE_CONTACTS =
      EnumSet.of(
          SessionEvent.Role.EDUCATOR,
          SessionEvent.Role.COACH,
          SessionEvent.Role.YOUTH_WORKER,
          SessionEvent.Role.GUARDIAN,
          SessionEvent.Role.MODERATOR,
          SessionEvent.Role.SUPPORT,
          SessionEvent.Role.HELPLINE);

  private final Log log;
  private final Forgetting forgetting;

  Profiles(Log log, Forgetting forgetting) {
    this.log = log;
    this.forgetting = forgetting;
  }

  /** What is known of an account's life as an actor. */
  private List<Observation> lifeOf(String account, Instant asOf) {
    return log.sessionsOf(account).stream()
        .filter(seen -> !seen.at().isAfter(asOf))
        .filter(seen -> !forgetting.isForgotten(account, seen.at(), asOf))
        .toList();
  }

  /** Whether rules about persons read the account: its latest named kind is HUMAN, or none is. */
  boolean isPerson(String account, Instant asOf) {
    SessionEvent.AccountKind kind = SessionEvent.AccountKind.UNKNOWN;
    for (Observation seen : lifeOf(account, asOf)) {
      SessionEvent.AccountKind named = seen.session().orElseThrow().accountKind();
      kind = named == SessionEvent.AccountKind.UNKNOWN ? kind : named;
    }
    return switch (kind) {
      case UNKNOWN, HUMAN -> true;
      case BOT, BRIDGED, OFFICIAL -> false;
    };
  }

  /** Whether the role that the source asserted last explains wide contacts. */
  boolean hasRole(String account, SessionEvent.RoleSource source, Instant asOf) {
    return EXPLAINS_WIDE_CONTACTS.contains(role(account, source, asOf));
  }

  /** Whether the source asserted last that the account sells. */
  boolean isSeller(String account, SessionEvent.RoleSource source, Instant asOf) {
    return role(account, source, asOf) == SessionEvent.Role.SELLER;
  }

  private SessionEvent.Role role(String account, SessionEvent.RoleSource source, Instant asOf) {
    SessionEvent.Role role = SessionEvent.Role.NONE;
    for (Observation seen : lifeOf(account, asOf)) {
      SessionEvent session = seen.session().orElseThrow();
      if (session.kind() == SessionEvent.Kind.ROLE_ASSERTED && session.roleSource() == source) {
        role = session.role();
      }
    }
    return role;
  }

  /** The earliest creation date, epoch milliseconds; empty where no creation was seen. */
  OptionalLong createdMs(String account, Instant asOf) {
    return createdMs(lifeOf(account, asOf));
  }

  /** The same as others are told of it (page 0011 ¶49, 0015 ¶83). */
  OptionalLong createdToOthersMs(String account, Instant asOf) {
    return createdMs(
        log.sessionsOf(account).stream()
            .filter(seen -> !seen.at().isAfter(asOf))
            .filter(seen -> !forgetting.isErasedByOthers(account, seen.at(), asOf))
            .toList());
  }

  private static OptionalLong createdMs(List<Observation> life) {
    return life.stream()
        .filter(seen -> seen.session().orElseThrow().kind() == SessionEvent.Kind.ACCOUNT_CREATED)
        .mapToLong(seen -> Math.min(seen.event().timeMs(), seen.at().timeMs()))
        .min();
  }

  /**
   * When it was deleted or asked to be erased last, unless it was restored since (page 0012 ¶60,
   * 0015 ¶82).
   */
  OptionalLong goneMs(String account, Instant asOf) {
    OptionalLong gone = OptionalLong.empty();
    for (Observation seen : log.sessionsOf(account)) {
      boolean isKnown =
          !seen.at().isAfter(asOf) && !forgetting.isBackAgain(account, seen.at(), asOf);
      SessionEvent.Kind kind = seen.session().orElseThrow().kind();
      if (isKnown && ends(kind)) {
        gone = OptionalLong.of(seen.at().timeMs());
      } else if (isKnown && kind == SessionEvent.Kind.RESTORED) {
        gone = OptionalLong.empty();
      }
    }
    return gone;
  }

  /** Whether an account is gone by it. */
  static boolean ends(SessionEvent.Kind kind) {
    return kind == SessionEvent.Kind.DELETED || kind == SessionEvent.Kind.ERASURE_REQUESTED;
  }

  /** Whole days since then, by what is known at the same or a later instant. */
  OptionalLong tenureDays(String account, Instant asOf, Instant knownAt) {
    return createdMs(account, knownAt).stream()
        .map(createdMs -> Math.floorDiv(asOf.timeMs() - createdMs, Days.DAY_MS))
        .findFirst();
  }

  /** Begun hours since then (page 0011 ¶48), likewise. */
  OptionalLong ageHours(String account, Instant asOf, Instant knownAt) {
    return createdMs(account, knownAt).stream()
        .map(createdMs -> Days.begunHours(asOf.timeMs() - createdMs))
        .findFirst();
  }
}
