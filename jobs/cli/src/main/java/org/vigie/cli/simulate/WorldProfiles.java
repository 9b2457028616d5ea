package org.vigie.cli.simulate;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.vigie.simulator.world.CommunityKind;

/** By the profile of which kind each community of a simulated world is to be judged. */
final class WorldProfiles {
  private WorldProfiles() {}

  /** For {@code --profile}. */
  static String choice() {
    return Arrays.stream(CommunityKind.values())
        .map(kind -> kind.community() + " " + profileOf(kind))
        .collect(Collectors.joining("; "));
  }

  private static String profileOf(CommunityKind kind) {
    return switch (kind) {
      case FRIENDS -> "friends-based";
      case GAMING -> "social-gaming";
      case DATING -> "dating";
      case OPEN_CHAT, OPENING -> "open-chat";
    };
  }
}
