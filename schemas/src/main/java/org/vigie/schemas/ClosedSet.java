package org.vigie.schemas;

import java.util.ArrayList;
import java.util.List;

/**
 * The closed sets of names in the contract: generated enums. Each begins with one symbol that is
 * never sent: Avro gives it to a reader that meets a symbol newer than itself, which is how a set
 * can grow without breaking anyone.
 */
final class ClosedSet {
  /** What a reader sees of a value newer than itself. */
  static final String UNRECOGNISED = "UNRECOGNISED";

  private ClosedSet() {}

  static boolean isRecognised(Enum<?> value) {
    return !value.name().equals(UNRECOGNISED);
  }

  /** The names that may be sent, as one text for a report. */
  static String allowed(Enum<?> anyOfTheSet) {
    List<String> names = new ArrayList<>();
    for (Enum<?> symbol : anyOfTheSet.getDeclaringClass().getEnumConstants()) {
      if (isRecognised(symbol)) {
        names.add(symbol.name());
      }
    }
    return String.join(", ", names);
  }
}
