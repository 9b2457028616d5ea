package org.vigie.reference;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;

/** Which codes an account sent another one (page ¶15). */
final class Codes {
  private static final int SMALL_GROUP_MAX = 4;
  private static final int PAIRS_MAX = 64;

  private final Log log;
  private final Forgetting forgetting;

  Codes(Log log, Forgetting forgetting) {
    this.log = log;
    this.forgetting = forgetting;
  }

  /** The codes that a message brings its target, if it is one that counts. */
  static Set<SignalCode> of(Observation seen) {
    Set<SignalCode> codes = EnumSet.noneOf(SignalCode.class);
    if (!seen.hasTarget() || !seen.message().map(Codes::isPrivate).orElse(false)) {
      return codes;
    }
    Message message = seen.message().orElseThrow();
    for (Signal signal : message.signals()) {
      if (signal.counts()) {
        codes.add(signal.code());
      }
    }
    if (message.meeting().status() == Meeting.Status.PROPOSED) {
      codes.add(SignalCode.MEETING_PROPOSAL);
    }
    return codes;
  }

  /** Whether it went to one other, or to few. */
  static boolean isPrivate(Message message) {
    return switch (message.channel()) {
      case DIRECT -> true;
      case GROUP -> Acceptance.others(message).size() <= SMALL_GROUP_MAX;
      case ROOM, VOICE -> false;
    };
  }

  /** Whether a message brings its target a stage code. */
  static boolean hasStage(Observation seen) {
    return of(seen).stream().anyMatch(SignalCode::isStage);
  }

  /** Per code the latest message with which {@code actor} sent it to {@code other}. */
  Map<SignalCode, Observation> latest(String actor, String other, Instant asOf) {
    return keptBy(actor, asOf).contains(other)
        ? allLatest(actor, other, asOf)
        : new EnumMap<>(SignalCode.class);
  }

  /** When an account sent another a stage code last, {@link Instant#NEVER} if it keeps none. */
  Instant latestStage(String actor, String other, Instant asOf) {
    return latest(actor, other, asOf).entrySet().stream()
        .filter(sent -> sent.getKey().isStage())
        .map(sent -> sent.getValue().at())
        .reduce(Instant.NEVER, Newest::later);
  }

  /** When an account sent another a stage code last before an instant, if it remembers that. */
  Optional<Instant> stageBefore(String actor, String other, Instant at) {
    return log.actsBetween(Log.Two.of(actor, other)).stream()
        .filter(act -> act.actor().equals(actor) && hasStage(act))
        .map(Observation::at)
        .filter(sent -> sent.isBefore(at) && !forgetting.isErased(actor, sent, at))
        .reduce(Newest::later);
  }

  private Map<SignalCode, Observation> allLatest(String actor, String other, Instant asOf) {
    Map<SignalCode, Observation> latest = new EnumMap<>(SignalCode.class);
    for (Observation act : log.actsBetween(Log.Two.of(actor, other))) {
      boolean isPast = act.actor().equals(actor) && !act.at().isAfter(asOf);
      if (isPast && !forgetting.isErased(actor, act.at(), asOf)) {
        of(act).forEach(code -> latest.put(code, act));
      }
    }
    return latest;
  }

  /** Those to whom the account sent codes most recently: it keeps no more pairs than that. */
  private List<String> keptBy(String actor, Instant asOf) {
    if (log.partnersOf(actor).size() <= PAIRS_MAX) {
      return List.copyOf(log.partnersOf(actor));
    }
    Map<String, Instant> latest = new HashMap<>();
    for (String other : log.partnersOf(actor)) {
      allLatest(actor, other, asOf)
          .values()
          .forEach(message -> latest.merge(other, message.at(), Newest::later));
    }
    return Newest.ids(latest, PAIRS_MAX);
  }
}
