package org.vigie.rules.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that is wrong, told so that it can be mended: where, what, what is allowed instead.
 *
 * @param what what is wrong, a sentence without its full stop
 * @param allowed what may stand there; empty if that would be saying nothing
 * @param nearest the known name that was most likely meant; empty if none is near
 * @param remedy what to do; the code's own words where nothing better is known
 */
public record Diagnostic(
    DiagnosticCode code, Place place, String what, String allowed, String nearest, String remedy) {
  /** By file, line, column, code. */
  public static final Comparator<Diagnostic> IN_ORDER =
      Comparator.comparing((Diagnostic diagnostic) -> diagnostic.place.file())
          .thenComparingInt(diagnostic -> diagnostic.place.line())
          .thenComparingInt(diagnostic -> diagnostic.place.column())
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::what);

  /** Names listed at most in {@code allowed}. */
  private static final int NAMES_SHOWN_MAX = 24;

  /** Something wrong of which the code says the rest. */
  public static Diagnostic of(DiagnosticCode code, Place place, String what) {
    return of(code, place, what, "");
  }

  /** Something wrong, and what is allowed. */
  public static Diagnostic of(DiagnosticCode code, Place place, String what, String allowed) {
    return new Diagnostic(code, place, what, allowed, "", code.mend());
  }

  /** Something wrong, and what to do about it; empty if that says itself. */
  public static Diagnostic withRemedy(
      DiagnosticCode code, Place place, String what, String remedy) {
    return new Diagnostic(code, place, what, "", "", remedy);
  }

  /** A name that is not one of those known. */
  public static Diagnostic unknownName(
      DiagnosticCode code, Place place, String what, String given, Collection<String> known) {
    return new Diagnostic(
        code, place, what, listed(known), NearestName.of(given, known).orElse(""), code.mend());
  }

  /** The same, with what is allowed in other words; none leave it to the remedy. */
  public Diagnostic allowing(String words) {
    return new Diagnostic(code, place, what, words, nearest, remedy);
  }

  /** Whether it stops the rules from being used. */
  public boolean isError() {
    return !code.isWarning();
  }

  /**
   * As people read it: place, what, the line with a caret, what is allowed, or else a remedy.
   *
   * @return lines; the first is complete by itself
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(place.shown() + ": " + code.word() + " " + code.id() + ": " + what);
    if (!place.text().isEmpty()) {
      String number = place.line() == 0 ? "" : String.valueOf(place.line());
      lines.add("  " + number + " | " + place.text());
      lines.add("  " + " ".repeat(number.length()) + " | " + blank() + caret());
    }
    if (!nearest.isEmpty()) {
      lines.add("  nearest: " + nearest);
    }
    if (!allowed.isEmpty()) {
      lines.add("  allowed: " + allowed);
    }
    if (allowed.isEmpty() && !remedy.isEmpty()) {
      lines.add("  remedy: " + remedy);
    }
    lines.add("  see: vigie explain " + code.id());
    return lines;
  }

  /** The same as names and values, for machines. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", code.id());
    fields.put("severity", code.word());
    fields.put("file", place.file());
    fields.put("line", (long) place.line());
    fields.put("column", (long) place.column());
    fields.put("width", (long) place.width());
    fields.put("message", what);
    fields.put("allowed", allowed);
    fields.put("nearest", nearest);
    fields.put("remedy", remedy);
    return fields;
  }

  /** Tabs stay tabs, so that the caret stands where the reader's editor puts it. */
  private String blank() {
    StringBuilder blank = new StringBuilder();
    int length = Math.min(place.column() - 1, place.text().length());
    for (int i = 0; i < length; i++) {
      blank.append(place.text().charAt(i) == '\t' ? '\t' : ' ');
    }
    return blank.toString();
  }

  private String caret() {
    return "^" + "~".repeat(place.width() - 1);
  }

  private static String listed(Collection<String> known) {
    List<String> names = List.copyOf(known);
    if (names.size() <= NAMES_SHOWN_MAX) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, NAMES_SHOWN_MAX))
        + " and "
        + (names.size() - NAMES_SHOWN_MAX)
        + " more";
  }
}
