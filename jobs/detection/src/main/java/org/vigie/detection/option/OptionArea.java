package org.vigie.detection.option;

import java.util.List;

/**
 * Options that belong together: those of one class.
 *
 * @param title title of their chapter in the reference
 * @param about what they are for, in a sentence
 * @param options the options, in the order of the reference
 */
public record OptionArea(String title, String about, List<DeclaredOption<?>> options) {
  public OptionArea {
    options = List.copyOf(options);
  }
}
