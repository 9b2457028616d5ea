package org.vigie.schemas.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Progress;

/** The three topics can be read against each other in any turns: the board ends up the same. */
final class AlertBoardInterleavingTest {
  private static final int SEEDS = 2_000;
  private static final int TURNS = 4;

  /** What stands on the three topics. */
  private record Topics(List<Alert> settled, List<Alert> provisional, List<Progress> progress) {}

  @Test
  void endsUpAsAllThatWasReadSaysWhicheverTopicIsAhead() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Topics topics = topics(new Random(seed));
      for (int turn = 0; turn < TURNS; turn++) {
        AlertBoard board = read(topics, new Random(seed * TURNS + turn));

        assertThat(board.all()).as("seed %d, turn %d", seed, turn).isEqualTo(expected(topics));
      }
    }
  }

  @Test
  void tellsOfEveryChangeAsItHappens() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Topics topics = topics(new Random(seed));
      Map<String, Standing> told = new TreeMap<>();
      AlertBoard board = read(topics, new Random(seed), told);

      assertThat(told.values()).as("seed %d", seed).containsExactlyElementsOf(board.all());
    }
  }

  /** Runs that crash: what they said again and again, in vain, and at last settled. */
  private static Topics topics(Random random) {
    Topics topics = new Topics(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Map<String, Integer> revisions = new HashMap<>();
    int runs = 1 + random.nextInt(3);
    for (int run = 0; run < runs; run++) {
      int parallelism = 1 + random.nextInt(3);
      for (int step = random.nextInt(12); step > 0; step--) {
        say(random, revisions, topics);
        if (random.nextInt(3) == 0) {
          Progress said =
              Said.progress(
                  "run" + run,
                  random.nextInt(parallelism),
                  parallelism,
                  random.nextInt(5),
                  random.nextInt(60));
          topics.progress.add(said);
        }
      }
    }
    repeatTheEnd(topics.settled, random);
    repeatTheEnd(topics.provisional, random);
    repeatTheEnd(topics.progress, random);
    return topics;
  }

  private static void say(Random random, Map<String, Integer> revisions, Topics topics) {
    String alertId = "alert" + random.nextInt(3);
    int instant = random.nextInt(6);
    String id = alertId + "@" + instant;
    switch (random.nextInt(4)) {
      case 0 -> topics.provisional.add(Said.takenBack(alertId, id, instant * 10L));
      case 1 -> {
        int revision = revisions.merge(alertId, 1, Integer::sum);
        topics.settled.add(Said.settled(alertId, revision, id));
      }
      default -> topics.provisional.add(Said.onArrival(alertId, id, instant * 10L));
    }
  }

  /** At least once: a producer that was not sure sends its last records again. */
  private static <T> void repeatTheEnd(List<T> records, Random random) {
    int from = records.isEmpty() ? 0 : random.nextInt(records.size());
    records.addAll(List.copyOf(records.subList(from, records.size())));
  }

  private static AlertBoard read(Topics topics, Random random) {
    return read(topics, random, new TreeMap<>());
  }

  private static AlertBoard read(Topics topics, Random random, Map<String, Standing> told) {
    AlertBoard board = new AlertBoard();
    int settled = 0;
    int provisional = 0;
    int progress = 0;
    while (settled + provisional + progress
        < topics.settled.size() + topics.provisional.size() + topics.progress.size()) {
      int topic = random.nextInt(3);
      if (topic == 0 && settled < topics.settled.size()) {
        tell(board.settled(topics.settled.get(settled++)), told);
      } else if (topic == 1 && provisional < topics.provisional.size()) {
        board
            .provisional(topics.provisional.get(provisional++))
            .ifPresent(standing -> tell(standing, told));
      } else if (topic == 2 && progress < topics.progress.size()) {
        board.progress(topics.progress.get(progress++)).forEach(standing -> tell(standing, told));
      }
    }
    return board;
  }

  private static void tell(Standing standing, Map<String, Standing> told) {
    told.put(standing.alert().getAlertId(), standing);
  }

  /** The words of ORDER §4, over everything at once. */
  private static List<Standing> expected(Topics topics) {
    long throughMs = throughMs(topics.progress);
    Map<String, Alert> settled = new TreeMap<>();
    Set<String> settledIds = new HashSet<>();
    for (Alert revision : topics.settled) {
      settledIds.add(revision.getProvisionalId());
      settled.merge(
          revision.getAlertId(), revision, (a, b) -> a.getRevision() > b.getRevision() ? a : b);
    }
    Map<String, Alert> lastSaid = new HashMap<>();
    topics.provisional.forEach(said -> lastSaid.put(said.getProvisionalId(), said));
    lastSaid.keySet().removeAll(settledIds);
    Map<String, Standing> standings = new TreeMap<>();
    settled.forEach((id, alert) -> standings.put(id, new Standing(Phase.SETTLED, alert)));
    lastSaid.values().stream()
        .map(said -> new Standing(phase(said, throughMs), said))
        .sorted(
            Comparator.comparing((Standing one) -> one.phase() == Phase.PROVISIONAL)
                .thenComparing(one -> untilMs(one.alert())))
        .filter(one -> one.phase().isCurrent() || !settled.containsKey(one.alert().getAlertId()))
        .forEach(one -> standings.put(one.alert().getAlertId(), one));
    return List.copyOf(standings.values());
  }

  private static Phase phase(Alert said, long throughMs) {
    if (said.getState() == AlertState.WITHDRAWN) {
      return Phase.WITHDRAWN;
    }
    return untilMs(said) <= throughMs ? Phase.VOID : Phase.PROVISIONAL;
  }

  private static long untilMs(Alert said) {
    return Objects.requireNonNull(said.getValidUntil());
  }

  private static long throughMs(List<Progress> all) {
    String run = all.stream().map(Progress::getRun).max(String::compareTo).orElse("");
    Map<Integer, Progress> last = new HashMap<>();
    for (Progress one : all) {
      if (one.getRun().equals(run)) {
        last.merge(
            one.getSubtask(),
            one,
            (a, b) ->
                Comparator.comparing(Progress::getCheckpoint)
                            .thenComparing(Progress::getSettledThrough)
                            .compare(a, b)
                        >= 0
                    ? a
                    : b);
      }
    }
    boolean complete =
        !last.isEmpty() && last.size() == last.values().iterator().next().getParallelism();
    return complete
        ? last.values().stream().mapToLong(Progress::getSettledThrough).min().orElseThrow()
        : Long.MIN_VALUE;
  }
}
