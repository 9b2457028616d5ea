package org.vigie.detection.stop;

import java.io.Serializable;
import org.vigie.core.fold.Stop;

/** Makes a stop where it runs: stops themselves do not travel. */
@FunctionalInterface
public interface StopFactory extends Serializable {
  /** A stop for one thread. */
  Stop<?> create();
}
