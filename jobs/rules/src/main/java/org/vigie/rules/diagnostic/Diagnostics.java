package org.vigie.rules.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Gathers what is wrong, so that all of it is told at once. */
public final class Diagnostics {
  /** More would not be read. */
  static final int DIAGNOSTICS_MAX = 1000;

  private final TreeSet<Diagnostic> found = new TreeSet<>(Diagnostic.IN_ORDER);

  /** Adds one; the same one twice counts once. */
  public void add(Diagnostic diagnostic) {
    if (found.size() < DIAGNOSTICS_MAX) {
      found.add(diagnostic);
    }
  }

  /** Adds one of which the code says the rest. */
  public void add(DiagnosticCode code, Place place, String what) {
    add(Diagnostic.of(code, place, what));
  }

  /** Adds one with what is allowed. */
  public void add(DiagnosticCode code, Place place, String what, String allowed) {
    add(Diagnostic.of(code, place, what, allowed));
  }

  /** Adds a name that is not known. */
  public void unknown(
      DiagnosticCode code, Place place, String what, String given, Collection<String> known) {
    add(Diagnostic.unknownName(code, place, what, given, known));
  }

  /** Everything, by place. */
  public List<Diagnostic> all() {
    return new ArrayList<>(found);
  }

  /** Whether something stops the rules from being used. */
  public boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /** How many stop the rules from being used. */
  public int errors() {
    return (int) found.stream().filter(Diagnostic::isError).count();
  }
}
