package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.core.alert.Alert;
import org.vigie.core.alert.AlertState;
import org.vigie.core.alert.Announcement;
import org.vigie.core.fold.Output;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;
import org.vigie.core.rule.Severity;

/**
 * What a reader of the three topics of alerts gets to see. Settled alerts show when the sink
 * flushes them, at the latest before a checkpoint is complete; what was not flushed is lost in a
 * crash. What is said on arrival shows at once.
 */
class Arrivals extends Plumbing {
  private final Map<Id, Said> lastSaid = new LinkedHashMap<>();
  private final Map<Id, Seen> seen = new HashMap<>();
  private final List<Output> unflushed = new ArrayList<>();
  private final List<Long> claimsMs = new ArrayList<>();
  private long restoredMs = Long.MIN_VALUE;
  private OptionalLong notedMs = OptionalLong.empty();
  private int restarts;

  /** The one revision of an alert at an instant. */
  private record Id(Key alert, Root root, int index) {}

  /** What was said last of a revision, and after how many restarts. */
  private record Said(Announcement words, int restarts) {}

  /** A settled revision, and how much had been claimed by the time it showed. */
  private record Seen(byte[] alert, int claims) {}

  @Override
  void said(Input said) {
    Id id = new Id(said.key(), said.root(), said.path().index());
    lastSaid.put(id, new Said(Announcement.fromBytes(said.content()), restarts));
  }

  @Override
  void settled(Output output) {
    unflushed.add(output);
  }

  @Override
  void noted(long watermarkMs) {
    flush();
    long passedMs = Math.max(restoredMs, watermarkMs);
    notedMs = OptionalLong.of(notedMs.isPresent() ? of(notedMs.getAsLong(), passedMs) : passedMs);
  }

  /** What two subtasks have settled together. */
  long of(long oneMs, long otherMs) {
    return Math.min(oneMs, otherMs);
  }

  /** Whether what is said can't be undone. */
  boolean isCertain(Alert alert) {
    return alert.certain();
  }

  @Override
  void completed() {
    restoredMs = notedMs.orElseThrow();
    claimsMs.add(restoredMs);
    notedMs = OptionalLong.empty();
  }

  @Override
  void restarted() {
    unflushed.clear();
    notedMs = OptionalLong.empty();
    restarts++;
  }

  private void flush() {
    for (Output output : unflushed) {
      Id id = new Id(output.key(), output.root(), output.index());
      seen.putIfAbsent(id, new Seen(output.payload(), claimsMs.size()));
    }
    unflushed.clear();
  }

  /** What is wrong with all of it, once everything is settled. */
  Optional<String> failure() {
    flush();
    return falseClaim().or(this::neitherSettledNorTakenBack).or(this::undone).or(this::unsaid);
  }

  long withdrawals() {
    return lastSaid.values().stream().filter(Arrivals::isWithdrawn).count();
  }

  long certain() {
    return lastSaid.values().stream().filter(said -> said.words.alert().certain()).count();
  }

  /** Whatever is settled at or before a time that was claimed had shown by then. */
  private Optional<String> falseClaim() {
    for (Map.Entry<Id, Seen> entry : seen.entrySet()) {
      for (int claim = 0; claim < entry.getValue().claims; claim++) {
        if (entry.getKey().root.timeMs() <= claimsMs.get(claim)) {
          return Optional.of(
              "%s showed after all up to %d was claimed".formatted(entry, claimsMs.get(claim)));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Nothing that was said since the last crash is void, and it is settled as it was said. What was
   * said before a crash may be settled as something else: the process that would have amended it is
   * gone, and a settled revision overrides what was said under its id.
   */
  private Optional<String> neitherSettledNorTakenBack() {
    for (Map.Entry<Id, Said> entry : lastSaid.entrySet()) {
      Said said = entry.getValue();
      Seen settled = seen.get(entry.getKey());
      if (isWithdrawn(said) || said.restarts < restarts) {
        continue;
      }
      if (settled == null) {
        return Optional.of(entry + " was neither settled nor taken back");
      }
      if (!Arrays.equals(settled.alert, said.words.alert().toBytes())) {
        return Optional.of(entry + " was settled as " + Alert.fromBytes(settled.alert));
      }
    }
    return Optional.empty();
  }

  /**
   * What is certain is settled, under its id or, if it turned out that something before had raised
   * the same already, from there.
   */
  private Optional<String> undone() {
    for (Map.Entry<Id, Said> entry : lastSaid.entrySet()) {
      Alert said = entry.getValue().words.alert();
      boolean stands =
          !isCertain(said)
              || seen.containsKey(entry.getKey())
              || seen.entrySet().stream()
                  .filter(one -> one.getKey().alert.equals(entry.getKey().alert))
                  .filter(one -> one.getKey().root.compareTo(entry.getKey().root) < 0)
                  .anyMatch(one -> rules(one.getValue().alert).containsAll(rules(said)));
      if (!stands) {
        return Optional.of(entry + " was certain, and is not settled");
      }
    }
    return Optional.empty();
  }

  /** HIGH and CRITICAL are said before they are settled; what is due at a time is settled then. */
  private Optional<String> unsaid() {
    for (Map.Entry<Id, Seen> entry : seen.entrySet()) {
      boolean isEarly =
          Alert.severityOf(entry.getValue().alert).compareTo(Severity.HIGH) >= 0
              && entry.getKey().root.rank() != Rank.DEADLINE;
      if (isEarly && !lastSaid.containsKey(entry.getKey())) {
        return Optional.of(entry + " was not said on arrival");
      }
    }
    return Optional.empty();
  }

  private static boolean isWithdrawn(Said said) {
    return said.words.alert().state() == AlertState.WITHDRAWN;
  }

  private static List<String> rules(byte[] alert) {
    return rules(Alert.fromBytes(alert));
  }

  private static List<String> rules(Alert alert) {
    return alert.findings().stream()
        .filter(finding -> !finding.superseded())
        .map(finding -> finding.finding().rule())
        .toList();
  }
}
