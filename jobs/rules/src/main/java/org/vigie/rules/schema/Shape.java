package org.vigie.rules.schema;

import java.util.List;
import java.util.regex.Pattern;

/** What may stand in one place of a file. */
sealed interface Shape {
  /** A text for people. */
  record Text(int charsMax) implements Shape {}

  /**
   * A name or other short word.
   *
   * @param like in words, with an example
   */
  record Word(Pattern pattern, String like) implements Shape {}

  /** One of a closed set. */
  record Choice(List<String> allowed) implements Shape {
    public Choice {
      allowed = List.copyOf(allowed);
    }

    /** Constants of an enum; what is not known is left out, not written. */
    static <E extends Enum<E>> Choice of(Class<E> type) {
      return new Choice(java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }
  }

  /** A whole number. */
  record Whole(long min, long max) implements Shape {}

  /** A number, not necessarily whole. */
  record Decimal(double min, double max) implements Shape {}

  /** {@code true} or {@code false}. */
  record Flag() implements Shape {}

  /** A length of time such as {@code 90m}, {@code 12h}, {@code 7d}. */
  record Span(long minMs, long maxMs) implements Shape {}

  /** A condition. */
  record Condition() implements Shape {}

  /** Several of one kind. */
  record Several(Shape item, int min, int max) implements Shape {}

  /** Names that the author chooses, and a value each. */
  record Named(Shape name, Shape value, int max) implements Shape {}

  /**
   * Known fields.
   *
   * @param exactlyOne fields of which exactly one must be there; empty if that does not matter
   */
  record Struct(List<Field> fields, List<String> exactlyOne) implements Shape {
    public Struct {
      fields = List.copyOf(fields);
      exactlyOne = List.copyOf(exactlyOne);
    }

    static Struct of(Field... fields) {
      return new Struct(List.of(fields), List.of());
    }
  }

  /**
   * One field.
   *
   * @param about what it says, for editors
   */
  record Field(String name, Shape shape, boolean required, String about) {
    static Field must(String name, Shape shape, String about) {
      return new Field(name, shape, true, about);
    }

    static Field may(String name, Shape shape, String about) {
      return new Field(name, shape, false, about);
    }
  }
}
