package org.vigie.tidy.planted.core.event;

import org.vigie.tidy.planted.core.stop.PlantedStop;

/** A wire type that closes a cycle with the stop that reads it. */
public record PlantedEvent(String id) {
  /** Closes the cycle. */
  public PlantedStop stop() {
    return new PlantedStop();
  }
}
