package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.BAD_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalLong;

/** The single values of a JSON line: one shape for each type of the schemas. */
final class JsonScalars {
  private static final double LONG_LIMIT = 0x1p63;

  private JsonScalars() {}

  /** A string of well-formed Unicode. */
  static String text(JsonNode value) throws RefusedException {
    if (!value.isTextual()) {
      throw refused(value, isA(value), "a string");
    }
    String text = value.textValue();
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        if (at + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
          throw refused(value, "holds half a character at " + (at + 1), "well-formed Unicode");
        }
        at++;
      }
    }
    return text;
  }

  /** {@code true} or {@code false}. */
  static Boolean flag(JsonNode value) throws RefusedException {
    if (!value.isBoolean()) {
      throw refused(value, isA(value), "true or false");
    }
    return value.booleanValue();
  }

  /** A whole number of 32 bits. */
  static Integer wholeInt(JsonNode value) throws RefusedException {
    long whole = whole(value, "a whole number");
    if (whole != (int) whole) {
      throw refused(value, "is out of range", Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
    }
    return (int) whole;
  }

  /** A whole number of 64 bits. */
  static Long wholeLong(JsonNode value) throws RefusedException {
    return whole(value, "a whole number of 64 bits");
  }

  /** A number. */
  static Double real(JsonNode value) throws RefusedException {
    if (!value.isNumber()) {
      throw refused(value, isA(value), "a number");
    }
    double real = value.doubleValue();
    if (Double.isInfinite(real)) {
      throw refused(value, "is out of range", "a number of double precision");
    }
    return real;
  }

  /** A time: epoch milliseconds or ISO-8601. */
  static Long time(JsonNode value) throws RefusedException {
    String allowed = "epoch milliseconds or ISO-8601 with a zone, such as 2024-06-25T23:30:00Z";
    if (!value.isTextual()) {
      return whole(value, allowed);
    }
    OptionalLong epochMs = IsoTime.epochMs(value.textValue());
    if (epochMs.isEmpty()) {
      throw refused(value, "is no time", allowed);
    }
    return epochMs.getAsLong();
  }

  /** Bytes in base64. */
  static ByteBuffer bytes(JsonNode value) throws RefusedException {
    String allowed = "bytes in base64";
    if (!value.isTextual()) {
      throw refused(value, isA(value), allowed);
    }
    try {
      return ByteBuffer.wrap(Base64.getDecoder().decode(value.textValue()));
    } catch (IllegalArgumentException notBase64) {
      throw refused(value, "is not base64", allowed);
    }
  }

  /** One name of a closed set. */
  static Object symbol(JsonNode value, Map<String, Object> symbols) throws RefusedException {
    String allowed = String.join(", ", symbols.keySet());
    if (!value.isTextual()) {
      throw refused(value, isA(value), allowed);
    }
    Object symbol = symbols.get(value.textValue());
    if (symbol == null) {
      String nearest = NearestName.of(value.textValue(), symbols.keySet()).orElse("");
      Refusal refusal = refused(value, "is not a known value", allowed).refusal().near(nearest);
      throw new RefusedException(refusal);
    }
    return symbol;
  }

  /** Whole numbers may be written 3 or 3.0: some languages' JSON libraries know only the latter. */
  private static long whole(JsonNode value, String allowed) throws RefusedException {
    if (!value.isNumber()) {
      throw refused(value, isA(value), allowed);
    }
    if (value.isIntegralNumber()) {
      if (!value.canConvertToLong()) {
        throw refused(value, "is out of range", allowed);
      }
      return value.longValue();
    }
    double real = value.doubleValue();
    if (real != Math.rint(real) || Math.abs(real) >= LONG_LIMIT) {
      throw refused(value, "is no whole number", allowed);
    }
    return (long) real;
  }

  static RefusedException refused(JsonNode value, String message, String allowed) {
    return new RefusedException(
        Refusal.of(BAD_VALUE, "", message).allowing(allowed).quoting(quoted(value)));
  }

  /** What kind of JSON value it is. */
  static String isA(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "is a list";
      case OBJECT -> "is an object";
      case STRING -> "is a string";
      case NUMBER -> "is a number";
      case BOOLEAN -> "is a boolean";
      case NULL, MISSING -> "is null";
      case BINARY, POJO -> throw new IllegalStateException("not from JSON text");
    };
  }

  private static String quoted(JsonNode value) {
    if (value.isTextual()) {
      return Quoted.text(value.textValue());
    }
    if (value.isArray()) {
      return Quoted.count(value.size());
    }
    return value.isObject() ? "{…}" : Quoted.number(value.asText());
  }
}
