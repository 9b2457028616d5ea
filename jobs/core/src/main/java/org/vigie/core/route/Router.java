package org.vigie.core.route;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vigie.core.alert.AlertId;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Link;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.MatchedMedia;
import org.vigie.core.event.Media;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Message.Channel;
import org.vigie.core.event.Message.ContactOrigin;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Report;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.order.Input;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.rule.Signs;

/**
 * Turns an event into the inputs of the stops that need it (DESIGN §2): one message to n recipients
 * becomes n observations; account life goes to the account's own profile; what no rule reads goes
 * nowhere.
 */
public final class Router {
  /** Of a message's receivers so many are named where it left traces. */
  private static final int WHOM_MAX = 16;

  private static final int MENU =
      Signs.codesOf(Signs.of(SignalCode.SALE_OFFER, SignalCode.PRICE, SignalCode.QUANTITY).mask());

  private final Tags tags;

  public Router(Tags tags) {
    this.tags = tags;
  }

  /** The inputs of an accepted event, in no particular order. */
  public List<Input> route(RecordedEvent recorded, EffectiveTime time) {
    Event event = recorded.event();
    List<Input> inputs = new ArrayList<>(2);
    Route route = new Route(recorded, time, tags.account(event.community(), event.actor()), inputs);
    if (event instanceof Message message) {
      route(message, route);
    } else if (event instanceof Interaction interaction) {
      route(interaction, route);
    } else if (event instanceof SessionEvent session) {
      route(session, route);
    } else if (event instanceof Review review) {
      route(review, route);
    }
    return inputs;
  }

  private void route(Message message, Route route) {
    int codes = codesOf(message, Signal::counts);
    int strongCodes = codesOf(message, Signal::isStrong);
    List<String> named = othersNamed(message);
    if (message.channel() != Channel.ROOM) {
      for (String recipient : named) {
        int mutualContacts =
            message.recipientMutualContacts().get(message.recipients().indexOf(recipient));
        Observation observation =
            new Observation(
                message.community(),
                message.actor(),
                recipient,
                route.actorTag,
                tags.account(message.community(), recipient),
                Observation.Kind.MESSAGE,
                message.channel(),
                named.size(),
                mutualContacts,
                message.contactOrigin(),
                codes,
                strongCodes,
                !message.media().isEmpty(),
                message.meeting(),
                Report.Category.NONE,
                Unknown.ID,
                Unknown.ID,
                route.origin());
        route.observe(observation, route.actorTag);
      }
    }
    AgeClaim disclosed = AgeClaim.NONE;
    for (Signal signal : message.signals()) {
      if (signal.code() == SignalCode.AGE_DISCLOSURE && signal.counts()) {
        AgeClaim claim = new AgeClaim(signal.ageMin(), signal.ageMax(), AgeClaim.Source.DISCLOSED);
        disclosed = claim.isPresent() ? claim : disclosed;
      }
    }
    if (disclosed.isPresent()) {
      route.disclose(message, disclosed);
    }
    post(message, named, route);
  }

  /** What a message is as a whole: known media and links, codes in a room, a text with prices. */
  private static void post(Message message, List<String> named, Route route) {
    List<MatchedMedia> media = known(message.media(), Media::hash, Media::match);
    List<MatchedMedia> links = known(message.links(), Link::hash, Link::match);
    boolean inRoom = message.channel() == Channel.ROOM;
    int codes = signalsOf(message, Signal::counts);
    boolean isMenu = message.fingerprinted() && (codes & MENU) != 0;
    boolean isRisky = inRoom && RiskyCodes.areAmong(strongSignsOf(message));
    boolean saysNothing = !isRisky && (!inRoom || codes == 0);
    if (media.isEmpty() && links.isEmpty() && !isMenu && saysNothing) {
      return;
    }
    List<String> beside = new ArrayList<>();
    for (Link link : message.links()) {
      if (!media.isEmpty() && link.match().method() == ListMatch.Method.NONE) {
        beside.add(link.hash());
      }
    }
    route.post(
        new Posted(
            message.community(),
            message.actor(),
            media,
            links,
            beside,
            inRoom ? message.room() : Unknown.ID,
            inRoom ? List.of() : named.stream().sorted().limit(WHOM_MAX).toList(),
            codes,
            isRisky,
            isMenu,
            isMenu ? message.textFingerprint() : 0,
            route.origin()));
  }

  /** The recipients, each once, without the sender. */
  private static List<String> othersNamed(Message message) {
    List<String> recipients = message.recipients();
    if (recipients.size() == 1 && !recipients.get(0).equals(message.actor())) {
      return recipients;
    }
    Set<String> named = new LinkedHashSet<>(recipients);
    named.remove(message.actor());
    return List.copyOf(named);
  }

  private static <T> List<MatchedMedia> known(
      List<T> items, Function<T, String> hashOf, Function<T, ListMatch> matchOf) {
    if (items.isEmpty()) {
      return List.of();
    }
    return items.stream()
        .filter(item -> matchOf.apply(item).method() != ListMatch.Method.NONE)
        .map(item -> new MatchedMedia(hashOf.apply(item), matchOf.apply(item)))
        .toList();
  }

  /** Codes of the signals, and of a meeting that is proposed. */
  private static int codesOf(Message message, Predicate<Signal> counted) {
    int codes = signalsOf(message, counted);
    boolean proposes = message.meeting().status() == Meeting.Status.PROPOSED;
    return proposes ? codes | 1 << SignalCode.MEETING_PROPOSAL.ordinal() : codes;
  }

