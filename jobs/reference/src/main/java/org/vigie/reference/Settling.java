package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Review;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;

/** Goes through the instants of one community, in order (page ¶2). */
final class Settling {
  private final Judging judging;
  private final Judge judge;
  private final Memory memory;
  private final Occasions occasions;
  private final Cases cases;

  Settling(RuleSet rules, String community, Collection<RecordedEvent> events) {
    Knowledge known = new Knowledge(new Log(Acceptance.accept(events)), rules.ages());
    judging = new Judging(known, rules);
    judge = new Judge(judging);
    memory = new Memory(judging, judge);
    occasions = new Occasions(judging);
    cases = new Cases(community);
  }

  /** Every revision of every alert, with the deadlines up to {@code endMs}. */
  List<ReferenceAlert> settle(long endMs) {
    judging
        .known()
        .log
        .instants()
        .forEach(
            (instant, brings) -> {
              // A deadline at the very millisecond of an event comes after it (rank 4).
              cases.lapse(instant.timeMs() - 1);
              judge(instant, brings);
            });
    cases.lapse(endMs);
    return cases.revisions();
  }

  private void judge(Instant instant, List<Observation> brings) {
    Ages.Changed changed = judging.known().ages.changedAt(instant);
    List<Finding> superseded = changed.isEmpty() ? List.of() : memory.superseded(instant);
    List<Finding> found = new ArrayList<>();
    if (instant.timeMs() >= judging.rules().effectiveFromMs()) {
      for (Rule rule : judging.rules().rules()) {
        for (Occasion occasion : occasions.of(rule, instant, changed)) {
          judge.judge(rule, occasion, instant).filter(memory::admits).ifPresent(found::add);
        }
      }
    }
    cases.apply(instant, superseded, found, reviews(brings));
  }

  private static List<Review> reviews(List<Observation> brings) {
    List<Review> reviews = new ArrayList<>();
    for (Observation seen : brings) {
      if (seen.event() instanceof Review review) {
        reviews.add(review);
      }
    }
    return reviews;
  }
}
