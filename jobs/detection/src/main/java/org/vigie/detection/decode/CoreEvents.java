package org.vigie.detection.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Link;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Media;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Report;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.detection.legal.LegalBases;
import org.vigie.event.AccountKind;
import org.vigie.event.AgeRange;
import org.vigie.event.AgeSource;
import org.vigie.event.AgeStatement;
import org.vigie.event.Ban;
import org.vigie.event.Channel;
import org.vigie.event.ContactOrigin;
import org.vigie.event.DeviceKind;
import org.vigie.event.Incident;
import org.vigie.event.InteractionKind;
import org.vigie.event.LinkKind;
import org.vigie.event.MatchMethod;
import org.vigie.event.MediaKind;
import org.vigie.event.MeetingStatus;
import org.vigie.event.Network;
import org.vigie.event.NetworkKind;
import org.vigie.event.ReportCategory;
import org.vigie.event.ReviewDecision;
import org.vigie.event.Role;
import org.vigie.event.RoleSource;
import org.vigie.event.SessionKind;

/**
 * Validated records of the wire as the engine's events: nothing is null any more, and signal codes
 * outside the vocabulary are counted and left out (CONTRACT §1).
 */
final class CoreEvents {
  private static final EnumTable<Channel, Message.Channel> CHANNELS =
      EnumTable.of(Channel.class, Message.Channel.DIRECT);
  private static final EnumTable<ContactOrigin, Message.ContactOrigin> ORIGINS =
      EnumTable.of(ContactOrigin.class, Message.ContactOrigin.UNKNOWN);
  private static final EnumTable<MeetingStatus, Meeting.Status> MEETING_STATUS =
      EnumTable.of(MeetingStatus.class, Meeting.Status.NONE);
  private static final EnumTable<MediaKind, Media.Kind> MEDIA_KINDS =
      EnumTable.of(MediaKind.class, Media.Kind.FILE);
  private static final EnumTable<LinkKind, Link.Kind> LINK_KINDS =
      EnumTable.of(LinkKind.class, Link.Kind.OTHER);
  private static final EnumTable<MatchMethod, ListMatch.Method> METHODS =
      EnumTable.of(MatchMethod.class, ListMatch.Method.NONE);
  private static final EnumTable<SessionKind, SessionEvent.Kind> SESSION_KINDS =
      EnumTable.of(SessionKind.class, SessionEvent.Kind.SIGNED_IN);
  private static final EnumTable<AccountKind, SessionEvent.AccountKind> ACCOUNT_KINDS =
      EnumTable.of(AccountKind.class, SessionEvent.AccountKind.UNKNOWN);
  private static final EnumTable<DeviceKind, SessionEvent.DeviceKind> DEVICE_KINDS =
      EnumTable.of(DeviceKind.class, SessionEvent.DeviceKind.UNKNOWN);
  private static final EnumTable<NetworkKind, SessionEvent.NetworkKind> NETWORK_KINDS =
      EnumTable.of(NetworkKind.class, SessionEvent.NetworkKind.UNKNOWN);
  private static final EnumTable<AgeSource, AgeClaim.Source> AGE_SOURCES =
      EnumTable.of(AgeSource.class, AgeClaim.Source.NONE);
  private static final EnumTable<Role, SessionEvent.Role> ROLES =
      EnumTable.of(Role.class, SessionEvent.Role.NONE);
  private static final EnumTable<RoleSource, SessionEvent.RoleSource> ROLE_SOURCES =
      EnumTable.of(RoleSource.class, SessionEvent.RoleSource.NONE);
  private static final EnumTable<InteractionKind, Interaction.Kind> INTERACTION_KINDS =
      EnumTable.of(InteractionKind.class, Interaction.Kind.REQUEST);
  private static final EnumTable<ReportCategory, Report.Category> CATEGORIES =
      EnumTable.of(ReportCategory.class, Report.Category.NONE);
  private static final EnumTable<ReviewDecision, Review.Decision> DECISIONS =
      EnumTable.of(ReviewDecision.class, Review.Decision.NEEDS_MORE);
  private static final Map<String, SignalCode> CODES = codes();
  private static final int HEX = 16;

