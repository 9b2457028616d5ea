package org.vigie.reference;

import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;

/** What is an act towards someone, what opens and what answers (page ¶9, ¶11). */
final class Acts {
  private Acts() {}

  /** Whether it is an act of its actor towards its target (¶9). */
  static boolean isAct(Observation seen) {
    return seen.hasTarget()
        && (seen.message().map(Acts::isAct).orElse(false)
            || seen.interaction().map(Acts::isAct).orElse(false));
  }

  private static boolean isAct(Message message) {
    return switch (message.channel()) {
      case DIRECT, GROUP, VOICE -> true;
      case ROOM -> false;
    };
  }

  private static boolean isAct(Interaction interaction) {
    return switch (interaction.kind()) {
      case REQUEST, FOLLOW, ACCEPT, GIFT, PAYMENT, PAYMENT_REQUEST -> true;
      case DECLINE, UNFOLLOW, BLOCK, UNBLOCK, REPORT -> false;
    };
  }

  /** Whether an act can open a pair (¶11). */
  static boolean canOpen(Observation act) {
    return act.message().map(Acts::isWritten).orElse(false)
        || act.interaction()
            .map(
                interaction ->
                    interaction.kind() == Interaction.Kind.REQUEST
                        || interaction.kind() == Interaction.Kind.GIFT)
            .orElse(false);
  }

  /** Whether an act answers when the other one makes it after the opening (¶11). */
  static boolean canAnswer(Observation act) {
    return act.message().map(Acts::isWritten).orElse(false)
        || act.interaction()
            .map(
                interaction ->
                    interaction.kind() == Interaction.Kind.ACCEPT
                        || interaction.kind() == Interaction.Kind.FOLLOW)
            .orElse(false);
  }

  private static boolean isWritten(Message message) {
    return message.channel() == Message.Channel.DIRECT
        || message.channel() == Message.Channel.GROUP;
  }
}
