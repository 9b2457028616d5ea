package org.vigie.detection.alert;

/** Values of the engine's enums have the same names on the wire. */
final class WireNames {
  private WireNames() {}

  /**
   * The namesake of a value.
   *
   * @throws IllegalArgumentException if the wire lacks it, which a test rules out
   */
  static <W extends Enum<W>> W wire(Class<W> wireClass, Enum<?> value) {
    return Enum.valueOf(wireClass, value.name());
  }
}
