package org.vigie.simulator.world;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.simulator.truth.LookAlikeKind;
import org.vigie.simulator.truth.PlantedHarm;

/**
 * A kind of story: a harm, or what only looks like one.
 *
 * @param harm which harm; empty of a look-alike
 * @param lookAlike which look-alike; empty of a harm
 * @param newcomers the most accounts that it brings with it
 * @param where kinds of community that it happens in
 * @param days how long it may last
 * @param teller writes it down
 */
record Plot(
    Optional<PlantedHarm> harm,
    Optional<LookAlikeKind> lookAlike,
    int newcomers,
    Set<CommunityKind> where,
    int days,
    Teller teller) {
  /** Where minors are. */
  static final Set<CommunityKind> WITH_MINORS =
      Set.of(CommunityKind.FRIENDS, CommunityKind.OPEN_CHAT, CommunityKind.GAMING);

  /** Where adults meet strangers. */
  static final Set<CommunityKind> WITH_STRANGERS =
      Set.of(CommunityKind.FRIENDS, CommunityKind.OPEN_CHAT, CommunityKind.DATING);

  static final Set<CommunityKind> ANYWHERE =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(CommunityKind.OPENING)));

  /** Where nobody was before. */
  static final Set<CommunityKind> NEW_PLATFORM = Set.of(CommunityKind.OPENING);

  /** Where the platform knows friends. */
  static final Set<CommunityKind> WITH_FRIENDS =
      Set.of(CommunityKind.FRIENDS, CommunityKind.GAMING);

  /** Writes a story down. */
  interface Teller {
    void tell(Scene scene);
  }

  static Plot harm(
      PlantedHarm harm, int newcomers, Set<CommunityKind> where, int days, Teller teller) {
    return new Plot(Optional.of(harm), Optional.empty(), newcomers, where, days, teller);
  }

  static Plot lookAlike(
      LookAlikeKind kind, int newcomers, Set<CommunityKind> where, int days, Teller teller) {
    return new Plot(Optional.empty(), Optional.of(kind), newcomers, where, days, teller);
  }

  String name() {
    return harm.map(Enum::name).orElseGet(() -> lookAlike.map(Enum::name).orElse(""));
  }
}
