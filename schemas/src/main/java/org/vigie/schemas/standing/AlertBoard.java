package org.vigie.schemas.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.alert.Alert;
import org.vigie.alert.Progress;

/**
 * Where every alert stands, from what is read of {@code vigie.alerts}, {@code
 * vigie.alerts.provisional} and {@code vigie.alerts.progress}. Each topic is taken in its own
 * order, the three against each other in any; records that come twice change nothing.
 *
 * <ul>
 *   <li>The highest settled revision is an alert's state.
 *   <li>What is said on arrival stands before it, until it is settled (the settled revision has the
 *       same {@code provisional_id}), withdrawn or void.
 *   <li>It is void once all subtasks of the newest run have settled through its {@code
 *       valid_until}. That is told from the newest run alone: as long as not all of its subtasks
 *       were heard, nothing is void. A settled revision that comes later wins.
 * </ul>
 *
 * <p>A snapshot is right if progress is read to its end first and the other two to their ends after
 * that: what progress says is settled then has been read. Read the other way round, an alert can
 * look void for a moment.
 *
 * <p>Not thread-safe. It keeps of each alert one settled revision and at most {@link #IDS_MAX} of
 * what was said and not settled.
 */
public final class AlertBoard {
  /** Provisional and settled ids that are remembered of one alert; the oldest go first. */
  public static final int IDS_MAX = 64;

  private final TreeMap<String, AlertCard> cards = new TreeMap<>();
  private final SettledTime settledTime = new SettledTime();

  /** Takes a record of {@code vigie.alerts}. */
  public Standing settled(Alert revision) {
    AlertCard card = card(revision);
    card.settled(revision);
    return card.standing(settledTime.throughMs());
  }

  /**
   * Takes a record of {@code vigie.alerts.provisional}.
   *
   * @return where the alert stands now; nothing if the record says nothing of an alert that is not
   *     known
   */
  public Optional<Standing> provisional(Alert said) {
    if (said.getProvisionalId() == null) {
      return of(said.getAlertId());
    }
    AlertCard card = card(said);
    card.said(said);
    return Optional.of(card.standing(settledTime.throughMs()));
  }

  /**
   * Takes a record of {@code vigie.alerts.progress}.
   *
   * @return alerts that stand otherwise now, by id
   */
  public List<Standing> progress(Progress progress) {
    long beforeMs = settledTime.throughMs();
    settledTime.take(progress);
    long nowMs = settledTime.throughMs();
    if (nowMs == beforeMs) {
      return List.of();
    }
    List<Standing> changed = new ArrayList<>();
    for (AlertCard card : cards.values()) {
      Standing now = card.standing(nowMs);
      if (!now.equals(card.standing(beforeMs))) {
        changed.add(now);
      }
    }
    return changed;
  }

  /** Where one alert stands. */
  public Optional<Standing> of(String alertId) {
    return Optional.ofNullable(cards.get(alertId))
        .map(card -> card.standing(settledTime.throughMs()));
  }

  /** Where every alert stands, by id. */
  public List<Standing> all() {
    return cards.values().stream().map(card -> card.standing(settledTime.throughMs())).toList();
  }

  /**
   * Up to when everything is settled, epoch milliseconds; {@link Long#MIN_VALUE} until all subtasks
   * of the newest run were heard.
   */
  public long settledThroughMs() {
    return settledTime.throughMs();
  }

  private AlertCard card(Alert alert) {
    return cards.computeIfAbsent(alert.getAlertId(), id -> new AlertCard());
  }
}
