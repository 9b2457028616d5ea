package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Unknown;

/** The meetings of one pair that wait for what comes after them (page 0012 ¶73-75). */
final class WaitingMeetings {
  private static final int KEPT_MAX = 4;
  private static final long WAITING_MS = 2 * Days.DAY_MS;

  /** A block or report of one of the two about the other, or one on its behalf (¶74). */
  record Reaction(Instant at, String from) {}

  /**
   * A meeting that waits.
   *
   * @param place the last that was named, may be unknown
   * @param said the latest message about it
   * @param reaction of the target, once there is one
   * @param life when the life of the pair began in which it was agreed on
   */
  private record Waiting(
      String id,
      String proposer,
      String target,
      long timeMs,
      String place,
      boolean isPublic,
      Instant said,
      Optional<Instant> reaction,
      Instant life) {
    private static final Comparator<Waiting> OLDEST_FIRST =
        Comparator.comparingLong((Waiting meeting) -> meeting.said().timeMs())
            .thenComparing(Waiting::id)
            .thenComparing(Waiting::said);

    /** When it is over (¶75). */
    Instant due() {
      return new Instant(Days.nextSecond(timeMs + WAITING_MS), Instant.DEADLINE, "");
    }

    /** Whether an instant comes after its time, and after all that was said about it. */
    boolean isBefore(Instant at) {
      return at.timeMs() > timeMs && at.isAfter(said);
    }

    /** Whether what is said about its id is still about it. */
    boolean isStillAgreed(Instant at) {
      return at.timeMs() <= timeMs;
    }

    /**
     * The same once more was said about it; its time changes only where one that counts is said.
     */
    Waiting after(Meeting more, Instant at) {
      return new Waiting(
          id,
          proposer,
          target,
          Meetings.counts(more.timeMs(), at.timeMs()) ? more.timeMs() : timeMs,
          Unknown.isKnown(more.place()) ? more.place() : place,
          isPublic || more.publicPlace(),
          at,
          reaction,
          life);
    }

    Waiting reactedAt(Instant at) {
      return new Waiting(
          id, proposer, target, timeMs, place, isPublic, said, Optional.of(at), life);
    }
  }

  private final Knowledge known;
  private final Log.Two two;
  private final List<Reaction> reactions;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Aftermaths.Aftermath> aftermaths = new ArrayList<>();

  WaitingMeetings(Knowledge known, Log.Two two, List<Reaction> reactions) {
    this.known = known;
    this.two = two;
    this.reactions = reactions;
  }

  /** What comes of them, in order. */
  List<Aftermaths.Aftermath> aftermaths() {
    SortedMap<Instant, List<Observation>> messages = new TreeMap<>();
    for (Observation act : known.log.actsBetween(two)) {
      if (act.message().isPresent()) {
        messages.computeIfAbsent(act.at(), at -> new ArrayList<>()).add(act);
      }
    }
    SortedSet<Instant> instants = new TreeSet<>(messages.keySet());
    reactions.forEach(reaction -> instants.add(reaction.at()));
    for (Instant at : instants) {
      endBefore(at);
      messages.getOrDefault(at, List.of()).forEach(this::takeOut);
      messages.getOrDefault(at, List.of()).forEach(this::agree);
      waiting.sort(Waiting.OLDEST_FIRST);
      waiting.subList(0, Math.max(0, waiting.size() - KEPT_MAX)).clear();
      reactions.stream().filter(reaction -> reaction.at().equals(at)).forEach(this::react);
    }
    endBefore(Instant.NEVER_AGAIN);
    aftermaths.sort(Aftermaths.Aftermath.ORDER);
    return aftermaths;
  }

  /** ¶73: what ends a meeting, or its target's silence. */
  private void takeOut(Observation message) {
    Meeting said = message.message().orElseThrow().meeting();
    Instant at = message.at();
    boolean ends = Meetings.isAboutMeeting(message) && !Meetings.proposesOrAccepts(message);
    waiting.removeIf(
        one ->
            message.actor().equals(one.target()) && one.isBefore(at)
                || ends && one.id().equals(said.id()) && one.isStillAgreed(at));
  }

  /** ¶73: what is agreed on anew, or otherwise. */
  private void agree(Observation message) {
    if (!Meetings.proposesOrAccepts(message)) {
      return;
    }
    Meeting said = message.message().orElseThrow().meeting();
    Instant at = message.at();
    Optional<Waiting> before =
        waiting.stream()
            .filter(one -> one.id().equals(said.id()) && one.isStillAgreed(at))
            .findFirst();
    before.ifPresent(waiting::remove);
    if (before.isPresent()) {
      waiting.add(before.get().after(said, at));
    } else if (Meetings.counts(said.timeMs(), at.timeMs())) {
      waiting.add(begun(message, said));
    }
  }

  private Waiting begun(Observation message, Meeting said) {
    boolean proposes = said.status() == Meeting.Status.PROPOSED;
    PairLife life = known.pairs.existing(two.lesser(), two.greater(), message.at()).orElseThrow();
    return new Waiting(
        said.id(),
        proposes ? message.actor() : message.target(),
        proposes ? message.target() : message.actor(),
        said.timeMs(),
        said.place(),
        said.publicPlace(),
        message.at(),
        Optional.empty(),
        life.first());
  }

  /** ¶74: the first one counts. */
  private void react(Reaction reaction) {
    waiting.replaceAll(
        one ->
            one.reaction().isEmpty()
                    && reaction.from().equals(one.target())
                    && one.isBefore(reaction.at())
                ? one.reactedAt(reaction.at())
                : one);
  }

  /** ¶75: meetings that are over before an instant, and those of a pair that expired (¶10). */
  private void endBefore(Instant at) {
    for (Waiting one : List.copyOf(waiting)) {
      if (one.due().isBefore(at)) {
        waiting.remove(one);
        end(one);
      }
    }
    waiting.removeIf(one -> !isOfLife(one, at));
  }

  private boolean isOfLife(Waiting meeting, Instant at) {
    return known
        .pairs
        .existing(two.lesser(), two.greater(), at)
        .filter(life -> life.first().equals(meeting.life()))
        .isPresent();
  }

  private void end(Waiting meeting) {
    Instant at = meeting.due();
    boolean fled =
        known.profiles.goneMs(meeting.proposer(), at).orElse(Long.MIN_VALUE) > meeting.timeMs();
    if (isOfLife(meeting, at) && (meeting.reaction().isPresent() || fled)) {
      NavigableSet<Instant> evidence = new TreeSet<>();
      evidence.add(meeting.said());
      meeting.reaction().ifPresent(evidence::add);
      aftermaths.add(
          new Aftermaths.Aftermath(
              at,
              meeting.proposer(),
              meeting.target(),
              meeting.place(),
              meeting.reaction().isPresent(),
              meeting.isPublic(),
              evidence));
    }
  }
}
