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
 * @param opening how it was opened, if it was
 * @param answered whether the other has answered the opening
 */
record PairLife(List<Observation> acts, Optional<Opening> opening, boolean answered) {
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

  static PairLife begunBy(Observation act) {
    return new PairLife(List.of(), Optional.empty(), false).with(act);
  }

  /** The same life, one act later. */
  PairLife with(Observation act) {
    List<Observation> more = new ArrayList<>(acts);
    more.add(act);
    Optional<Opening> opened =
        opening.isEmpty() && Acts.canOpen(act) ? Optional.of(openedBy(act)) : opening;
    boolean answers =
        opening
            .map(
                earlier ->
                    act.at().isAfter(earlier.at())
                        && !act.actor().equals(earlier.actor())
                        && Acts.canAnswer(act))
            .orElse(false);
    return new PairLife(List.copyOf(more), opened, answered || answers);
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

  Instant first() {
    return acts.get(0).at();
  }

  Instant last() {
    return acts.get(acts.size() - 1).at();
  }

  /** Whether it has ended before {@code now}: at a midnight, after everything of that very ms. */
  boolean isExpired(Instant now) {
    long dueMs = last().timeMs() + (answered ? ANSWERED_MS : UNANSWERED_MS);
    return Days.nextMidnight(dueMs) < now.timeMs();
  }

  int messages() {
    return (int) acts.stream().filter(act -> act.message().isPresent()).count();
  }
}
