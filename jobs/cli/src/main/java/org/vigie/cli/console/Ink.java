package org.vigie.cli.console;

/** What a part of a text is, which decides its colour. */
public enum Ink {
  /** Must be seen first. */
  ALARM("1;37;41"),
  /** Bad news. */
  BAD("1;31"),
  /** Needs a look. */
  WARNING("33"),
  /** Good news. */
  GOOD("32"),
  /** A heading. */
  STRONG("1"),
  /** Beside the point. */
  FAINT("2");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
