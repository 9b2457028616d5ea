package org.vigie.cli.alert;

import org.vigie.alert.Severity;
import org.vigie.cli.console.Ink;

/** Colours of severities. */
public final class Inks {
  private Inks() {}

  /** The colour of a severity. */
  public static Ink of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Ink.ALARM;
      case HIGH -> Ink.BAD;
      case MEDIUM -> Ink.WARNING;
      case LOW, UNRECOGNISED -> Ink.FAINT;
    };
  }
}
