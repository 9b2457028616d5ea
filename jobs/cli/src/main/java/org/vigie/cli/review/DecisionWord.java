package org.vigie.cli.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vigie.cli.CommandFailedException;
import org.vigie.event.ReviewDecision;

/** What a reviewer decides. A type of the command line's own, so that {@code --help} is quick. */
enum DecisionWord {
  CONFIRMED,
  DISMISSED,
  NEEDS_MORE,
  ESCALATED;

  /**
   * The decision of a word.
   *
   * @throws CommandFailedException if it is none
   */
  static DecisionWord of(String word) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    List<String> names = Arrays.stream(values()).map(DecisionWord::name).toList();
    if (!names.contains(name)) {
      throw CommandFailedException.unknownName(
          word + " is no decision",
          word,
          names.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList());
    }
    return valueOf(name);
  }

  ReviewDecision decision() {
    return switch (this) {
      case CONFIRMED -> ReviewDecision.CONFIRMED;
      case DISMISSED -> ReviewDecision.DISMISSED;
      case NEEDS_MORE -> ReviewDecision.NEEDS_MORE;
      case ESCALATED -> ReviewDecision.ESCALATED;
    };
  }
}
