package org.vigie.cli.alert;

import org.vigie.alert.Alert;
import org.vigie.schemas.standing.Phase;
import org.vigie.schemas.standing.Standing;

/**
 * Where an alert may stand, as one asks for it. A type of the command line's own, for its speed.
 */
enum StateWord {
  OPEN,
  CONFIRMED,
  DISMISSED,
  EXPIRED,
  PROVISIONAL,
  WITHDRAWN,
  VOID;

  boolean describes(Standing standing) {
    return switch (this) {
      case OPEN, CONFIRMED, DISMISSED, EXPIRED -> isCurrentlyThis(standing);
      case PROVISIONAL -> standing.phase() == Phase.PROVISIONAL;
      case WITHDRAWN -> standing.phase() == Phase.WITHDRAWN;
      case VOID -> standing.phase() == Phase.VOID;
    };
  }

  private boolean isCurrentlyThis(Standing standing) {
    Alert alert = standing.alert();
    return standing.phase().isCurrent() && alert.getState().name().equals(name());
  }
}
