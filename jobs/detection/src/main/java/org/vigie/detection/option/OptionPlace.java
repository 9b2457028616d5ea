package org.vigie.detection.option;

import org.vigie.rules.diagnostic.Place;

/**
 * Where an option stands, without a line that holds a secret.
 *
 * @param name where its name stands
 * @param value where its value stands
 */
public record OptionPlace(Place name, Place value) {
  /** Where an option stood that was given to Flink. */
  static final OptionPlace SOMEWHERE = whole(Place.named("configuration"));

  /** Name and value at one place. */
  static OptionPlace whole(Place place) {
    return new OptionPlace(place, place);
  }

  /**
   * A word of the command line.
   *
   * @param before what stands before the name, such as {@code -D}
   * @param between what stands between name and value, such as {@code =}
   */
  public static OptionPlace typed(String before, String name, String between, String value) {
    String shown = Secrets.masked(name, value);
    String word = before + name + between + shown;
    int valueFrom = word.length() - shown.length();
    return new OptionPlace(
        Place.typed(word, before.length(), name.length()),
        Place.typed(word, valueFrom, shown.length()));
  }
}
