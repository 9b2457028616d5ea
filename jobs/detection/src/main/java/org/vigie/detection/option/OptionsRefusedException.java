package org.vigie.detection.option;

import java.util.List;
import java.util.stream.Collectors;
import org.vigie.rules.diagnostic.Diagnostic;

/** Options that the job can't start with; all of them at once. */
public final class OptionsRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /**
   * A refusal.
   *
   * @param diagnostics what is wrong; one at least
   */
  public OptionsRefusedException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .flatMap(diagnostic -> diagnostic.lines().stream())
            .collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** What is wrong, one after the other. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
