package org.vigie.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Anchor;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.PairAct;
import org.vigie.core.rule.Signs;

/** Which events of a pair count as hits (page 0011 ¶47). */
final class Hits {
  private static final long STRONG = 2;
  private static final long OTHERWISE = 1;

  /**
   * An event that counts.
   *
   * @param signs for which of its signs
   */
  record Hit(SignedEvent event, Set<Enum<?>> signs) {}

  /**
   * The events that count for a measure.
   *
   * @param anchors events after which they come
   * @param meetings passed ones after which they come, where that is asked for
   */
  record Counted(
      Measure.Hits measure,
      List<Hit> hits,
      SortedSet<Instant> anchors,
      List<TimedMeeting> meetings) {
    /** A strong one counts more, unless the measure is plain. */
    long number() {
      long number = 0;
      for (Hit hit : hits) {
        boolean strong = hit.signs().stream().anyMatch(hit.event()::isStrong);
        number += strong && !measure.plain() ? STRONG : OTHERWISE;
      }
      return number;
    }

    /** ¶53: of the signs counted, and of the moments that were asked for. */
    SortedSet<Family> families() {
      SortedSet<Family> families = new TreeSet<>();
      for (Hit hit : hits) {
        hit.signs().forEach(sign -> families.add(family(sign)));
        measure
            .after()
            .forEach(anchor -> anchor.moments().forEach(one -> families.add(one.family())));
      }
      return families;
    }

    private static Family family(Enum<?> sign) {
      return sign instanceof SignalCode code ? Family.of(code) : ((PairAct) sign).family();
    }

    /** ¶54: the events counted and the events among their anchors. */
    SortedSet<Instant> evidence() {
      NavigableSet<Instant> evidence = new TreeSet<>(anchors);
      hits.forEach(hit -> evidence.add(hit.event().at()));
      return evidence;
    }
  }

  private final Relays relays;
  private final String account;
  private final String other;
  private final KeptPair pair;
  private final Optional<SignalCode> each;

  /**
   * Hits of a pair as an account sees it.
   *
   * @param each the code that the rule is judged for, if it is
   */
  Hits(Relays relays, Occasion.OfPair occasion, KeptPair pair, Optional<SignalCode> each) {
    this.relays = relays;
    this.account = occasion.account();
    this.other = occasion.counterpart();
    this.pair = pair;
    this.each = each;
  }

  /** What counts in the window that ends at an instant. */
  Counted count(Measure.Hits measure, long windowMs, Instant asOf) {
    List<Hit> hits = new ArrayList<>();
    SortedSet<Instant> anchors = new TreeSet<>();
    List<TimedMeeting> meetings = new ArrayList<>();
    for (SignedEvent event : pair.events()) {
      Set<Enum<?>> signs = counted(event, measure);
      boolean counts =
          event.at().isWithin(windowMs, asOf)
              && isSeen(event, measure)
              && isBy(event, measure.by())
              && !signs.isEmpty();
      if (counts && measure.after().stream().allMatch(one -> isAfter(event, one, measure, asOf))) {
        hits.add(new Hit(event, signs));
        for (Anchor one : measure.after()) {
          anchors.addAll(anchors(event, one, measure));
          one.moments().forEach(moment -> meetings.addAll(meetings(event, one, moment, asOf)));
        }
      }
    }
    return new Counted(measure, hits, anchors, meetings);
  }

  private static boolean isSeen(SignedEvent event, Measure.Hits measure) {
    return event.isPrivate() || !measure.privately();
  }

  private boolean isBy(SignedEvent event, Anchor.By by) {
    return switch (by) {
      case OWN -> event.from().equals(account);
      case OTHER -> event.from().equals(other);
      case EITHER -> true;
    };
  }

  /** The signs of an event for which it counts. */
  private Set<Enum<?>> counted(SignedEvent event, Measure.Hits measure) {
    Set<Enum<?>> signs = among(event, measure.signs());
    if (measure.unlessRelayed() && event.from().equals(account)) {
      signs.removeAll(relays.relayed(account, other, event));
    }
    return signs;
  }

  /** Those signs of an event that are among some. */
  private Set<Enum<?>> among(SignedEvent event, Signs wanted) {
    Set<Enum<?>> signs = new LinkedHashSet<>();
    for (Enum<?> sign : event.signs()) {
      boolean isEach = wanted.each() && each.isPresent() && sign == each.get();
      if (isEach || wanted.codes().contains(sign) || wanted.acts().contains(sign)) {
        signs.add(sign);
      }
    }
    return signs;
  }

  private boolean isAfter(SignedEvent event, Anchor anchor, Measure.Hits measure, Instant asOf) {
    return !anchors(event, anchor, measure).isEmpty()
        || anchor.moments().stream().anyMatch(moment -> isAfter(event, anchor, moment, asOf));
  }

  /** The events that are anchors of one. */
  private List<Instant> anchors(SignedEvent event, Anchor anchor, Measure.Hits measure) {
    return pair.events().stream()
        .filter(one -> !among(one, anchor.signs()).isEmpty())
        .filter(one -> isBy(one, anchor.by()) && isSeen(one, measure))
        .map(SignedEvent::at)
        .filter(at -> isAnchor(at.timeMs(), event, anchor))
        .toList();
  }

  private boolean isAfter(SignedEvent event, Anchor anchor, Anchor.Moment moment, Instant asOf) {
    return moment == Anchor.Moment.CONTACT
        ? isAnchor(pair.life().first().timeMs(), event, anchor)
        : !meetings(event, anchor, moment, asOf).isEmpty();
  }

  /** ¶43, ¶47: a meeting has to lie before the event, not at the same time. */
  private List<TimedMeeting> meetings(
      SignedEvent event, Anchor anchor, Anchor.Moment moment, Instant asOf) {
    return pair.meetings().stream()
        .filter(meeting -> isAsked(meeting, moment))
        .filter(meeting -> meeting.hasPassed(asOf.timeMs()))
        .filter(meeting -> meeting.timeMs() < event.at().timeMs())
        .filter(meeting -> isAnchor(meeting.timeMs(), event, anchor))
        .toList();
  }

  private static boolean isAsked(TimedMeeting meeting, Anchor.Moment moment) {
    return switch (moment) {
      case CONTACT -> false;
      case MEETING -> true;
      case PRIVATE_MEETING -> !meeting.isPublic();
    };
  }

  private static boolean isAnchor(long timeMs, SignedEvent event, Anchor anchor) {
    long eventMs = event.at().timeMs();
    return timeMs <= eventMs && eventMs - timeMs <= anchor.withinMs();
  }
}
