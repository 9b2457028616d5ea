package org.vigie.core.event;

import java.util.List;

/**
 * A message (CONTRACT §2). Strings that are absent are {@link Unknown#ID}.
 *
 * @param recipients named recipients, empty for a room
 * @param recipientMutualContacts declared friends in common, one a recipient, {@link Unknown#INT}
 *     where unknown; same size as {@code recipients}
 * @param textFingerprint 64-bit similarity hash, meaningful only if {@code fingerprinted}
 */
public record Message(
    String eventId,
    String community,
    long timeMs,
    String actor,
    List<String> recipients,
    List<Integer> recipientMutualContacts,
    String room,
    Channel channel,
    List<Signal> signals,
    Meeting meeting,
    List<Media> media,
    List<Link> links,
    boolean fingerprinted,
    long textFingerprint,
    ContactOrigin contactOrigin)
    implements Event {
  public Message {
    recipients = List.copyOf(recipients);
    recipientMutualContacts = List.copyOf(recipientMutualContacts);
    signals = List.copyOf(signals);
    media = List.copyOf(media);
    links = List.copyOf(links);
    if (recipients.size() != recipientMutualContacts.size()) {
      throw new IllegalArgumentException("one mutual contact count a recipient is needed");
    }
  }

  /** Over which kind of conversation a message went. */
  public enum Channel {
    DIRECT,
    GROUP,
    ROOM,
    VOICE
  }

  /** How the two came into contact; a pair that the server MATCHED is not unsolicited. */
  public enum ContactOrigin {
    UNKNOWN,
    MATCHED,
    SEARCH,
    ROOM,
    SUGGESTED,
    INVITE
  }
}
