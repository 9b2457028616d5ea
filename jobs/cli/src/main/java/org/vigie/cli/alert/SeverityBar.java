package org.vigie.cli.alert;

import org.vigie.alert.Severity;

/**
 * From which severity on. A type of the command line's own: making the record's type known to every
 * command would load half a megabyte of libraries for a {@code --help}.
 */
enum SeverityBar {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  boolean isReachedBy(Severity severity) {
    Severity least =
        switch (this) {
          case LOW -> Severity.LOW;
          case MEDIUM -> Severity.MEDIUM;
          case HIGH -> Severity.HIGH;
          case CRITICAL -> Severity.CRITICAL;
        };
    return severity.compareTo(least) >= 0;
  }
}
