package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;

/** Bans of accounts for a harm (page 0012 ¶77). */
final class Bans {
  private static final long IN_FORCE_MS = 90 * Days.DAY_MS;
  private static final String NO_HARM = "OTHER";

  /** A ban, as it is known at the end of the log. */
  static final class Ban {
    final String account;
    final Instant began;
    final long dateMs;

    /** Until when it is said to last, from which instant on; {@link Unknown#TIME} without end. */
    private final NavigableMap<Instant, Long> untilMs = new TreeMap<>();

    private Optional<Instant> restored = Optional.empty();

    private Ban(Observation banned) {
      account = banned.actor();
      began = banned.at();
      dateMs = Math.min(banned.event().timeMs(), banned.at().timeMs());
      extend(banned);
    }

    private void extend(Observation banned) {
      untilMs.put(banned.at(), banned.session().orElseThrow().banUntilMs());
    }

    /** Whether it is in force. */
    boolean isInForce(Instant at) {
      return isInForce(at, at);
    }

    /** Whether it is in force at one instant as far as an earlier one could tell. */
    boolean isInForce(Instant told, Instant at) {
      Map.Entry<Instant, Long> until = untilMs.floorEntry(told);
      return until != null
          && at.timeMs() - dateMs < IN_FORCE_MS
          && (until.getValue() == Unknown.TIME || at.timeMs() < until.getValue())
          && restored.filter(one -> !one.isAfter(told)).isEmpty();
    }
  }

  private final Map<String, List<Ban>> bans = new HashMap<>();

  Bans(Log log) {
    for (Observation seen : log.all()) {
      seen.session().ifPresent(session -> take(seen, session));
    }
  }

  private void take(Observation seen, SessionEvent session) {
    List<Ban> own = bans.computeIfAbsent(seen.actor(), absent -> new ArrayList<>());
    Optional<Ban> last = own.isEmpty() ? Optional.empty() : Optional.of(own.get(own.size() - 1));
    if (session.kind() == SessionEvent.Kind.RESTORED) {
      last.filter(ban -> ban.restored.isEmpty())
          .ifPresent(ban -> ban.restored = Optional.of(seen.at()));
    } else if (session.kind() == SessionEvent.Kind.BANNED && isForHarm(session)) {
      Optional<Ban> inForce = last.filter(ban -> ban.isInForce(seen.at()));
      inForce.ifPresentOrElse(ban -> ban.extend(seen), () -> own.add(new Ban(seen)));
    }
  }

  private static boolean isForHarm(SessionEvent session) {
    return Unknown.isKnown(session.banReason()) && !session.banReason().equals(NO_HARM);
  }

  /** All of them. */
  List<Ban> all() {
    return bans.values().stream().flatMap(List::stream).toList();
  }

  /** The ban of an account that began last, as of an instant. */
  Optional<Ban> latest(String account, Instant asOf) {
    return bans.getOrDefault(account, List.of()).stream()
        .filter(ban -> !ban.began.isAfter(asOf))
        .reduce((earlier, later) -> later);
  }
}
