package org.vigie.detection.option;

import java.util.List;

/** Options that the job can't start with; all of them at once. */
public final class OptionsRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /**
   * A refusal.
   *
   * @param problems what is wrong, each with where it stands and its remedy; one at least
   */
  public OptionsRefusedException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, one after the other. */
  public List<String> problems() {
    return problems;
  }
}
