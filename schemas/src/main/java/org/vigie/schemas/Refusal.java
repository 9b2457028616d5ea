package org.vigie.schemas;

import org.vigie.alert.DeadLetterCode;

/**
 * Why an input was refused: what a dead letter, a report about a file's line and a form's error
 * message are made from.
 *
 * <p>{@link #message} and {@link #allowed} quote nothing of the input. {@link #value} does, and may
 * hold pseudonyms; {@link #field} and {@link #nearest} may hold the name of a field that the input
 * made up (of a JSON line only: a binary record has none). So all three are for the person who gave
 * the input, and a {@code value} is kept out of logs, headers and metrics.
 *
 * @param code which of the contract's codes
 * @param field path of the field, such as {@code media[0].match.method}; empty where the whole
 *     record is meant
 * @param message what is wrong, quoting nothing of the input
 * @param allowed what is allowed instead; empty where nothing more can be said
 * @param value the value refused, as JSON, shortened; empty where there is none
 * @param nearest the nearest allowed name where a name was refused, or, where a field is missing,
 *     the unknown field that was probably meant for it; empty where nothing is near
 */
public record Refusal(
    DeadLetterCode code,
    String field,
    String message,
    String allowed,
    String value,
    String nearest) {

  /** A refusal that says no more than where and what. */
  public static Refusal of(DeadLetterCode code, String field, String message) {
    return new Refusal(code, field, message, "", "", "");
  }

  /** The same with what is allowed instead. */
  public Refusal allowing(String whatIsAllowed) {
    return new Refusal(code, field, message, whatIsAllowed, value, nearest);
  }

  /** The same with the value that was refused, already shortened. */
  public Refusal quoting(String refusedValue) {
    return new Refusal(code, field, message, allowed, refusedValue, nearest);
  }

  /** The same with the nearest name. */
  public Refusal near(String name) {
    return new Refusal(code, field, message, allowed, value, name);
  }

  /**
   * The same, seen from the record or list that holds the field.
   *
   * @param outer name of the field that holds it, such as {@code media}, or its place in a list,
   *     such as {@code [0]}
   */
  Refusal within(String outer) {
    String joined = field.isEmpty() || field.startsWith("[") ? outer + field : outer + "." + field;
    return new Refusal(code, joined, message, allowed, value, nearest);
  }

  /**
   * One line for a person: where, what, actual, allowed, nearest, code. It quotes the value.
   *
   * @return for example {@code channel: "DIRCT" is not a known value; allowed: DIRECT, GROUP, ROOM,
   *     VOICE; nearest: DIRECT [BAD_VALUE]}
   */
  public String describe() {
    StringBuilder line = new StringBuilder();
    if (!field.isEmpty()) {
      line.append(field).append(": ");
    }
    if (!value.isEmpty()) {
      line.append(value).append(' ');
    }
    line.append(message);
    if (!allowed.isEmpty()) {
      line.append("; allowed: ").append(allowed);
    }
    if (!nearest.isEmpty()) {
      boolean missing = code == DeadLetterCode.MISSING_FIELD;
      line.append(missing ? "; given instead: " : "; nearest: ").append(nearest);
    }
    return line.append(" [").append(code).append(']').toString();
  }
}
