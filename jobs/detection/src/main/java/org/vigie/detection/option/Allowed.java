package org.vigie.detection.option;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.flink.configuration.MemorySize;

/**
 * Which values an option may have.
 *
 * @param <T> type of the option
 * @param words the values in words, such as {@code 1 s to 10 min}
 * @param names the values one by one, if they have names
 * @param test whether a value is one of them
 */
public record Allowed<T>(String words, List<String> names, Predicate<T> test) {
  private static final long KIBIBYTE = 1024;
  private static final long MEBIBYTE = KIBIBYTE * KIBIBYTE;

  public Allowed {
    names = List.copyOf(names);
  }

  /** Values without names. */
  public Allowed(String words, Predicate<T> test) {
    this(words, List.of(), test);
  }

  /** Durations from one to another, both included. */
  public static Allowed<Duration> durations(Duration least, Duration most) {
    return new Allowed<>(
        Durations.words(least) + " to " + Durations.words(most),
        value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
  }

  /** Whole numbers from one to another, both included. */
  public static Allowed<Integer> numbers(int least, int most) {
    return new Allowed<>(least + " to " + most, value -> value >= least && value <= most);
  }

  /** Sizes from one to another, both included. */
  public static Allowed<MemorySize> sizes(MemorySize least, MemorySize most) {
    return new Allowed<>(
        words(least) + " to " + words(most),
        value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
  }

  /** Texts of a form; {@code words} says which. */
  public static Allowed<String> texts(String words, String regex) {
    Pattern form = Pattern.compile(regex);
    return new Allowed<>(words, value -> form.matcher(value).matches());
  }

  /** Some of the values of an enum. */
  public static <E extends Enum<E>> Allowed<E> oneOf(List<E> values) {
    List<String> names = values.stream().map(Allowed::typed).toList();
    return new Allowed<>(String.join(" or ", names), names, values::contains);
  }

  /** True or false. */
  public static Allowed<Boolean> yesOrNo() {
    return new Allowed<>("true or false", List.of("true", "false"), value -> true);
  }

  /** Any whole number of 64 bits. */
  public static Allowed<Long> anyNumber() {
    return new Allowed<>("any whole number of 64 bits", value -> true);
  }

  /** A size in the largest unit of which it is a whole number. */
  public static String words(MemorySize size) {
    long bytes = size.getBytes();
    if (bytes == 0 || bytes % KIBIBYTE != 0) {
      return bytes + " b";
    }
    return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + " mb" : bytes / KIBIBYTE + " kb";
  }

  /** A value of an enum as one types it. */
  static String typed(Enum<?> value) {
    return value.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
