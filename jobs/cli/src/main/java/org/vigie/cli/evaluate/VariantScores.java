package org.vigie.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.console.Progress;
import org.vigie.cli.console.TemporaryFolder;
import org.vigie.cli.evaluate.Variant.Sweep;
import org.vigie.detection.rules.KnownRules;
import org.vigie.simulator.score.Evaluator;
import org.vigie.simulator.score.VariantScore;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.truth.TruthTotals;
import org.vigie.simulator.world.WorldSettings;

/** Judges the world of a truth anew under every variant of a sweep. */
final class VariantScores {
  private final Set<Sweep> sweeps;
  private final KnownRules rules;
  private final int budget;
  private final Progress progress;

  /**
   * A sweep.
   *
   * @param rules that are varied
   * @param budget alerts that somebody reads a week
   */
  VariantScores(Set<Sweep> sweeps, KnownRules rules, int budget, Progress progress) {
    this.sweeps = sweeps;
    this.rules = rules;
    this.budget = budget;
    this.progress = progress;
  }

  /**
   * One of each variant, as it is first.
   *
   * @throws CommandFailedException if the world can't be drawn again as it was
   */
  List<VariantScore> of(List<TruthLine> truth) throws InterruptedException {
    List<VariantScore> scores = new ArrayList<>();
    List<Variant> variants = Variant.of(sweeps, world(truth), rules);
    try (TemporaryFolder folder = TemporaryFolder.create("vigie-evaluate-")) {
      for (Variant variant : variants) {
        progress.show(
            "judging anew: %d of %d, %s"
                .formatted(scores.size() + 1, variants.size(), variant.label()));
        scores.add(score(variant, truth, folder.path()));
      }
    } finally {
      progress.clear();
    }
    return scores;
  }

  private VariantScore score(Variant variant, List<TruthLine> truth, Path folder)
      throws InterruptedException {
    JudgedAnew judged = JudgedAnew.of(variant, folder);
    if (variant.kind() == VariantScore.Kind.AS_IT_IS) {
      requireSame(truth, judged.truth());
    }
    // What shows is told by the world as it is said to be: that ages are hidden is not forgiven.
    return VariantScore.of(
        variant.kind(), variant.label(), Evaluator.evaluate(truth, judged.alerts(), budget));
  }

  private static void requireSame(List<TruthLine> truth, List<TruthLine> drawn) {
    if (!new HashSet<>(truth).equals(new HashSet<>(drawn))) {
      throw CommandFailedException.usage(
          "the world of this truth is drawn otherwise by this version, or had --age-noise",
          "write it again with 'vigie simulate', without --age-noise");
    }
  }

  private static WorldSettings world(List<TruthLine> truth) {
    TruthTotals totals =
        truth.stream()
            .filter(TruthTotals.class::isInstance)
            .map(TruthTotals.class::cast)
            .findFirst()
            .orElseThrow(
                () ->
                    CommandFailedException.usage(
                        "the truth has no line of totals", "write it again with 'vigie simulate'"));
    return new WorldSettings(
        totals.seed(), totals.accounts(), totals.days(), totals.startMs(), 0, totals.faintOfTen());
  }
}
