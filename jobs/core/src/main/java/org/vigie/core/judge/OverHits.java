package org.vigie.core.judge;

import org.vigie.core.rule.Anchor;
import org.vigie.core.rule.Anchor.Moment;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Signs;

/** Counts the events of a pair that bear signs and come after their anchors. */
final class OverHits extends Computation {
  private static final int STRONG = 2;

  private final Measure.Hits hits;
  private final long mask;
  private final Anchor[] anchors;
  private final long[] anchorMasks;
  private final long windowMs;

  OverHits(Measure.Hits hits, long windowMs) {
    this.hits = hits;
    this.mask = hits.signs().mask();
    this.anchors = hits.after().toArray(Anchor[]::new);
    this.anchorMasks = new long[anchors.length];
    for (int i = 0; i < anchors.length; i++) {
      anchorMasks[i] = anchors[i].signs().mask();
    }
    this.windowMs = windowMs;
  }

  @Override
  long compute(Values values) {
    SignedEvents events = values.facts().signs();
    int sum = 0;
    for (int i = 0; i < events.size(); i++) {
      long counted = counted(events, i, values);
      if (counted != 0) {
        boolean strong = !hits.plain() && (counted & events.strong(i)) != 0;
        sum += strong ? STRONG : 1;
      }
    }
    return Fixed.whole(sum);
  }

  /** The signs for which an event counts, none if it does not. */
  private long counted(SignedEvents events, int event, Values values) {
    long signs = events.signs(event) & (hits.signs().each() ? mask | values.each() : mask);
    if (hits.unlessRelayed()) {
      signs &= ~events.relayed(event);
    }
    if (signs == 0 || !isSeen(events, event, hits.by())) {
      return 0;
    }
    long agoMs = values.atMs() - events.timeMs(event);
    if (agoMs < 0 || agoMs >= windowMs) {
      return 0;
    }
    for (int i = 0; i < anchors.length; i++) {
      if (!comesAfter(events, event, i)) {
        return 0;
      }
    }
    return signs;
  }

  private boolean isSeen(SignedEvents events, int event, Anchor.By by) {
    boolean bySender =
        switch (by) {
          case OWN -> events.isOwn(event);
          case OTHER -> !events.isOwn(event);
          case EITHER -> true;
        };
    return bySender && (!hits.privately() || events.isPrivate(event));
  }

  private boolean comesAfter(SignedEvents events, int event, int clause) {
    Anchor anchor = anchors[clause];
    long timeMs = events.timeMs(event);
    if (anchor.moments().contains(Moment.CONTACT) && isAnchor(anchor, events.contactMs(), timeMs)) {
      return true;
    }
    for (int i = 0; i < events.meetings(); i++) {
      if (isMeetingBefore(events, i, event, anchor)) {
        return true;
      }
    }
    for (int i = 0; i < events.size(); i++) {
      if (isAnchor(events, i, event, clause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMeetingBefore(
      SignedEvents events, int meeting, int event, Anchor anchor) {
    boolean isOf =
        anchor.moments().contains(Moment.MEETING)
            || anchor.moments().contains(Moment.PRIVATE_MEETING) && !events.isPublic(meeting);
    long passedMs = events.meetingMs(meeting);
    long timeMs = events.timeMs(event);
    return isOf && passedMs < timeMs && isAnchor(anchor, passedMs, timeMs);
  }

  private boolean isAnchor(SignedEvents events, int candidate, int event, int clause) {
    return (events.signs(candidate) & anchorMasks[clause]) != 0
        && isSeen(events, candidate, anchors[clause].by())
        && isAnchor(anchors[clause], events.timeMs(candidate), events.timeMs(event));
  }

  private static boolean isAnchor(Anchor anchor, long anchorMs, long timeMs) {
    return anchorMs <= timeMs && timeMs - anchorMs <= anchor.withinMs();
  }

  @Override
  int families(Values values) {
    SignedEvents events = values.facts().signs();
    long seen = 0;
    for (int i = 0; i < events.size(); i++) {
      seen |= counted(events, i, values);
    }
    int families = Signs.families(seen);
    for (Anchor anchor : anchors) {
      for (Moment moment : anchor.moments()) {
        families |= seen == 0 ? 0 : moment.family().bit();
      }
    }
    return families;
  }

  @Override
  void instants(Values values, Instants instants) {
    SignedEvents events = values.facts().signs();
    for (int i = 0; i < events.size(); i++) {
      if (counted(events, i, values) != 0) {
        instants.add(events, i);
      }
    }
  }

  @Override
  void restsOn(Values values, int pair, RestsOn hears) {
    SignedEvents events = values.facts().signs();
    for (int i = 0; i < events.size(); i++) {
      long counted = counted(events, i, values);
      if (counted != 0) {
        hears.event(pair, i, counted);
        for (int clause = 0; clause < anchors.length; clause++) {
          tellAnchors(events, i, clause, pair, hears);
        }
      }
    }
  }

  private void tellAnchors(SignedEvents events, int event, int clause, int pair, RestsOn hears) {
    for (int other = 0; other < events.size(); other++) {
      if (isAnchor(events, other, event, clause)) {
        hears.event(pair, other, events.signs(other) & anchorMasks[clause]);
      }
    }
    for (int meeting = 0; meeting < events.meetings(); meeting++) {
      if (isMeetingBefore(events, meeting, event, anchors[clause])) {
        hears.meeting(pair, meeting);
      }
    }
  }
}
