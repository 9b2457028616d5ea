package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.BAD_VALUE;
import static org.vigie.alert.DeadLetterCode.WRONG_CHANNEL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.event.Call;
import org.vigie.event.Link;
import org.vigie.event.ListMatch;
import org.vigie.event.Media;
import org.vigie.event.Meeting;
import org.vigie.event.Message;

/**
 * What a message must keep to. Its channel decides whom it reaches: exactly one recipient (DIRECT),
 * at least one (GROUP), a room (ROOM), or one of the two (VOICE); never recipients and a room, so
 * that each message is judged in one way.
 */
final class MessageRules {
  private MessageRules() {}

  static void check(Message message) throws RefusedException {
    TextRules.id("event_id", message.getEventId());
    TextRules.id("community", message.getCommunity());
    RangeRules.time("time", message.getTime());
    TextRules.id("sender", message.getSender());
    TextRules.ids("recipients", message.getRecipients(), Limits.RECIPIENTS_MAX);
    TextRules.idOrUnknown("room", message.getRoom());
    RangeRules.known("channel", message.getChannel());
    reach(message);
    TextRules.idOrUnknown("reply_to", message.getReplyTo());
    RangeRules.notNegative("length", message.getLength());
    mutualContacts(message);
    SignalRules.check("signals", message.getSignals());
    RangeRules.known("scan", message.getScan());
    meeting(message.getMeeting());
    media(message.getMedia());
    links(message.getLinks());
    TextRules.fingerprintOrUnknown("text_fingerprint", message.getTextFingerprint());
    RangeRules.known("contact_origin", message.getContactOrigin());
    call(message.getCall());
    TextRules.textOrUnknown("text", message.getText(), Limits.TEXT_BYTES_MAX);
  }

  private static void reach(Message message) throws RefusedException {
    int recipients = message.getRecipients().size();
    boolean room = message.getRoom() != null;
    switch (message.getChannel()) {
      case DIRECT -> {
        recipients(message, recipients == 1, "exactly 1");
        room(message, !room, "null");
      }
      case GROUP -> {
        recipients(message, recipients > 0, "1 to " + Limits.RECIPIENTS_MAX);
        room(message, !room, "null");
      }
      case ROOM -> {
        recipients(message, recipients == 0, "none");
        room(message, room, "the room's id");
      }
      case VOICE -> room(message, room == (recipients == 0), "recipients or a room, not both");
      case UNRECOGNISED -> throw new IllegalStateException("looked at before it was refused");
    }
  }

  private static void recipients(Message message, boolean right, String allowed)
      throws RefusedException {
    if (!right) {
      int count = message.getRecipients().size();
      String what = "has " + CountRules.entries(count) + " in " + message.getChannel();
      throw new RefusedException(Refusal.of(WRONG_CHANNEL, "recipients", what).allowing(allowed));
    }
  }

  private static void room(Message message, boolean right, String allowed) throws RefusedException {
    if (!right) {
      String room = message.getRoom();
      String what = (room == null ? "is missing in " : "is set in ") + message.getChannel();
      throw new RefusedException(
          Refusal.of(WRONG_CHANNEL, "room", what)
              .allowing(allowed)
              .quoting(room == null ? "" : Quoted.text(room)));
    }
  }

  private static void mutualContacts(Message message) throws RefusedException {
    RangeRules.notNegative("mutual_contacts", message.getMutualContacts());
    List<Integer> each = message.getRecipientMutualContacts();
    int recipients = message.getRecipients().size();
    if (!each.isEmpty() && each.size() != recipients) {
      String allowed = "as many as recipients, " + recipients + ", or none";
      throw new RefusedException(
          Refusal.of(
                  BAD_VALUE, "recipient_mutual_contacts", "has " + CountRules.entries(each.size()))
              .allowing(allowed));
    }
    for (int at = 0; at < each.size(); at++) {
      try {
        RangeRules.notNegative("", each.get(at));
      } catch (RefusedException refused) {
        throw refused.within("[" + at + "]").within("recipient_mutual_contacts");
      }
    }
  }

  private static void meeting(@Nullable Meeting meeting) throws RefusedException {
    if (meeting == null) {
      return;
    }
    try {
      TextRules.idOrUnknown("id", meeting.getId());
      RangeRules.known("status", meeting.getStatus());
      TextRules.idOrUnknown("place", meeting.getPlace());
      // Any time is taken: one far from the event's counts as unknown, not as wrong.
    } catch (RefusedException refused) {
      throw refused.within("meeting");
    }
  }

  private static void media(List<Media> media) throws RefusedException {
    CountRules.atMost("media", media, Limits.MEDIA_MAX);
    for (int at = 0; at < media.size(); at++) {
      Media one = media.get(at);
      try {
        TextRules.id("hash", one.getHash());
        RangeRules.known("kind", one.getKind());
        match(one.getMatch());
      } catch (RefusedException refused) {
        throw refused.within("[" + at + "]").within("media");
      }
    }
  }

  private static void links(List<Link> links) throws RefusedException {
    CountRules.atMost("links", links, Limits.LINKS_MAX);
    for (int at = 0; at < links.size(); at++) {
      Link one = links.get(at);
      try {
        TextRules.id("hash", one.getHash());
        RangeRules.known("kind", one.getKind());
        match(one.getMatch());
      } catch (RefusedException refused) {
        throw refused.within("[" + at + "]").within("links");
      }
    }
  }

  private static void match(@Nullable ListMatch match) throws RefusedException {
    if (match == null) {
      return;
    }
    try {
      TextRules.id("list", match.getList());
      RangeRules.known("method", match.getMethod());
      RangeRules.notNegative("distance", match.getDistance());
    } catch (RefusedException refused) {
      throw refused.within("match");
    }
  }

  private static void call(@Nullable Call call) throws RefusedException {
    if (call == null) {
      return;
    }
    try {
      RangeRules.notNegative("seconds", call.getSeconds());
    } catch (RefusedException refused) {
      throw refused.within("call");
    }
  }
}
