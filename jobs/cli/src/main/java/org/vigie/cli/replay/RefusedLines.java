package org.vigie.cli.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.DeadLetter;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Printable;
import org.vigie.schemas.Refusal;

/**
 * Tells which lines were refused and why, each of them; keeps records of them if a file is named.
 */
final class RefusedLines {
  private final Console console;
  private final @Nullable OutputFile file;

  RefusedLines(Console console, @Nullable OutputFile file) {
    this.console = console;
    this.file = file;
  }

  void take(Refusal refusal, DeadLetter letter) {
    console.tell(
        Printable.of(letter.getSourceTopic() + ":" + letter.getLine() + ": " + refusal.describe()));
    if (file != null) {
      file.write(List.of(letter));
    }
  }
}
