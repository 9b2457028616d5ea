package org.vigie.core.event;

/** One validated event of a platform. All ids are pseudonyms, 1-64 bytes of UTF-8 (CONTRACT §1). */
public sealed interface Event permits Message, SessionEvent, Interaction, Review {
  /** Identity of the event together with its kind, actor and target. */
  String eventId();

  /** Tenant; nothing is ever joined across communities. */
  String community();

  /** Event time as the platform states it, epoch milliseconds. */
  long timeMs();

  /** Who acted: sender, account, actor or reviewer. */
  String actor();
}
