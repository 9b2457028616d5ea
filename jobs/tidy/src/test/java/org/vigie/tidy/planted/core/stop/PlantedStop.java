package org.vigie.tidy.planted.core.stop;

import org.vigie.tidy.planted.core.event.PlantedEvent;

/** A part of the engine that the reference must not see. */
public final class PlantedStop {
  /** Reads an event. */
  public String read(PlantedEvent event) {
    return event.id();
  }
}
