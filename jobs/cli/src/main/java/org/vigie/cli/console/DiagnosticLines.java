package org.vigie.cli.console;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.rules.diagnostic.Diagnostic;

/** Diagnostics as a terminal may show them: they quote files, which may hold anything. */
public final class DiagnosticLines {
  private DiagnosticLines() {}

  /** The lines; the first is painted. Tabs stay, so that the caret stands where it should. */
  public static List<String> of(Diagnostic diagnostic, Style style) {
    List<String> lines = diagnostic.lines().stream().map(DiagnosticLines::printable).toList();
    Ink ink = diagnostic.isError() ? Ink.BAD : Ink.WARNING;
    return Stream.concat(Stream.of(style.paint(ink, lines.get(0))), lines.stream().skip(1))
        .toList();
  }

  private static String printable(String line) {
    return Arrays.stream(line.split("[\t\n]", -1))
        .map(Printable::of)
        .collect(Collectors.joining("\t"));
  }
}
