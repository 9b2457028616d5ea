package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.simulator.Dice;
import org.vigie.simulator.world.Scene.Billing;
import org.vigie.simulator.world.Scene.Ground;

/** Which stories are told when. */
final class Stories {
  /** One of each kind for so many accounts, and one at least. */
  private static final int ACCOUNTS_A_STORY = 2_000;

  /** The more are under way, the more memory they take; so their number does not grow for ever. */
  private static final int OF_A_KIND_MAX = 24;

  private final WorldSettings settings;
  private final List<Billing> billings;
  private final int newcomers;

  Stories(WorldSettings settings) {
    this.settings = settings;
    List<Plot> plots = plots();
    int ofAKind = Math.max(1, Math.min(OF_A_KIND_MAX, settings.accounts() / ACCOUNTS_A_STORY));
    this.newcomers = ofAKind * plots.stream().mapToInt(Plot::newcomers).sum();
    this.billings = billings(plots, ofAKind);
  }

  static List<Plot> plots() {
    List<Plot> plots = new ArrayList<>();
    plots.addAll(GroomingPlots.all());
    plots.addAll(AmbushPlots.all());
    plots.addAll(SextortionPlots.all());
    plots.addAll(ExploitationPlots.all());
    plots.addAll(TradePlots.all());
    plots.addAll(AssaultPlots.all());
    plots.addAll(EvasionPlots.all());
    plots.addAll(CareLookAlikes.all());
    plots.addAll(CloseLookAlikes.all());
    plots.addAll(PlaceLookAlikes.all());
    return plots;
  }

  /** How many accounts the stories bring with them. */
  int newcomers() {
    return newcomers;
  }

  /** In the order of their start. */
  List<Billing> billings() {
    return billings;
  }

  Scene scene(Billing billing, Ground ground) {
    Dice dice = dice(billing.plot(), billing.number());
    return new Scene(ground, billing, dice.forPurpose("scene"));
  }

  private List<Billing> billings(List<Plot> plots, int ofAKind) {
    List<Billing> all = new ArrayList<>();
    int newcomer = settings.accounts() - newcomers;
    int number = 0;
    int shift = Dice.of(settings.seed(), "weak").between(0, 9);
    for (int kind = 0; kind < plots.size(); kind++) {
      Plot plot = plots.get(kind);
      for (int nth = 0; nth < ofAKind; nth++) {
        boolean drawn = (kind * 7 + nth * 3 + shift) % 10 < settings.faintOfTen();
        boolean weak = plot.harm().isPresent() && drawn;
        all.add(new Billing(number, plot, startMs(plot, number), newcomer, weak));
        newcomer += plot.newcomers();
        number++;
      }
    }
    all.sort(Comparator.comparingLong(Billing::startMs).thenComparingInt(Billing::number));
    return all;
  }

  private long startMs(Plot plot, int number) {
    long lastMs = settings.endMs() - plot.days() * WorldSettings.DAY_MS;
    return dice(plot, number).between(settings.startMs() + Scene.HOUR_MS, lastMs);
  }

  private Dice dice(Plot plot, int number) {
    return Dice.of(settings.seed(), "story").forPurpose(plot.name()).forNumber(number);
  }
}