  private final LegalBases bases;
  private final TextSignals texts;
  private long unknownCodes;
  private long withoutBasis;

  /** A translation that reads no text. */
  CoreEvents(LegalBases bases) {
    this(bases, new TextSignals(LexiconChoice.NONE));
  }

  /**
   * A translation.
   *
   * @param bases on which legal basis signals are taken in
   * @param texts adds what texts hint at
   */
  CoreEvents(LegalBases bases, TextSignals texts) {
    this.bases = bases;
    this.texts = texts;
  }

  /** Signals left out because their code is outside the vocabulary. */
  long unknownCodes() {
    return unknownCodes;
  }

  /** Signals and meetings left out because no legal basis is declared for them. */
  long withoutBasis() {
    return withoutBasis;
  }

  Message message(org.vigie.event.Message wire) {
    String fingerprint = wire.getTextFingerprint();
    return new Message(
        wire.getEventId(),
        wire.getCommunity(),
        wire.getTime(),
        wire.getSender(),
        wire.getRecipients(),
        mutualContacts(wire),
        id(wire.getRoom()),
        CHANNELS.get(wire.getChannel()),
        texts.with(
            wire.getCommunity(),
            wire.getText(),
            signals(wire.getCommunity(), wire.getSignals()),
            code -> !isWithoutBasis(wire.getCommunity(), code)),
        meeting(wire.getCommunity(), wire.getMeeting()),
        media(wire.getMedia()),
        links(wire.getLinks()),
        fingerprint != null,
        fingerprint == null ? 0 : Long.parseUnsignedLong(fingerprint, HEX),
        ORIGINS.get(wire.getContactOrigin()));
  }

  SessionEvent session(org.vigie.event.SessionEvent wire) {
    Network network = wire.getNetwork();
    Ban ban = wire.getBan();
    return new SessionEvent(
        wire.getEventId(),
        wire.getCommunity(),
        wire.getTime(),
        wire.getAccount(),
        SESSION_KINDS.get(wire.getKind()),
        ACCOUNT_KINDS.get(wire.getAccountKind()),
        id(wire.getDevice()),
        DEVICE_KINDS.get(wire.getDeviceKind()),
        NETWORK_KINDS.get(network == null ? null : network.getKind()),
        id(wire.getPlace()),
        age(wire.getAge()),
        ROLES.get(wire.getRole()),
        ROLE_SOURCES.get(wire.getRoleSource()),
        id(wire.getLinkedAccount()),
        id(wire.getRoom()),
        signals(wire.getCommunity(), wire.getSignals()),
        ban == null || ban.getReason() == null ? Unknown.ID : ban.getReason().name(),
        time(ban == null ? null : ban.getUntil()));
  }

  Interaction interaction(org.vigie.event.Interaction wire) {
    return new Interaction(
        wire.getEventId(),
        wire.getCommunity(),
        wire.getTime(),
        wire.getActor(),
        wire.getTarget(),
        INTERACTION_KINDS.get(wire.getKind()),
        count(wire.getMutualContacts()),
        report(wire.getReport()));
  }

  Review review(org.vigie.event.Review wire) {
    return new Review(
        wire.getEventId(),
        wire.getCommunity(),
        wire.getTime(),
        wire.getReviewer(),
        wire.getAlertId(),
        DECISIONS.get(wire.getDecision()),
        id(wire.getReason()),
        time(wire.getSnoozeUntil()));
  }

  /**
   * One count a recipient: in DIRECT the one of the message, in GROUP the list where it is known.
   */
  private static List<Integer> mutualContacts(org.vigie.event.Message wire) {
    int recipients = wire.getRecipients().size();
    List<Integer> stated = wire.getRecipientMutualContacts();
    List<Integer> counts = new ArrayList<>(recipients);
    for (int i = 0; i < recipients; i++) {
      if (i < stated.size()) {
        counts.add(count(stated.get(i)));
      } else {
        counts.add(recipients == 1 ? count(wire.getMutualContacts()) : Unknown.INT);
      }
    }
    return counts;
  }

