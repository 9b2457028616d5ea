package org.vigie.schemas;

import org.apache.avro.SystemLimitException;

/**
 * Holds Avro's decoders to the contract's bounds, so that a few bytes can't ask for gigabytes. Avro
 * takes these bounds from system properties when it first decodes anything in a process.
 */
final class AvroLimits {
  private static final String BYTES = "org.apache.avro.limits.bytes.maxLength";
  private static final String ITEMS = "org.apache.avro.limits.collectionItems.maxLength";
  private static final String STRING = "org.apache.avro.limits.string.maxLength";

  private AvroLimits() {}

  /** Sets the bounds, for what is read after this. */
  static void set() {
    setIfAbsent(BYTES, Limits.BYTES_FIELD_MAX);
    setIfAbsent(ITEMS, Limits.ITEMS_MAX);
    setIfAbsent(STRING, Limits.TEXT_BYTES_MAX);
  }

  /**
   * Makes sure that the bounds hold.
   *
   * @throws IllegalStateException if something else decoded Avro in this process before they were
   *     set, or wider ones were asked for: the message names the JVM flags that put it right
   */
  static void require() {
    boolean inForce =
        refuses(SystemLimitException::checkMaxBytesLength, Limits.BYTES_FIELD_MAX + 1)
            && refuses(SystemLimitException::checkMaxCollectionLength, Limits.ITEMS_MAX + 1)
            && refuses(SystemLimitException::checkMaxStringLength, Limits.TEXT_BYTES_MAX + 1);
    if (!inForce) {
      throw new IllegalStateException(
          "Avro's bounds are wider than the contract's; start the JVM with"
              + flag(BYTES, Limits.BYTES_FIELD_MAX)
              + flag(ITEMS, Limits.ITEMS_MAX)
              + flag(STRING, Limits.TEXT_BYTES_MAX));
    }
  }

  private interface Check {
    int length(long asked);
  }

  private static boolean refuses(Check check, long asked) {
    try {
      return check.length(asked) != asked;
    } catch (SystemLimitException refused) {
      return true;
    }
  }

  private static void setIfAbsent(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(value));
    }
  }

  private static String flag(String property, int value) {
    return " -D" + property + "=" + value;
  }
}
