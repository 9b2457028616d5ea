package org.vigie.simulator;

import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.truth.LookAlike;
import org.vigie.simulator.truth.PlantedCase;
import org.vigie.simulator.truth.Truth;

/** Collects what stories know to be true. */
final class TruthNotes {
  private final List<PlantedCase> planted = new ArrayList<>();
  private final List<LookAlike> lookAlikes = new ArrayList<>();

  void planted(PlantedCase planted) {
    this.planted.add(planted);
  }

  void lookAlike(LookAlike lookAlike) {
    lookAlikes.add(lookAlike);
  }

  Truth truth() {
    return new Truth(planted, lookAlikes);
  }
}
