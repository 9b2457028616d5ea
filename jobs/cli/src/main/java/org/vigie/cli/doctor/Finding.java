package org.vigie.cli.doctor;

/**
 * What one look showed.
 *
 * @param name what was looked at, a word or two
 * @param state whether it is as it must be
 * @param text what was seen
 * @param remedy what to do; empty unless something is not ok
 */
record Finding(String name, State state, String text, String remedy) {
  /** Whether it is as it must be. */
  enum State {
    OK("ok"),
    NOT_OK("not ok"),
    /** It could not be looked at, or does not apply. */
    SKIPPED("skipped");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  static Finding ok(String name, String text) {
    return new Finding(name, State.OK, text, "");
  }

  static Finding notOk(String name, String text, String remedy) {
    return new Finding(name, State.NOT_OK, text, remedy);
  }

  static Finding skipped(String name, String text) {
    return new Finding(name, State.SKIPPED, text, "");
  }
}
