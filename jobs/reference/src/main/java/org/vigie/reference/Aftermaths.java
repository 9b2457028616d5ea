package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Fixed;

/** What came of meetings, as links keep it (page 0012 ¶75, ¶76). */
final class Aftermaths {
  private static final int KEPT_MAX = 16;
  private static final long KEPT_MS = 30 * Days.DAY_MS;
  private static final int PROPOSERS_MAX = 5;

  /**
   * A meeting after which its target was silent.
   *
   * @param reacted whether the target blocked or reported the proposer, else the proposer is gone
   * @param evidence the latest message about the meeting, and the reaction
   */
  record Aftermath(
      Instant at,
      String proposer,
      String target,
      String place,
      boolean reacted,
      boolean isPublic,
      SortedSet<Instant> evidence) {
    static final Comparator<Aftermath> ORDER =
        Comparator.comparing(Aftermath::at)
            .thenComparing(Aftermath::proposer)
            .thenComparing(Aftermath::target);

    private boolean repeats(Aftermath other) {
      return proposer.equals(other.proposer) && target.equals(other.target);
    }
  }

  private final Knowledge known;
  private final SortedMap<Traces.Place, List<Aftermath>> left = new TreeMap<>();

  Aftermaths(Knowledge known) {
    this.known = known;
    SortedSet<Log.Two> pairs = new TreeSet<>();
    Map<Log.Two, List<WaitingMeetings.Reaction>> reactions = new HashMap<>();
    for (Observation seen : known.log.all()) {
      if (Meetings.proposesOrAccepts(seen)) {
        pairs.add(Log.Two.of(seen.actor(), seen.target()));
      }
      for (String from : reactingIn(seen)) {
        reactions
            .computeIfAbsent(Log.Two.of(from, seen.target()), pair -> new ArrayList<>())
            .add(new WaitingMeetings.Reaction(seen.at(), from));
      }
    }
    List<Aftermath> all = new ArrayList<>();
    for (Log.Two pair : pairs) {
      List<WaitingMeetings.Reaction> ofPair = reactions.getOrDefault(pair, List.of());
      all.addAll(new WaitingMeetings(known, pair, ofPair).aftermaths());
    }
    all.sort(Aftermath.ORDER);
    all.stream()
        .filter(one -> known.profiles.isPerson(one.proposer(), one.at()))
        .forEach(this::tell);
  }

  /** ¶74: who blocks or reports, and on whose behalf. */
  private static Set<String> reactingIn(Observation seen) {
    Interaction interaction = seen.interaction().orElse(null);
    if (interaction == null) {
      return Set.of();
    }
    return switch (interaction.kind()) {
      case BLOCK -> Set.of(seen.actor());
      case REPORT -> {
        Set<String> from = new TreeSet<>(List.of(seen.actor(), interaction.report().onBehalfOf()));
        from.removeIf(one -> !Unknown.isKnown(one) || one.equals(seen.target()));
        yield from;
      }
      case ACCEPT, DECLINE, FOLLOW, GIFT, PAYMENT, PAYMENT_REQUEST, REQUEST, UNBLOCK, UNFOLLOW ->
          Set.of();
    };
  }

  private void tell(Aftermath aftermath) {
    SortedSet<String> devices = known.devices.devicesOf(aftermath.proposer(), aftermath.at());
    devices.forEach(device -> tell(ReferenceFinding.Way.DEVICE, device, aftermath));
    if (devices.isEmpty()) {
      tell(ReferenceFinding.Way.ACCOUNT, aftermath.proposer(), aftermath);
    }
    if (Unknown.isKnown(aftermath.place())) {
      tell(ReferenceFinding.Way.PLACE, aftermath.place(), aftermath);
    }
  }

  private void tell(ReferenceFinding.Way way, String id, Aftermath aftermath) {
    left.computeIfAbsent(new Traces.Place(way, id), absent -> new ArrayList<>()).add(aftermath);
  }

  /** When links are told of any: deadlines, which no event brings. */
  NavigableSet<Instant> instants() {
    NavigableSet<Instant> instants = new TreeSet<>();
    left.values().forEach(each -> each.forEach(one -> instants.add(one.at())));
    return instants;
  }

  /** Who or what is judged at such an instant. */
  List<Occasion> at(Instant at) {
    List<Occasion> links = new ArrayList<>();
    left.forEach(
        (place, aftermaths) -> {
          SortedSet<String> accounts = new TreeSet<>();
          aftermaths.stream()
              .filter(one -> one.at().equals(at))
              .forEach(one -> accounts.add(one.proposer()));
          if (place.way() == ReferenceFinding.Way.PLACE) {
            if (!accounts.isEmpty() && isTelling(place, at)) {
              links.add(Links.ofPlace(place.id()));
            }
          } else {
            accounts.forEach(account -> links.add(link(account, place, at)));
          }
        });
    return links;
  }

  private Occasion link(String account, Traces.Place place, Instant at) {
    return place.way() == ReferenceFinding.Way.DEVICE
        ? known.links.atDevice(account, place.id(), at)
        : Links.atTrace(account, ReferenceFinding.Way.ACCOUNT, "");
  }

  /** ¶76: few proposed it, and several of them had meetings that ended so. */
  private boolean isTelling(Traces.Place place, Instant at) {
    return known.meetings.proposersAt(place.id(), KEPT_MS, at).size() <= PROPOSERS_MAX
        && kept(place, at).stream().map(Aftermath::proposer).distinct().count() >= 2;
  }

  private List<Aftermath> kept(Traces.Place place, Instant asOf) {
    List<Aftermath> kept = new ArrayList<>();
    for (Aftermath one : left.getOrDefault(place, List.of())) {
      if (!one.at().isAfter(asOf)) {
        kept.removeIf(earlier -> earlier.repeats(one) || !earlier.at().isWithin(KEPT_MS, one.at()));
        kept.add(one);
        kept.subList(0, Math.max(0, kept.size() - KEPT_MAX)).clear();
      }
    }
    kept.removeIf(one -> !one.at().isWithin(KEPT_MS, asOf));
    if (place.way() == ReferenceFinding.Way.ACCOUNT) {
      kept.removeIf(one -> known.forgetting.isErased(place.id(), one.at(), asOf));
    }
    return kept;
  }

  /** What a link keeps of the accounts that are judged there, oldest first. */
  List<Aftermath> of(Occasion.OfLink link, Instant asOf) {
    boolean ofPlace = link.way() == ReferenceFinding.Way.PLACE;
    String id = link.way() == ReferenceFinding.Way.ACCOUNT ? link.account() : link.id();
    return kept(new Traces.Place(link.way(), id), asOf).stream()
        .filter(one -> ofPlace || link.cluster().contains(one.proposer()))
        .toList();
  }

  /** The same as rows. */
  List<Rows.Row> rows(Occasion.OfLink link, Instant asOf) {
    return of(link, asOf).stream().map(Aftermaths::row).toList();
  }

  /** One of them as a row. */
  static Rows.Row row(Aftermath one) {
    return new Rows.Row(
        one.at(),
        one.proposer(),
        Map.of("reacted", flag(one.reacted()), "public_place", flag(one.isPublic())),
        Map.of("account", one.proposer(), "whom", one.target()));
  }

  private static long flag(boolean value) {
    return value ? Fixed.ONE : 0;
  }
}
