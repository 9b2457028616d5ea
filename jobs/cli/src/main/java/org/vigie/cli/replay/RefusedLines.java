package org.vigie.cli.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.DeadLetter;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Printable;
import org.vigie.schemas.Refusal;

/**
 * Tells which lines were refused and why: the first ones on the terminal, all of them in a file.
 */
final class RefusedLines {
  private static final int TOLD_MAX = 20;

  private final Console console;
  private final @Nullable OutputFile file;
  private long count;

  RefusedLines(Console console, @Nullable OutputFile file) {
    this.console = console;
    this.file = file;
  }

  void take(Refusal refusal, DeadLetter letter) {
    count++;
    if (count <= TOLD_MAX) {
      console.tell(
          Printable.of(
              letter.getSourceTopic() + ":" + letter.getLine() + ": " + refusal.describe()));
    }
    if (file != null) {
      file.write(List.of(letter));
    }
  }

  /** Says how many were not told. */
  void finish() {
    if (count > TOLD_MAX) {
      String where = file == null ? "; --dead-letters FILE keeps them all" : "";
      console.tell("... and %d more refused lines%s".formatted(count - TOLD_MAX, where));
    }
  }
}
