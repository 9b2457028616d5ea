package org.vigie.simulator.truth;

import java.util.List;

/**
 * Who is what in a population.
 *
 * @param planted harms, in the order in which they were planted
 * @param lookAlikes people who must be left alone
 */
public record Truth(List<PlantedCase> planted, List<LookAlike> lookAlikes) {
  public Truth {
    planted = List.copyOf(planted);
    lookAlikes = List.copyOf(lookAlikes);
  }

  /** Whether an account or device belongs to someone who was planted to do harm. */
  public boolean isActor(String subject) {
    return planted.stream().anyMatch(one -> one.actors().contains(subject));
  }
}
