package org.vigie.simulator;

import java.util.List;
import org.vigie.simulator.truth.Truth;

/**
 * What happens on a small platform, and what is true about it.
 *
 * @param settings what it was drawn from
 * @param events all that is sent, in the order of recording
 * @param truth which harms were planted and who only looks like one
 */
public record Population(PopulationSettings settings, List<SimulatedEvent> events, Truth truth) {
  private static final List<Story> STORIES =
      List.of(
          new WideContactStory(),
          new GroomingStory(),
          new AmbushStory(),
          new ListedMaterialStory(),
          new TeacherStory(),
          new FirstDateStory(),
          new OrganiserStory(),
          new FamilyStory());

  public Population {
    events = List.copyOf(events);
  }

  /** Draws a population: the same settings give the same one. */
  public static Population generate(PopulationSettings settings) {
    Town town = new Town(settings, STORIES.stream().mapToInt(Story::newcomers).sum());
    Journal journal = new Journal(settings, town.friends());
    TruthNotes truth = new TruthNotes();
    // Stories come first: who is cast as a teacher has pupils before ordinary friends are made.
    for (Story story : STORIES) {
      story.tell(town, journal, truth);
    }
    new OrdinaryLife(town, journal).live();
    return new Population(settings, journal.events(), truth.truth());
  }
}
