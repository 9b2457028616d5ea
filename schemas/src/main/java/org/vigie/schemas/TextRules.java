package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.BAD_VALUE;
import static org.vigie.alert.DeadLetterCode.TOO_LARGE;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What strings must keep to: pseudonyms, tokens, fingerprints, free text. */
final class TextRules {
  private static final String ID_ALLOWED = "1-64 bytes of UTF-8 without control characters";
  private static final int FINGERPRINT_DIGITS = 16;
  private static final int SHA256_DIGITS = 64;
  private static final String UUID_SHAPE = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

  private TextRules() {}

  /** Refuses what is no pseudonym, token or name. */
  static void id(String field, String value) throws RefusedException {
    if (value.isEmpty()) {
      throw refusedId(field, value, "is empty");
    }
    int bytes = 0;
    for (int at = 0; at < value.length(); at++) {
      char letter = value.charAt(at);
      // Bytes that are no UTF-8 decode to U+FFFD: two accounts must not become one that way.
      if (Character.isISOControl(letter) || letter == '\uFFFD') {
        String what = letter == '\uFFFD' ? "is not UTF-8" : "holds a control character";
        throw refusedId(field, value, what + " at character " + (at + 1));
      }
      if (Character.isSurrogate(letter)) {
        if (!isPair(value, at)) {
          throw refusedId(field, value, "is not UTF-8 at character " + (at + 1));
        }
        at++;
        bytes += 4;
      } else {
        bytes += utf8Bytes(letter);
      }
    }
    if (bytes > Limits.ID_BYTES_MAX) {
      throw refusedId(field, value, "is " + bytes + " bytes long");
    }
  }

  /** As {@link #id}, where null (unknown) is fine. */
  static void idOrUnknown(String field, @Nullable String value) throws RefusedException {
    if (value != null) {
      id(field, value);
    }
  }

  /** Refuses a list that is too long or holds what is no id. */
  static void ids(String field, List<String> values, int countMax) throws RefusedException {
    CountRules.atMost(field, values, countMax);
    for (int at = 0; at < values.size(); at++) {
      try {
        id("", values.get(at));
      } catch (RefusedException refused) {
        throw refused.within("[" + at + "]").within(field);
      }
    }
  }

  /** Refuses text over a size; which characters it holds does not matter. */
  static void textOrUnknown(String field, @Nullable String value, int bytesMax)
      throws RefusedException {
    if (value == null || value.length() * 3L <= bytesMax) {
      return;
    }
    int bytes = 0;
    for (int at = 0; at < value.length(); at++) {
      char letter = value.charAt(at);
      bytes += Character.isSurrogate(letter) ? 2 : utf8Bytes(letter);
    }
    if (bytes > bytesMax) {
      throw new RefusedException(
          Refusal.of(TOO_LARGE, field, "is " + bytes + " bytes long")
              .allowing("at most " + bytesMax + " bytes of UTF-8"));
    }
  }

  static void fingerprintOrUnknown(String field, @Nullable String value) throws RefusedException {
    if (value != null) {
      hex(field, value, FINGERPRINT_DIGITS, "is no fingerprint");
    }
  }

  static void sha256(String field, String value) throws RefusedException {
    hex(field, value, SHA256_DIGITS, "is no SHA-256");
  }

  static void uuid(String field, String value) throws RefusedException {
    boolean wellFormed = value.length() == UUID_SHAPE.length();
    for (int at = 0; wellFormed && at < UUID_SHAPE.length(); at++) {
      char letter = value.charAt(at);
      wellFormed = UUID_SHAPE.charAt(at) == '-' ? letter == '-' : isHexDigit(letter);
    }
    if (!wellFormed) {
      throw refused(field, value, "is not a UUID", UUID_SHAPE + " in hexadecimal digits");
    }
  }

  private static void hex(String field, String value, int digits, String message)
      throws RefusedException {
    boolean wellFormed = value.length() == digits;
    for (int at = 0; wellFormed && at < digits; at++) {
      wellFormed = isHexDigit(value.charAt(at));
    }
    if (!wellFormed) {
      throw refused(field, value, message, digits + " hexadecimal digits");
    }
  }

  private static boolean isHexDigit(char letter) {
    return (letter >= '0' && letter <= '9')
        || (letter >= 'a' && letter <= 'f')
        || (letter >= 'A' && letter <= 'F');
  }

  private static boolean isPair(String value, int at) {
    return Character.isHighSurrogate(value.charAt(at))
        && at + 1 < value.length()
        && Character.isLowSurrogate(value.charAt(at + 1));
  }

  private static int utf8Bytes(char letter) {
    if (letter < 0x80) {
      return 1;
    }
    return letter < 0x800 ? 2 : 3;
  }

  private static RefusedException refusedId(String field, String value, String message) {
    return refused(field, value, message, ID_ALLOWED);
  }

  private static RefusedException refused(
      String field, String value, String message, String allowed) {
    return new RefusedException(
        Refusal.of(BAD_VALUE, field, message).allowing(allowed).quoting(Quoted.text(value)));
  }
}
