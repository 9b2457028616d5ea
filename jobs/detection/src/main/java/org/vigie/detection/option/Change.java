package org.vigie.detection.option;

/** What comes of giving an option another value while state is kept. */
public enum Change {
  /** Nothing but what the option says: it takes effect at the next start. */
  FREE("at any restart"),
  /**
   * The option is part of what alerts mean: records read after the restart are judged by the new
   * value, what was judged stays. Around the change the alerts are those of neither.
   */
  MEANING("at a restart; part of what alerts mean"),
  /** The state can't be read with another value. */
  STATE("never while state is kept");

  private final String words;

  Change(String words) {
    this.words = words;
  }

  /** When it may be changed, for the reference. */
  public String words() {
    return words;
  }
}
