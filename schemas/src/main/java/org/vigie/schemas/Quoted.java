package org.vigie.schemas;

/** A refused value as JSON, on one line and short enough for a report. */
final class Quoted {
  private static final int VALUE_CHARS_MAX = 64;

  private Quoted() {}

  static String text(String value) {
    StringBuilder quoted = new StringBuilder().append('"');
    for (int at = 0; at < value.length(); at++) {
      if (at == VALUE_CHARS_MAX) {
        return quoted.append("…\"").toString();
      }
      char letter = value.charAt(at);
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else {
        show(letter, quoted);
      }
    }
    return quoted.append('"').toString();
  }

  /** A piece of a line as it stands there: what is JSON already is not made JSON again. */
  static String excerpt(String piece) {
    StringBuilder quoted = new StringBuilder().append('`');
    piece.chars().limit(VALUE_CHARS_MAX).forEach(letter -> show((char) letter, quoted));
    return quoted.append('`').toString();
  }

  private static void show(char letter, StringBuilder quoted) {
    if (isVisible(letter)) {
      quoted.append(letter);
    } else {
      String hex = Integer.toHexString(letter);
      quoted.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
    }
  }

  /** A name from the input: as it is where that is short and plain, else quoted. */
  static String name(String name) {
    boolean plain = name.length() <= VALUE_CHARS_MAX && !name.isEmpty();
    for (int at = 0; plain && at < name.length(); at++) {
      plain = isVisible(name.charAt(at)) && name.charAt(at) != '"';
    }
    return plain ? name : text(name);
  }

  /** A number as it was written. */
  static String number(String digits) {
    return digits.length() <= VALUE_CHARS_MAX ? digits : digits.substring(0, VALUE_CHARS_MAX) + "…";
  }

  static String count(int entries) {
    return entries == 1 ? "[1 entry]" : "[" + entries + " entries]";
  }

  /** Whether a character shows as itself: a value must not forge or reverse a line of a report. */
  private static boolean isVisible(char letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
