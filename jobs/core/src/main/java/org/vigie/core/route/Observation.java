package org.vigie.core.route;

import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message.Channel;
import org.vigie.core.event.Message.ContactOrigin;
import org.vigie.core.event.Report.Category;
import org.vigie.core.order.Root;

/**
 * What one account did towards one other, or had done to it: the unit of RECIPIENT and PAIR.
 *
 * @param subject who it is about: who acted, or who was reported
 * @param counterpart the other; RECIPIENT adds what is known of it
 * @param subjectTag tag of the subject
 * @param counterpartTag tag of the counterpart
 * @param groupSize named recipients of the message, 1 for everything else
 * @param mutualContacts declared friends in common, {@link org.vigie.core.event.Unknown#INT} if
 *     unknown
 * @param place where it happened, of a report, empty if not said
 * @param reporter who reported, empty unless somebody else than the counterpart did
 * @param codes mask of the signal codes that reach the bar, a bit each by ordinal
 */
public record Observation(
    String community,
    String subject,
    String counterpart,
    long subjectTag,
    long counterpartTag,
    Kind kind,
    Channel channel,
    int groupSize,
    int mutualContacts,
    ContactOrigin contactOrigin,
    int codes,
    Meeting meeting,
    Category category,
    String place,
    String reporter,
    Origin origin) {
  private static final ContactOrigin[] ORIGINS = ContactOrigin.values();
  private static final Meeting.Status[] STATUSES = Meeting.Status.values();
  private static final Category[] CATEGORIES = Category.values();

  /** What was observed. Append only. */
  public enum Kind {
    MESSAGE,
    REQUEST,
    FOLLOW,
    ACCEPT,
    GIFT,
    PAYMENT,
    PAYMENT_REQUEST,
    REPORT;

    /** Whether it is something that the subject did, not something that was done to it. */
    public boolean isAct() {
      return this != REPORT;
    }

    /** Whether it can open a pair: a DIRECT or GROUP message, a request, a gift. */
    boolean opens(Channel channel) {
      return switch (this) {
        case MESSAGE -> channel != Channel.VOICE;
        case REQUEST, GIFT -> true;
        case FOLLOW, ACCEPT, PAYMENT, PAYMENT_REQUEST, REPORT -> false;
      };
    }
  }

  /** Whether a report was made for its counterpart by somebody else. */
  public boolean isForAnother() {
    return !reporter.isEmpty();
  }

  /** Whether it can open a pair: a DIRECT or GROUP message, a request, a gift. */
  public boolean opens() {
    return kind.opens(channel);
  }

  /** Whether it answers a pair that the other opened: a message, an acceptance, a follow. */
  public boolean answers() {
    return switch (kind) {
      case MESSAGE -> channel != Channel.VOICE;
      case ACCEPT, FOLLOW -> true;
      case REQUEST, GIFT, PAYMENT, PAYMENT_REQUEST, REPORT -> false;
    };
  }

  /** Whether its codes count in rules about pairs: DIRECT, or GROUP of at most 4. */
  public boolean isPrivate() {
    return channel == Channel.DIRECT || channel == Channel.GROUP && groupSize <= 4;
  }

  /** The event as evidence: a message for its codes, an interaction for what it was. */
  public Evidence evidence(Root root) {
    return origin.evidence(root, kind == Kind.MESSAGE ? codes : acts());
  }

  private int acts() {
    int mask = 1 << Evidence.Act.valueOf(kind.name()).ordinal();
    return kind == Kind.REPORT && category != Category.NONE
        ? mask | 1 << Evidence.Act.valueOf(category.name()).ordinal()
        : mask;
  }

  /** Packs it without its payload kind. */
  public void write(ByteWriter out, long effectiveMs) {
    ObservationHead.write(this, out);
    out.text(community).text(subject).text(counterpart).number(groupSize).signed(mutualContacts);
    out.octet(contactOrigin.ordinal()).number(codes).octet(meeting.status().ordinal());
    if (meeting.isPresent()) {
      out.text(meeting.id()).text(meeting.place()).time(meeting.timeMs());
      out.flag(meeting.publicPlace());
    }
    if (kind == Kind.REPORT) {
      out.octet(category.ordinal()).text(place).text(reporter);
    }
    origin.write(out, effectiveMs);
  }

  /** Reads what {@link #write} packed. */
  public static Observation read(ByteReader in, long effectiveMs) {
    ObservationHead head = ObservationHead.read(in);
    String community = in.text();
    String subject = in.text();
    String counterpart = in.text();
    int groupSize = in.count();
    int mutualContacts = (int) in.signed();
    ContactOrigin contactOrigin = ORIGINS[in.octet()];
    int codes = in.count();
    Meeting meeting = readMeeting(in);
    boolean isReport = head.kind() == Kind.REPORT;
    return new Observation(
        community,
        subject,
        counterpart,
        head.subjectTag(),
        head.counterpartTag(),
        head.kind(),
        head.channel(),
        groupSize,
        mutualContacts,
        contactOrigin,
        codes,
        meeting,
        isReport ? CATEGORIES[in.octet()] : Category.NONE,
        isReport ? in.text() : "",
        isReport ? in.text() : "",
        Origin.read(in, effectiveMs));
  }

  private static Meeting readMeeting(ByteReader in) {
    Meeting.Status status = STATUSES[in.octet()];
    return status == Meeting.Status.NONE
        ? Meeting.NONE
        : new Meeting(in.text(), status, in.text(), in.time(), in.flag());
  }
}