  private List<Signal> signals(String community, List<org.vigie.event.Signal> wire) {
    if (wire.isEmpty()) {
      return List.of();
    }
    List<Signal> signals = new ArrayList<>(wire.size());
    for (org.vigie.event.Signal signal : wire) {
      SignalCode code = CODES.get(signal.getCode());
      if (code == null) {
        unknownCodes++;
        continue;
      }
      if (isWithoutBasis(community, code)) {
        continue;
      }
      AgeRange age = signal.getAge();
      signals.add(
          new Signal(
              code,
              signal.getScore(),
              count(age == null ? null : age.getMin()),
              count(age == null ? null : age.getMax())));
    }
    return signals;
  }

  /** Counts what may not be taken in. */
  private boolean isWithoutBasis(String community, SignalCode code) {
    boolean without = !bases.allows(community, code);
    withoutBasis += without ? 1 : 0;
    return without;
  }

  /** A meeting implies its signal (CONTRACT §2), so it needs the same basis. */
  private Meeting meeting(String community, org.vigie.event.@Nullable Meeting wire) {
    return wire == null || isWithoutBasis(community, SignalCode.MEETING_PROPOSAL)
        ? Meeting.NONE
        : new Meeting(
            id(wire.getId()),
            MEETING_STATUS.get(wire.getStatus()),
            id(wire.getPlace()),
            time(wire.getTime()),
            Boolean.TRUE.equals(wire.getPublicPlace()));
  }

  private static List<Media> media(List<org.vigie.event.Media> wire) {
    if (wire.isEmpty()) {
      return List.of();
    }
    List<Media> media = new ArrayList<>(wire.size());
    for (org.vigie.event.Media item : wire) {
      media.add(new Media(item.getHash(), MEDIA_KINDS.get(item.getKind()), match(item.getMatch())));
    }
    return media;
  }

  private static List<Link> links(List<org.vigie.event.Link> wire) {
    if (wire.isEmpty()) {
      return List.of();
    }
    List<Link> links = new ArrayList<>(wire.size());
    for (org.vigie.event.Link link : wire) {
      links.add(new Link(link.getHash(), LINK_KINDS.get(link.getKind()), match(link.getMatch())));
    }
    return links;
  }

  private static ListMatch match(org.vigie.event.@Nullable ListMatch wire) {
    return wire == null
        ? ListMatch.NONE
        : new ListMatch(
            wire.getList(), Boolean.TRUE.equals(wire.getVerified()), METHODS.get(wire.getMethod()));
  }

  private static AgeClaim age(@Nullable AgeStatement wire) {
    return wire == null
        ? AgeClaim.NONE
        : new AgeClaim(
            count(wire.getMin()), count(wire.getMax()), AGE_SOURCES.get(wire.getSource()));
  }

  private static Report report(org.vigie.event.@Nullable Report wire) {
    if (wire == null) {
      return Report.NONE;
    }
    Incident incident = wire.getIncident();
    return new Report(
        CATEGORIES.get(wire.getCategory()),
        time(incident == null ? null : incident.getTime()),
        id(incident == null ? null : incident.getPlace()),
        id(wire.getOnBehalfOf()));
  }

  private static String id(@Nullable String wire) {
    return wire == null ? Unknown.ID : wire;
  }

  private static int count(@Nullable Integer wire) {
    return wire == null ? Unknown.INT : wire;
  }

  private static long time(@Nullable Long wire) {
    return wire == null ? Unknown.TIME : wire;
  }

  private static Map<String, SignalCode> codes() {
    Map<String, SignalCode> codes = new HashMap<>();
    for (SignalCode code : SignalCode.values()) {
      codes.put(code.name(), code);
    }
    return codes;
  }
}
