package org.vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alert.Alert;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.Evidence;
import org.vigie.alert.Severity;
import org.vigie.cli.Typed;
import org.vigie.cli.alert.LastRevisions;
import org.vigie.cli.broker.BrokerPlace;
import org.vigie.cli.broker.EmbeddedBroker;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Terminal;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.replay.LineFormat;
import org.vigie.detection.replay.Replay;
import org.vigie.detection.replay.ReplayFailedException;
import org.vigie.detection.replay.ReplayInput;
import org.vigie.detection.replay.ReplayListener;
import org.vigie.detection.replay.ReplaySettings;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.Refusal;
import org.vigie.simulator.score.Scorecard;
import org.vigie.simulator.score.Scorecard.CaseResult;
import org.vigie.simulator.score.Scorecard.LookAlikeResult;
import org.vigie.simulator.truth.LookAlikeKind;
import org.vigie.simulator.truth.PlantedHarm;
import org.vigie.simulator.truth.TruthCase;
import org.vigie.simulator.truth.TruthLookAlike;

/** Broker, job, platform and reviewer in one process, held against the truth. */
final class DemoITCase {
  private static final Duration LASTING = Duration.ofSeconds(8);

  @TempDir private Path folder;

  @Test
  void findsWhatWasPlantedInTimeAndLeavesTheOthersAlone() throws Exception {
    DemoWorld world = DemoWorld.draw(DemoCommand.SEED);
    Seen seen = new Seen();
    List<Alert> revisions;
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerPlace.anywhere(folder))) {
      try (DemoRun run = new DemoRun(world, broker, folder, LASTING)) {
        revisions = run.watch(seen);
      }
      listsAlertsFromTheTopic(broker, revisions);
    }
    Scorecard score = Scorecard.of(world.truth(), revisions);

    plantsTheWholeCatalogue(world);
    assertThat(score.missed()).isEmpty();
    assertThat(score.lookAlikes()).allMatch(LookAlikeResult::leftAlone);
    assertThat(score.wrong()).isEmpty();
    assertThat(seen.sent).isEqualTo(world.events().size());
    warnsTheNextTargetWhileThereIsTime(score, seen);
    saysTheSameAsAReplay(world, revisions);
    showsItself(score, revisions);
  }

  private static void plantsTheWholeCatalogue(DemoWorld world) {
    assertThat(world.count(TruthCase.class)).isEqualTo(PlantedHarm.values().length);
    assertThat(world.truth())
        .filteredOn(TruthCase.class::isInstance)
        .allMatch(line -> ((TruthCase) line).isAbove());
    assertThat(world.count(TruthLookAlike.class)).isEqualTo(LookAlikeKind.values().length);
  }

  /** On the platform's clock at the moment of reading, not by the alert's own account. */
  private static void warnsTheNextTargetWhileThereIsTime(Scorecard score, Seen seen) {
    CaseResult ambush =
        score.cases().stream()
            .filter(result -> result.planted().planted() == PlantedHarm.REPORTED_AMBUSH)
            .findFirst()
            .orElseThrow();
    Alert warning = ambush.warning().orElseThrow();

    assertThat(ambush.leadMs().orElse(-1)).isPositive();
    assertThat(seen.readMs(warning)).isLessThan(ambush.planted().harmfulStepMs().orElseThrow());
  }

  private static void listsAlertsFromTheTopic(EmbeddedBroker broker, List<Alert> revisions) {
    LastRevisions last = new LastRevisions();
    revisions.forEach(last::add);
    Typed typed =
        Typed.in("alerts", "list", "--bootstrap-servers", broker.bootstrapServers(), "--json");

    assertThat(typed.err()).isEmpty();
    assertThat(typed.out().lines()).hasSize(last.sorted().size());
  }

  /** The live job and the replay of its events settle the same revisions. */
  private void saysTheSameAsAReplay(DemoWorld world, List<Alert> revisions)
      throws IOException, ReplayFailedException, InterruptedException {
    DemoFiles files = DemoFiles.in(folder.resolve("out"));
    files.writeEvents(world);
    List<Alert> replayed = new ArrayList<>();
    DetectionSettings detection = DetectionSettings.from(new Configuration());
    long asOfMs = world.settings().endMs();
    new Replay(new ReplaySettings(detection, LineFormat.JSONL, asOfMs, 2, folder))
        .run(
            List.of(ReplayInput.file(files.path(DemoFiles.EVENTS))),
            new ReplayListener() {
              @Override
              public void alert(Alert revision) {
                replayed.add(revision);
              }

              @Override
              public void refused(Refusal refusal, DeadLetter letter) {
                throw new AssertionError(refusal.describe());
              }
            });

    assertThat(essence(replayed)).isEqualTo(essence(revisions));
  }

  /** Without what says how an event reached the job, and in an order of their own. */
  private static List<String> essence(List<Alert> alerts) {
    JsonLineWriter writer = new JsonLineWriter();
    List<String> lines = new ArrayList<>();
    for (Alert alert : alerts) {
      List<Evidence> evidence =
          alert.getEvidence().stream()
              .map(
                  one ->
                      Evidence.newBuilder(one)
                          .setTopic(null)
                          .setPartition(null)
                          .setOffset(null)
                          .build())
              .toList();
      Alert bare =
          Alert.newBuilder(alert)
              .setEvidence(evidence)
              .setDataQuality(null)
              .setContentHash(null)
              .build();
      lines.add(new String(writer.write(bare), StandardCharsets.UTF_8));
    }
    lines.sort(Comparator.naturalOrder());
    return lines;
  }

  private static void showsItself(Scorecard score, List<Alert> revisions) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            new Terminal(
                new ByteArrayInputStream(new byte[0]), printed, printed, false, false, Map.of()));
    DemoScreen screen = new DemoScreen(console);
    revisions.forEach(revision -> screen.alert(revision, 0));
    screen.finish(score, revisions);
    new DemoJson(console).finish(score, revisions);

    String shown = out.toString(StandardCharsets.UTF_8);
    assertThat(shown)
        .contains("IN TIME", "warned reported ambush (A4)", "wrongly raised 0")
        .contains("left   30 of 30 look-alikes alone")
        .contains("\"type\":\"summary\",\"found\":" + score.shown().hits())
        .doesNotContain("\u001b");
    showsOneOfAHarmInFull(shown, revisions);
  }

  private static void showsOneOfAHarmInFull(String shown, List<Alert> revisions) {
    long harms =
        revisions.stream()
            .filter(one -> one.getSeverity().compareTo(Severity.MEDIUM) >= 0)
            .map(Alert::getHarm)
            .distinct()
            .count();
    long sheets = shown.lines().filter(line -> line.startsWith("  Would clear")).count();

    assertThat(harms).isGreaterThan(5);
    assertThat(sheets).isBetween(harms, harms + 1);
  }

  /** Remembers at what time on the platform's clock each alert was first read. */
  private static final class Seen implements DemoRun.Observer {
    private final List<Alert> revisions = new ArrayList<>();
    private final List<Long> readMs = new ArrayList<>();
    private long sent;

    @Override
    public void alert(Alert revision, long platformMs) {
      revisions.add(revision);
      readMs.add(platformMs);
    }

    @Override
    public void progress(long platformMs, long eventsSent) {
      sent = eventsSent;
    }

    long readMs(Alert revision) {
      return readMs.get(revisions.indexOf(revision));
    }
  }
}
