package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Review;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;

/** Goes through the instants of one community, in order (page ¶2). */
final class Settling {
  private final Judging judging;
  private final Judge judge;
  private final Memory memory;
  private final Afterwards afterwards;
  private final Occasions occasions;
  private final Cases cases;
  private final long endMs;

  Settling(RuleSet rules, String community, Collection<RecordedEvent> events, long endMs) {
    this.endMs = endMs;
    Log log = new Log(Acceptance.accept(events));
    judging = new Judging(new Knowledge(log, rules.ages()), rules);
    judge = new Judge(judging);
    memory = new Memory(judging, judge);
    Warning warning = new Warning(judging);
    afterwards = new Afterwards(judging, warning);
    occasions = new Occasions(judging);
    cases = new Cases(community, judging, warning);
  }

  /** Every revision of every alert, with the deadlines up to the end. */
  List<ReferenceAlert> settle() {
    for (Instant instant : instants()) {
      // A deadline at the very millisecond of an event comes after it (rank 4), and what came of a
      // meeting after all others (page 0012 ¶75).
      boolean isDeadline = instant.rank() == Instant.DEADLINE;
      cases.fallDue(isDeadline ? instant.timeMs() : instant.timeMs() - 1);
      judge(instant);
    }
    cases.fallDue(endMs);
    return cases.revisions();
  }

  private SortedSet<Instant> instants() {
    NavigableSet<Instant> instants = new TreeSet<>(judging.known().log.instants().keySet());
    instants.addAll(judging.known().aftermaths().instants());
    return instants.headSet(new Instant(endMs, Instant.DEADLINE, ""), true);
  }

  private void judge(Instant instant) {
    Changes changes = new Changes(judging.known(), instant);
    memory.forget(instant);
    List<Finding> superseded = memory.superseded(instant, changes);
    Cases.News news = new Cases.News(superseded, reviews(judging.known().log.at(instant)));
    if (instant.timeMs() >= judging.rules().effectiveFromMs()) {
      for (Rule rule : judging.rules().rules()) {
        judge(rule, occasions.of(rule, instant, changes), instant, news);
      }
    }
    news.told().addAll(afterwards.at(instant));
    cases.apply(instant, news);
  }

  private void judge(Rule rule, List<Occasion> occasions, Instant instant, Cases.News news) {
    Set<String> returned = new HashSet<>();
    for (Occasion occasion : occasions) {
      if (returned.contains(occasion.account())) {
        continue; // 0012 ¶81: of several bans the first for which the rule fires makes the finding
      }
      Optional<Finding> found = judge.judge(rule, occasion, instant);
      found.ifPresent(one -> add(one, news));
      if (found.isPresent() && occasion instanceof Occasion.OfReturn) {
        returned.add(occasion.account());
      }
    }
  }

  /** ¶23: what cools down is left out, unless its rule is never silenced. */
  private void add(Finding finding, Cases.News news) {
    OptionalLong untilMs = memory.coolsUntil(finding);
    if (untilMs.isEmpty()) {
      news.found().add(finding);
      afterwards.remember(finding);
    } else if (finding.rule().neverSilenced()) {
      news.cooling().add(new Case.Cooling(finding, untilMs.getAsLong()));
    }
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
