package org.vigie.detection.alert;

import java.util.List;
import org.vigie.alert.Alert;
import org.vigie.core.run.Engine;

/** What the engine on one thread has settled, in the words of the contract: what a job must say. */
public final class EngineAlerts {
  private EngineAlerts() {}

  /** All settled revisions so far, in the order of settling. */
  public static List<Alert> settled(Engine engine) {
    AlertEncoder encoder = new AlertEncoder(false);
    return engine.settled().stream().map(alert -> encoder.map(alert.toBytes())).toList();
  }
}
