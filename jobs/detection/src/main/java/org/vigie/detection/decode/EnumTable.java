package org.vigie.detection.decode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a wire enum as the engine knows them, by name. Every value but {@code UNRECOGNISED}
 * has its namesake, or the table can't be made.
 *
 * @param <W> enum of the wire
 * @param <C> enum of the engine
 */
final class EnumTable<W extends Enum<W>, C extends Enum<C>> {
  private static final String UNRECOGNISED = "UNRECOGNISED";

  private final List<C> byOrdinal;
  private final C unknown;

  private EnumTable(List<C> byOrdinal, C unknown) {
    this.byOrdinal = byOrdinal;
    this.unknown = unknown;
  }

  /**
   * A table.
   *
   * @param unknown what an absent or unrecognised value becomes
   * @throws IllegalArgumentException if the engine lacks a value of the wire
   */
  static <W extends Enum<W>, C extends Enum<C>> EnumTable<W, C> of(Class<W> wire, C unknown) {
    List<C> byOrdinal = new ArrayList<>();
    for (W value : wire.getEnumConstants()) {
      byOrdinal.add(
          value.name().equals(UNRECOGNISED)
              ? unknown
              : Enum.valueOf(unknown.getDeclaringClass(), value.name()));
    }
    return new EnumTable<>(List.copyOf(byOrdinal), unknown);
  }

  /** The namesake of a value. */
  @SuppressWarnings("EnumOrdinal") // an array for each event, not a map
  C get(@Nullable W value) {
    return value == null ? unknown : byOrdinal.get(value.ordinal());
  }
}
