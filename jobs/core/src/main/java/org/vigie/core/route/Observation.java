package org.vigie.core.route;

import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message.Channel;
import org.vigie.core.event.Message.ContactOrigin;
import org.vigie.core.event.Report.Category;
import org.vigie.core.event.SignalCode;
import org.vigie.core.order.Root;
import org.vigie.core.rule.PairAct;
import org.vigie.core.rule.Signs;

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
 * @param strongCodes mask of those with a score that needs no second one
 * @param media whether it is a message with media
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
    int strongCodes,
    boolean media,
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
    REPORT,
    BLOCK,
    DECLINE;

    /** Whether it is something that the subject did, not something that was done to it. */
    public boolean isAct() {
      return !isReaction();
    }

    /** Whether it was done to the subject by the counterpart: a report, a block, a decline. */
    public boolean isReaction() {
      return this == REPORT || this == BLOCK || this == DECLINE;
    }

    /** Whether it can open a pair: a DIRECT or GROUP message, a request, a gift. */
    boolean opens(Channel channel) {
      return switch (this) {
        case MESSAGE -> channel != Channel.VOICE;
        case REQUEST, GIFT -> true;
        case FOLLOW, ACCEPT, PAYMENT, PAYMENT_REQUEST, REPORT, BLOCK, DECLINE -> false;
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
      case REQUEST, GIFT, PAYMENT, PAYMENT_REQUEST, REPORT, BLOCK, DECLINE -> false;
    };
  }

  /** Whether its codes count in rules about pairs: DIRECT, or GROUP of at most 4. */
  public boolean isPrivate() {
    return channel == Channel.DIRECT || channel == Channel.GROUP && groupSize <= 4;
  }

  /** Everything about it that is a sign of the pair, a bit each of {@link Signs}. */
  public long signs() {
    return switch (kind) {
      case MESSAGE -> signedCodes() | (media ? Signs.bit(PairAct.MEDIA) : 0);
      case GIFT -> Signs.bit(PairAct.GIFT);
      case PAYMENT -> Signs.bit(PairAct.PAYMENT);
      case PAYMENT_REQUEST -> Signs.bit(PairAct.PAYMENT_REQUEST);
      case REPORT -> Signs.bit(PairAct.REPORT);
      case BLOCK -> Signs.bit(PairAct.BLOCK);
      case DECLINE -> Signs.bit(PairAct.DECLINE);
      case REQUEST, FOLLOW, ACCEPT -> 0;
    };
  }

  /** Its codes; an invitation to a public place is no sign. */
  private long signedCodes() {
    boolean isPublic = meeting.status() == Meeting.Status.PROPOSED && meeting.publicPlace();
    return isPublic ? codes & ~Signs.bit(SignalCode.MEETING_PROPOSAL) : codes;
  }

  /** Those signs that need no second one: acts, and codes with a high score. */
  public long strongSigns() {
    return signs() & ~(codes & ~strongCodes);
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
    out.octet(contactOrigin.ordinal()).number(codes).number(strongCodes).flag(media);
    out.octet(meeting.status().ordinal());
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
    int strongCodes = in.count();
    boolean media = in.flag();
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
        strongCodes,
        media,
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
