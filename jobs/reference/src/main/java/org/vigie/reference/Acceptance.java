package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Review;

/** From the record to what counts: targets, order, duplicates (page ¶2-4). */
final class Acceptance {
  private static final long DUPLICATE_MS = Days.DAY_MS;
  private static final String NO_TARGET = "";

  /** Within one instant, acts come in the order of actor and target. */
  private static final Comparator<Observation> ORDER =
      Comparator.comparing(Observation::at)
          .thenComparing(Observation::actor)
          .thenComparing(Observation::target);

  /** Of copies at one instant the one with the smaller encoding comes first, and so counts (¶3). */
  private static final Comparator<Observation> SMALLER_COPY_FIRST =
      ORDER.thenComparing(observation -> observation.event().toString());

  /** What makes two events copies of each other (¶3); the rank stands for the kind. */
  private record Identity(String eventId, int rank, String actor, String target) {
    static Identity of(Observation seen) {
      return new Identity(seen.event().eventId(), seen.at().rank(), seen.actor(), seen.target());
    }
  }

  private Acceptance() {}

  /** What one community's events bring, in order, each thing once. */
  static List<Observation> accept(Collection<RecordedEvent> events) {
    List<Observation> seen = new ArrayList<>();
    for (RecordedEvent recorded : events) {
      Instant at = Recording.instant(recorded);
      for (String target : targets(recorded.event())) {
        seen.add(new Observation(at, recorded.event(), target));
      }
    }
    seen.sort(SMALLER_COPY_FIRST);
    return withoutDuplicates(seen);
  }

  private static List<Observation> withoutDuplicates(List<Observation> seen) {
    List<Observation> accepted = new ArrayList<>();
    Map<Identity, Long> acceptedMs = new HashMap<>();
    for (Observation observation : seen) {
      Identity identity = Identity.of(observation);
      long timeMs = observation.at().timeMs();
      Long earlierMs = acceptedMs.get(identity);
      // A review counts once its alert is there: that is for the cases to see (¶30).
      boolean isReview = observation.event() instanceof Review;
      if (isReview || earlierMs == null || earlierMs <= timeMs - DUPLICATE_MS) {
        acceptedMs.put(identity, timeMs);
        accepted.add(observation);
      }
    }
    return accepted;
  }

  /** Whom an event concerns; nobody observes themselves (¶4). */
  private static Set<String> targets(Event event) {
    Set<String> targets = new LinkedHashSet<>();
    if (event instanceof Message message) {
      targets.add(NO_TARGET);
      targets.addAll(others(message));
    } else if (event instanceof Interaction interaction) {
      targets.add(interaction.target());
      targets.remove(interaction.actor());
    } else if (event instanceof Review review) {
      targets.add(review.alertId());
    } else {
      targets.add(NO_TARGET);
    }
    return targets;
  }

  /** The recipients of a message without its sender, each once (¶4). */
  static Set<String> others(Message message) {
    Set<String> others = new LinkedHashSet<>(message.recipients());
    others.remove(message.actor());
    return others;
  }
}
