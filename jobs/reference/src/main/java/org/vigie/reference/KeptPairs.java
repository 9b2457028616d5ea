package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The pairs that each account keeps, as of any instant (page 0011 ¶41): what went does not come
 * back.
 */
final class KeptPairs {
  private static final int PAIRS_MAX = 64;

  /**
   * An event that had to leave for newer ones, or with its pair.
   *
   * @param left when
   * @param withPair whether all of the pair had to go for others
   */
  private record Lost(Instant left, String other, SignedEvent event, boolean withPair) {}

  /** What an account is told of one pair. */
  private record Told(Instant at, String other, PairNews news) {}

  /** What an account kept from which instant on, by the other. */
  private static final class History {
    final NavigableMap<Instant, SortedMap<String, KeptPair>> kept = new TreeMap<>();
    final List<Lost> lost = new ArrayList<>();
    final AsOf<SortedMap<String, KeptPair>> upTo = new AsOf<>();
    final AsOf<SortedMap<String, KeptPair>> before = new AsOf<>();
  }

  private final Telling telling;
  private final Pairs pairs;
  private final Forgetting forgetting;
  private final Map<String, History> histories = new HashMap<>();

  KeptPairs(Telling telling, Pairs pairs, Forgetting forgetting) {
    this.telling = telling;
    this.pairs = pairs;
    this.forgetting = forgetting;
  }

  /** The pairs that an account keeps at an instant, everything of it included, by the other. */
  SortedMap<String, KeptPair> of(String account, Instant asOf) {
    History history = history(account);
    return history.upTo.of(asOf, now -> at(account, history.kept.floorEntry(now), now));
  }

  /** The same with nothing of the instant itself. */
  SortedMap<String, KeptPair> before(String account, Instant instant) {
    History history = history(account);
    return history.before.of(instant, now -> at(account, history.kept.lowerEntry(now), now));
  }

  /** ¶55: whether a pair with an event later than a time had to go for others by an instant. */
  boolean hasLostPair(String account, long afterMs, Instant now) {
    return lostOf(account, afterMs, now).stream().anyMatch(Lost::withPair);
  }

  /** ¶55: with whom an event later than a time had to go by an instant. */
  Set<String> lost(String account, long afterMs, Instant now) {
    Set<String> others = new HashSet<>();
    lostOf(account, afterMs, now).forEach(lost -> others.add(lost.other()));
    return others;
  }

  private List<Lost> lostOf(String account, long afterMs, Instant now) {
    return history(account).lost.stream()
        .filter(lost -> !lost.left().isAfter(now) && lost.event().at().timeMs() > afterMs)
        .filter(lost -> !forgetting.isErased(account, lost.left(), now))
        .toList();
  }

  private SortedMap<String, KeptPair> at(
      String account,
      Map.@Nullable Entry<Instant, SortedMap<String, KeptPair>> latest,
      Instant now) {
    SortedMap<String, KeptPair> kept = new TreeMap<>();
    if (latest != null) {
      latest
          .getValue()
          .forEach(
              (other, pair) -> {
                KeptPair known = pair.at(now);
                if (known.isKept() && !forgetting.isForgotten(account, pair.told(), now)) {
                  kept.put(other, known);
                }
              });
    }
    return Collections.unmodifiableSortedMap(kept);
  }

  private History history(String account) {
    History known = histories.get(account);
    if (known == null) {
      known = new History();
      tell(account, known);
      histories.put(account, known);
    }
    return known;
  }

  private void tell(String account, History history) {
    for (Map.Entry<Instant, SortedMap<String, PairNews>> told :
        telling.toldTo(account).entrySet()) {
      Instant at = told.getKey();
      SortedMap<String, KeptPair> kept = new TreeMap<>(at(account, history.kept.lastEntry(), at));
      told.getValue()
          .forEach(
              (other, news) -> {
                history.lost.addAll(tell(account, new Told(at, other, news), kept));
                kept.values().removeIf(pair -> !pair.isKept());
                keepNewest(kept, at, history);
              });
      history.kept.put(at, Collections.unmodifiableSortedMap(kept));
    }
  }

  /** Keeps what an account is told; returns what has to leave for it. */
  private List<Lost> tell(String account, Told told, SortedMap<String, KeptPair> kept) {
    PairLife life = pairs.existing(account, told.other(), told.at()).orElseThrow();
    KeptPair before = kept.getOrDefault(told.other(), KeptPair.of(life));
    KeptPair after = before.after(told.news(), account, told.at(), life);
    kept.put(told.other(), after);
    return before.with(told.news().events()).stream()
        .filter(event -> !after.events().contains(event))
        .map(event -> new Lost(told.at(), told.other(), event, false))
        .toList();
  }

  /** The pairs with the latest told events; the others go with all that was kept of them. */
  private static void keepNewest(SortedMap<String, KeptPair> kept, Instant at, History history) {
    List<Map.Entry<String, KeptPair>> oldestFirst = new ArrayList<>(kept.entrySet());
    oldestFirst.sort(
        Comparator.comparing((Map.Entry<String, KeptPair> pair) -> pair.getValue().told())
            .thenComparing(Map.Entry.comparingByKey()));
    int gone = Math.max(0, oldestFirst.size() - PAIRS_MAX);
    for (Map.Entry<String, KeptPair> pair : List.copyOf(oldestFirst.subList(0, gone))) {
      String other = pair.getKey();
      pair.getValue().events().forEach(event -> history.lost.add(new Lost(at, other, event, true)));
      kept.remove(other);
    }
  }
}
