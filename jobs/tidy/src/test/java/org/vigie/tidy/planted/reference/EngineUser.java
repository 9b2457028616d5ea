package org.vigie.tidy.planted.reference;

import org.vigie.tidy.planted.core.event.PlantedEvent;
import org.vigie.tidy.planted.core.stop.PlantedStop;

/** Breaks the wall: the reference uses the engine that it must check. */
final class EngineUser {
  private EngineUser() {}

  static String use(PlantedEvent event) {
    return new PlantedStop().read(event);
  }
}
