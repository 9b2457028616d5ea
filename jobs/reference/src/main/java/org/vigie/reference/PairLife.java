package org.vigie.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.Unknown;

/**
 * One life of a pair, from its first act until it expires (page ¶10, ¶11).
 *
 * @param acts of both, in order, at least one
 */
record PairLife(List<Observation> acts) {
  private static final long UNANSWERED_MS = 28 * Days.DAY_MS;
  private static final long ANSWERED_MS = 180 * Days.DAY_MS;

  /**
   * How a pair was opened (¶11).
   *
   * @param mutualContacts of the opening event, {@link Unknown#INT} if unknown
   */
  record Opening(Observation by, boolean unsolicited, int mutualContacts) {
    Instant at() {
      return by.at();
    }

    String actor() {
      return by.actor();
    }
  }

  PairLife {
    acts = List.copyOf(acts);
    if (acts.isEmpty()) {
      throw new IllegalArgumentException("a pair begins with an act");
    }
  }

  /** The lives of a pair, in order, given all its acts. */
  static List<PairLife> lives(List<Observation> acts) {
    List<PairLife> lives = new ArrayList<>();
    List<Observation> current = new ArrayList<>();
    for (Observation act : acts) {
      if (!current.isEmpty() && new PairLife(current).isExpired(act.at())) {
        lives.add(new PairLife(current));
        current.clear();
      }
      current.add(act);
    }
    if (!current.isEmpty()) {
      lives.add(new PairLife(current));
    }
    return lives;
  }

  Optional<Opening> opening() {
    return acts.stream().filter(Acts::canOpen).findFirst().map(this::openedBy);
  }

  private Opening openedBy(Observation act) {
    boolean otherActedBefore =
        acts.stream()
            .anyMatch(
                earlier -> earlier.at().isBefore(act.at()) && !earlier.actor().equals(act.actor()));
    boolean matched =
        act.message()
            .map(message -> message.contactOrigin() == Message.ContactOrigin.MATCHED)
            .orElse(false);
    return new Opening(act, !otherActedBefore && !matched, mutualContacts(act));
  }

  private static int mutualContacts(Observation act) {
    if (act.message().isPresent()) {
      Message message = act.message().get();
      return message.recipientMutualContacts().get(message.recipients().indexOf(act.target()));
    }
    return act.interaction().map(Interaction::mutualContacts).orElse(Unknown.INT);
  }

  /** After the opening, the other sends, accepts or follows (¶11). */
  boolean answered() {
    Optional<Opening> opening = opening();
    return opening.isPresent()
        && acts.stream()
            .anyMatch(
                act ->
                    act.at().isAfter(opening.get().at())
                        && !act.actor().equals(opening.get().actor())
                        && Acts.canAnswer(act));
  }

  Instant first() {
    return acts.get(0).at();
  }

  Instant last() {
    return acts.get(acts.size() - 1).at();
  }

  /** Whether it has ended before {@code now}: at a midnight, after everything of that very ms. */
  boolean isExpired(Instant now) {
    long dueMs = last().timeMs() + (answered() ? ANSWERED_MS : UNANSWERED_MS);
    return Days.nextMidnight(dueMs) < now.timeMs();
  }

  /** What there was of it at {@code asOf}; empty if it had not begun. */
  Optional<PairLife> asOf(Instant asOf) {
    List<Observation> then = acts.stream().filter(act -> !act.at().isAfter(asOf)).toList();
    return then.isEmpty() ? Optional.empty() : Optional.of(new PairLife(then));
  }

  int messages() {
    return (int) acts.stream().filter(act -> act.message().isPresent()).count();
  }
}
