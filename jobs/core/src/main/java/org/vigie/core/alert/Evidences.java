package org.vigie.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.core.fold.Listed;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.order.Rank;

/** Brings evidence references together: one an instant, newest kept, oldest first. */
public final class Evidences {
  /** In the order of their instants. */
  public static final Comparator<Evidence> OLDEST_FIRST =
      Comparator.comparingLong(Evidence::timeMs)
          .thenComparing(evidence -> rankOf(evidence.kind()))
          .thenComparing(Evidence::eventId);

  /** The same id a day later is another event. */
  private record Identity(Evidence.Kind kind, String eventId, long timeMs) {}

  private Evidences() {}

  /** The media of an event are the same wherever they matter, or left out. */
  private static Evidence joined(Evidence one, Evidence other) {
    Evidence both = one.withCodes(one.codes() | other.codes());
    return one.media().isEmpty() ? both.withMedia(other.media()) : both;
  }

  /** Of the instants of such events. */
  public static Rank rankOf(Evidence.Kind kind) {
    return switch (kind) {
      case MESSAGE -> Rank.MESSAGE;
      case SESSION -> Rank.ACCOUNT_LIFE;
      case INTERACTION -> Rank.INTERACTION;
    };
  }

  /** As many of them as a limit allows. */
  public static List<Evidence> merged(List<Evidence> all, StateLimit limit, Step step) {
    Map<Identity, Evidence> byEvent = new LinkedHashMap<>();
    for (Evidence evidence : all) {
      byEvent.merge(
          new Identity(evidence.kind(), evidence.eventId(), evidence.timeMs()),
          evidence,
          Evidences::joined);
    }
    List<Evidence> merged = new ArrayList<>(byEvent.values());
    merged.sort(OLDEST_FIRST);
    return Listed.last(merged, limit, step);
  }
}