  /** Strong codes; who invites to a public place proposes no meeting (page 0011 ¶40). */
  private static long strongSignsOf(Message message) {
    int codes = codesOf(message, Signal::isStrong);
    boolean proposes = message.meeting().status() == Meeting.Status.PROPOSED;
    boolean isPublic = proposes && message.meeting().publicPlace();
    return isPublic ? codes & ~Signs.bit(SignalCode.MEETING_PROPOSAL) : codes;
  }

  private static int signalsOf(Message message, Predicate<Signal> counted) {
    int codes = 0;
    for (Signal signal : message.signals()) {
      if (counted.test(signal)) {
        codes |= 1 << signal.code().ordinal();
      }
    }
    return codes;
  }

  private void route(Interaction interaction, Route route) {
    if (interaction.actor().equals(interaction.target())) {
      return;
    }
    switch (interaction.kind()) {
      case REQUEST -> act(interaction, Observation.Kind.REQUEST, route);
      case FOLLOW -> act(interaction, Observation.Kind.FOLLOW, route);
      case ACCEPT -> act(interaction, Observation.Kind.ACCEPT, route);
      case GIFT -> act(interaction, Observation.Kind.GIFT, route);
      case PAYMENT -> act(interaction, Observation.Kind.PAYMENT, route);
      case PAYMENT_REQUEST -> act(interaction, Observation.Kind.PAYMENT_REQUEST, route);
      case REPORT -> report(interaction, route);
      case BLOCK -> react(interaction, Observation.Kind.BLOCK, route);
      case DECLINE -> react(interaction, Observation.Kind.DECLINE, route);
      case UNBLOCK, UNFOLLOW -> {
        // No rule reads these.
      }
    }
  }

  private void act(Interaction interaction, Observation.Kind kind, Route route) {
    observe(interaction, kind, interaction.actor(), interaction.target(), route);
  }

  /** A block or decline is an observation about whom it is done to, by who does it. */
  private void react(Interaction interaction, Observation.Kind kind, Route route) {
    observe(interaction, kind, interaction.target(), interaction.actor(), route);
  }

  /** A report is an observation about the reported, by the reporter and by who it happened to. */
  private void report(Interaction interaction, Route route) {
    String reported = interaction.target();
    String onBehalfOf = interaction.report().onBehalfOf();
    observe(interaction, Observation.Kind.REPORT, reported, interaction.actor(), route);
    boolean forAnother = Unknown.isKnown(onBehalfOf) && !onBehalfOf.equals(interaction.actor());
    if (forAnother && !onBehalfOf.equals(reported)) {
      observe(interaction, Observation.Kind.REPORT, reported, onBehalfOf, route);
    }
  }

  private void observe(
      Interaction interaction,
      Observation.Kind kind,
      String subject,
      String counterpart,
      Route route) {
    boolean isOwn = kind != Observation.Kind.REPORT || counterpart.equals(interaction.actor());
    Observation observation =
        new Observation(
            interaction.community(),
            subject,
            counterpart,
            tags.account(interaction.community(), subject),
            tags.account(interaction.community(), counterpart),
            kind,
            Channel.DIRECT,
            1,
            interaction.mutualContacts(),
            ContactOrigin.UNKNOWN,
            0,
            0,
            false,
            Meeting.NONE,
            interaction.report().category(),
            interaction.report().incidentPlace(),
            isOwn ? Unknown.ID : interaction.actor(),
            route.origin());
    long targetTag = tags.account(interaction.community(), interaction.target());
    route.observe(observation, route.actorTag * 31 + targetTag);
  }

  private void route(SessionEvent session, Route route) {
    AccountLife life = lifeOf(session, route.origin());
    route.live(life, route.actorTag);
    boolean linked =
        session.kind() == SessionEvent.Kind.HOUSEHOLD_LINKED
            && Unknown.isKnown(session.linkedAccount())
            && !session.linkedAccount().equals(session.actor());
    if (linked) {
      long other = tags.account(session.community(), session.linkedAccount());
      route.live(otherSideOf(life), other);
    }
  }

  private static AccountLife lifeOf(SessionEvent session, Origin origin) {
    return new AccountLife(
        session.community(),
        session.actor(),
        session.kind(),
        session.accountKind(),
        session.device(),
        session.deviceKind(),
        session.networkKind(),
        session.age(),
        session.role(),
        session.roleSource(),
        session.linkedAccount(),
        session.room(),
        session.banReason(),
        session.banUntilMs(),
        origin);
  }

  /** A household link as the other account lives it: nothing else of the event is about it. */
  private static AccountLife otherSideOf(AccountLife life) {
    return new AccountLife(
        life.community(),
        life.linkedAccount(),
        life.kind(),
        SessionEvent.AccountKind.UNKNOWN,
        Unknown.ID,
        SessionEvent.DeviceKind.UNKNOWN,
        SessionEvent.NetworkKind.UNKNOWN,
        AgeClaim.NONE,
        SessionEvent.Role.NONE,
        SessionEvent.RoleSource.NONE,
        life.account(),
        Unknown.ID,
        Unknown.ID,
        Unknown.TIME,
        life.origin());
  }

  private static void route(Review review, Route route) {
    UUID alertId;
    try {
      alertId = UUID.fromString(review.alertId());
    } catch (IllegalArgumentException e) {
      return; // the decoder refuses it; here it concerns no alert
    }
    ByteWriter out = new ByteWriter().octet(PayloadKind.REVIEWED.ordinal());
    new Reviewed(
            review.actor(),
            review.decision(),
            review.reason(),
            review.snoozeUntilMs(),
            route.origin().recordedMs())
        .write(out);
    route.send(StopName.CASES, AlertId.key(alertId), PayloadKind.REVIEWED, out);
  }
}
