package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Link;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Media;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Report;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SessionEvent.DeviceKind;
import org.vigie.core.event.SessionEvent.NetworkKind;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;

/** Random courses of events that bear signs, near to what rules over pairs look for. */
final class SignPlots {
  private static final long MINUTE_MS = 60_000L;
  private static final long HOUR_MS = 60 * MINUTE_MS;
  private static final List<SignalCode> THREATS =
      List.of(SignalCode.THREAT_EXPOSE, SignalCode.THREAT_VIOLENCE, SignalCode.PAYMENT_DEMAND);
  private static final List<SignalCode> TRADE =
      List.of(SignalCode.SALE_OFFER, SignalCode.PRICE, SignalCode.QUANTITY);
  private static final List<SignalCode> RISKY =
      List.of(
          SignalCode.PLATFORM_MOVE,
          SignalCode.IMAGE_REQUEST,
          SignalCode.SEXUAL,
          SignalCode.MONEY_OFFER,
          SignalCode.SECRECY);
  private static final List<Interaction.Kind> REACTIONS =
      List.of(Interaction.Kind.BLOCK, Interaction.Kind.DECLINE, Interaction.Kind.REPORT);
  private static final List<Interaction.Kind> PAYMENTS =
      List.of(
          Interaction.Kind.GIFT,
          Interaction.Kind.GIFT,
          Interaction.Kind.PAYMENT,
          Interaction.Kind.PAYMENT_REQUEST);
  private static final List<String> ROOMS = List.of("room-1", "room-2", "room-3");
  private static final List<String> HASHES = List.of("h1", "h2", "h3");
  private static final List<AgeClaim> AGES =
      List.of(
          new AgeClaim(30, 40, AgeClaim.Source.VERIFIED),
          new AgeClaim(13, 15, AgeClaim.Source.VERIFIED),
          new AgeClaim(21, Unknown.INT, AgeClaim.Source.DECLARED),
          new AgeClaim(13, 15, AgeClaim.Source.DECLARED));

  private final Dice dice;

  SignPlots(Dice dice) {
    this.dice = dice;
  }

  /** One of them. */
  List<Draft> any() {
    return switch (dice.below(24)) {
      case 0, 1, 2, 3 -> extortion();
      case 4, 5, 6 -> aftermath();
      case 7, 8, 9 -> reactions();
      case 10, 11 -> unanswered();
      case 12, 13, 14 -> sameCode();
      case 15 -> dice.percent(50) ? crowd() : gifts();
      case 16, 17 -> trade();
      case 18 -> knownMedia();
      case 19 -> recruiting();
      case 20 -> manyOfASign();
      case 21, 22 -> gifts();
      default -> recruiting();
    };
  }

  /** Somebody gets images of several people, and threatens; some of it is passed on. */
  private List<Draft> extortion() {
    List<String> cast = cast();
    String from = cast.get(0);
    List<Draft> plot = ages(cast);
    for (String target : cast.subList(1, 2 + dice.below(3))) {
      addIf(plot, 85, coded(from, target, SignalCode.FLATTERY));
      Draft.OfMessage image = coded(target, from, SignalCode.IMAGE_SENT);
      addIf(plot, 75, dice.percent(50) ? image.with(media()) : image);
      addIf(plot, 20, new Draft.OfMessage(from, List.of(target)).with(media()));
      for (int threats = 1 + dice.below(3); threats > 0; threats--) {
        plot.add(threat(from, target));
      }
      addIf(plot, 30, coded(target, from, SignalCode.DISTRESS));
      addIf(plot, 25, reaction(target, from));
      if (dice.percent(40)) {
        plot.add(coded(target, cast.get(5), dice.pick(THREATS)));
        addIf(plot, 40, coded(cast.get(5), from, dice.pick(THREATS)));
      }
    }
    plot.addAll(beliefsChange(cast));
    addIf(plot, 60, threat(from, cast.get(1)));
    return maybeShuffled(plot);
  }

  private Draft.OfMessage threat(String from, String to) {
    Draft.OfMessage threat = coded(from, to, dice.pick(THREATS));
    return dice.percent(30) ? threat.with(signal(SignalCode.DEADLINE)) : threat;
  }

  /** Meetings whose time passes, and what is said afterwards. */
  private List<Draft> aftermath() {
    List<String> cast = cast();
    String from = cast.get(0);
    List<Draft> plot = ages(cast);
    for (String other : cast.subList(1, 2 + dice.below(2))) {
      for (int meetings = 1 + dice.below(dice.percent(15) ? 6 : 2); meetings > 0; meetings--) {
        String id = dice.pick(List.of(Unknown.ID, Unknown.ID, "m1", "m2"));
        plot.add(meeting(from, other, Meeting.Status.PROPOSED, id));
        addIf(plot, 50, meeting(other, from, Meeting.Status.ACCEPTED, id));
        addIf(plot, 25, meeting(from, other, dice.pick(List.of(Meeting.Status.values())), id));
      }
      addIf(plot, 30, new Draft.OfMessage(other, List.of(from)));
      for (int threats = 1 + dice.below(2); threats > 0; threats--) {
        plot.add(threat(from, other));
      }
      addIf(plot, 25, coded(other, from, SignalCode.DISTRESS));
      addIf(plot, 25, act(from, other, Interaction.Kind.PAYMENT_REQUEST));
    }
    addIf(plot, 20, sells(from));
    plot.addAll(beliefsChange(cast));
    addIf(plot, 50, threat(from, cast.get(1)));
    return maybeShuffled(plot);
  }

  private Draft meeting(String from, String to, Meeting.Status status, String id) {
    Meeting meeting = new Meeting(id, status, "cell-1", Unknown.TIME, dice.percent(35));
    long inMs =
        dice.pick(
            List.of(
                dice.between(-3_000, 3_000),
                dice.between(0, 20_000),
                dice.between(-HOUR_MS, HOUR_MS),
                dice.between(0, 30 * HOUR_MS),
                Unknown.TIME,
                dice.percent(50) ? 30 * 24 * HOUR_MS + dice.below(2) : 0L));
    Message.Channel channel =
        dice.percent(85) ? Message.Channel.DIRECT : dice.pick(List.of(Message.Channel.values()));
    return new Draft.OfMessage(from, List.of(to)).over(channel).about(meeting, inMs);
  }

  /** Many block, decline or report one; some of them have something in common. */
  private List<Draft> reactions() {
    List<String> cast = cast();
    String about = cast.get(0);
    List<Draft> plot = new ArrayList<>();
    addIf(plot, 90, Draft.age(about, AGES.get(0)));
    List<String> others = cast.subList(1, 4 + dice.below(3));
    for (String other : others) {
      addIf(plot, 85, Draft.age(other, AGES.get(1)));
      addIf(plot, 45, signIn(other, dice.percent(50) ? "d1" : "d-" + other));
      addIf(plot, 35, new Draft.OfSession(other, SessionEvent.Kind.ACCOUNT_CREATED));
      addIf(plot, 10, act(other, dice.pick(others), Interaction.Kind.FOLLOW));
      addIf(plot, 65, act(about, other, Interaction.Kind.REQUEST));
      addIf(plot, 60, coded(about, other, dice.pick(RISKY)));
      addIf(plot, 15, act(other, about, Interaction.Kind.ACCEPT));
    }
    for (String other : dice.shuffled(others)) {
      addIf(plot, 85, reaction(other, about));
      addIf(plot, 10, reaction(other, about));
      addIf(plot, 15, report(dice.pick(cast), about, other));
    }
    plot.addAll(beliefsChange(cast));
    addIf(plot, 60, reaction(dice.pick(others), about));
    return plot;
  }

  private Draft reaction(String from, String about) {
    Interaction.Kind kind = dice.pick(REACTIONS);
    return kind == Interaction.Kind.REPORT
        ? report(from, about, Unknown.ID)
        : act(from, about, kind);
  }

  private Draft report(String by, String about, String behalf) {
    Report.Category category =
        dice.pick(List.of(Report.Category.GROOMING, Report.Category.SEXTORTION));
    return Draft.report(by, about, new Report(category, Unknown.TIME, Unknown.ID, behalf));
  }

  /** Message after message to somebody who may say nothing. */
  private List<Draft> unanswered() {
    List<String> cast = cast();
    String from = cast.get(0);
    List<Draft> plot = ages(cast);
    List<String> others = cast.subList(1, 2 + dice.below(3));
    int messages = dice.pick(List.of(3, 4, 4, 5, 8, 8, 9, 16, 32));
    for (int i = 0; i < messages; i++) {
      for (String other : others) {
        plot.add(plain(from, other));
        addIf(plot, 2, plain(other, from));
      }
    }
    addIf(plot, 40, dice.percent(50) ? plain(others.get(0), from) : reaction(others.get(0), from));
    addIf(plot, 20, act(others.get(0), from, dice.pick(List.of(Interaction.Kind.values()))));
    plot.addAll(beliefsChange(cast));
    for (int i = dice.below(5); i > 0; i--) {
      plot.add(plain(from, others.get(0)));
    }
    return plot;
  }

  private Draft plain(String from, String to) {
    Draft.OfMessage message = new Draft.OfMessage(from, List.of(to));
    return dice.percent(92)
        ? message
        : message.over(dice.pick(List.of(Message.Channel.GROUP, Message.Channel.VOICE)));
  }

  /** The same codes towards several, who may be minors. */
  private List<Draft> sameCode() {
    List<String> cast = cast();
    String from = cast.get(0);
    List<Draft> plot = ages(cast);
    SignalCode code = dice.pick(RISKY);
    for (String other : cast.subList(1, 4 + dice.below(3))) {
      addIf(plot, 25, plain(other, from));
      plot.add(coded(from, other, dice.percent(85) ? code : dice.pick(RISKY)));
      addIf(plot, 25, coded(from, other, dice.pick(RISKY)));
    }
    plot.addAll(beliefsChange(cast));
    addIf(plot, 70, coded(from, cast.get(1), code));
    return maybeShuffled(plot);
  }

  private List<Draft> gifts() {
    List<String> cast = cast();
    List<Draft> plot = ages(cast);
    addIf(
        plot,
        20,
        new Draft.OfSession(cast.get(0), SessionEvent.Kind.HOUSEHOLD_LINKED).with(cast.get(1)));
    for (int i = 3 + dice.below(5); i > 0; i--) {
      plot.add(act(cast.get(0), cast.get(1 + dice.below(3)), dice.pick(PAYMENTS)));
    }
    plot.addAll(beliefsChange(cast));
    addIf(plot, 70, act(cast.get(0), cast.get(1), Interaction.Kind.GIFT));
    return plot;
  }

  /** Offers to many and in rooms. */
  private List<Draft> trade() {
    List<String> cast = cast();
    String from = cast.get(0);
    List<Draft> plot = new ArrayList<>();
    addIf(plot, 30, sells(from));
    addIf(plot, 60, Draft.age(from, AGES.get(0)));
    for (int i = 3 + dice.below(6); i > 0; i--) {
      String other = cast.get(1 + dice.below(5));
      if (dice.percent(45)) {
        plot.add(
            offer(
                new Draft.OfMessage(from, List.of())
                    .over(Message.Channel.ROOM)
                    .in(dice.pick(ROOMS))));
      } else {
        plot.add(offer(new Draft.OfMessage(from, List.of(other))));
      }
      addIf(plot, 30, Draft.age(other, dice.pick(AGES)));
    }
    plot.addAll(beliefsChange(cast));
    plot.add(offer(new Draft.OfMessage(from, List.of(cast.get(1)))));
    return plot;
  }

  private Draft.OfMessage offer(Draft.OfMessage message) {
    for (SignalCode code : dice.some(TRADE, 1 + dice.below(3))) {
      message.with(signal(code));
    }
    return message;
  }

  /** Media and links that lists know, over any channel. */
  private List<Draft> knownMedia() {
    List<String> cast = cast();
    List<Draft> plot = ages(cast);
    for (int i = 2 + dice.below(4); i > 0; i--) {
      Draft.OfMessage message = new Draft.OfMessage(cast.get(0), List.of(cast.get(1)));
      message.over(dice.pick(List.of(Message.Channel.values()))).in(dice.pick(ROOMS));
      for (int items = 1 + dice.below(2); items > 0; items--) {
        if (dice.percent(50)) {
          message.with(new Media(dice.pick(HASHES), Media.Kind.IMAGE, match()));
        } else {
          message.with(new Link(dice.pick(HASHES), Link.Kind.FILE_HOST, match()));
        }
      }
      plot.add(message);
    }
    addIf(plot, 50, reaction(cast.get(1), cast.get(0)));
    return plot;
  }

  private ListMatch match() {
    ListMatch.Method method =
        dice.pick(List.of(ListMatch.Method.EXACT, ListMatch.Method.PERCEPTUAL));
    return dice.percent(80) ? new ListMatch("list", dice.percent(40), method) : ListMatch.NONE;
  }

  /** Codes of drugged assault with or without logistics, to one or several. */
  private List<Draft> recruiting() {
    List<String> cast = cast();
    String from = cast.get(0);
    List<SignalCode> codes = List.of(SignalCode.SEDATION, SignalCode.THIRD_PARTY_UNAWARE);
    List<Draft> plot = new ArrayList<>();
    for (String other : cast.subList(1, 2 + dice.below(3))) {
      addIf(
          plot,
          60,
          new Draft.OfMessage(
                  dice.percent(50) ? from : other, List.of(dice.percent(50) ? other : from))
              .with(media()));
      addIf(plot, 40, meeting(other, from, Meeting.Status.PROPOSED, Unknown.ID));
      plot.add(coded(from, other, dice.pick(codes)));
      addIf(plot, 50, coded(from, other, dice.pick(codes)));
    }
    return maybeShuffled(plot);
  }

  /** More of one sign than is kept, and beliefs that change afterwards. */
  private List<Draft> manyOfASign() {
    List<String> cast = cast();
    List<Draft> plot = ages(cast);
    SignalCode code = dice.pick(THREATS);
    for (int i = 4 + dice.below(5); i > 0; i--) {
      Draft.OfMessage message = coded(cast.get(0), cast.get(1), code);
      plot.add(dice.percent(25) ? message.with(media()) : message);
      addIf(plot, 15, coded(cast.get(1), cast.get(0), code));
    }
    plot.addAll(beliefsChange(cast));
    plot.add(coded(cast.get(0), cast.get(1), code));
    plot.addAll(beliefsChange(cast));
    return plot;
  }

  /** More pairs than an account keeps. */
  private List<Draft> crowd() {
    List<String> cast = cast();
    String from = cast.get(0);
    List<Draft> plot = ages(cast);
    plot.add(threat(from, cast.get(1)));
    plot.add(coded(from, cast.get(2), dice.pick(RISKY)));
    List<String> crowd = new ArrayList<>();
    for (int left = 60 + dice.below(8); left > 0; left--) {
      crowd.add("z" + left);
    }
    plot.add(
        new Draft.OfMessage(from, List.copyOf(crowd))
            .over(Message.Channel.GROUP)
            .with(signal(SignalCode.SALE_OFFER)));
    plot.addAll(beliefsChange(cast));
    plot.add(threat(from, cast.get(1)));
    plot.addAll(beliefsChange(cast));
    return plot;
  }

  private List<String> cast() {
    return dice.shuffled(Plots.ACCOUNTS).subList(0, 7);
  }

  /** The first an adult, the others minors, more often than not. */
  private List<Draft> ages(List<String> cast) {
    List<Draft> plot = new ArrayList<>();
    addIf(plot, 85, Draft.age(cast.get(0), AGES.get(0)));
    for (String other : cast.subList(1, 5)) {
      addIf(plot, 75, Draft.age(other, dice.percent(85) ? AGES.get(1) : dice.pick(AGES)));
    }
    addIf(plot, 25, new Draft.OfSession(cast.get(0), SessionEvent.Kind.ACCOUNT_CREATED));
    return plot;
  }

  private List<Draft> beliefsChange(List<String> cast) {
    List<Draft> plot = new ArrayList<>();
    if (dice.percent(25)) {
      plot.add(Draft.age(cast.get(0), AGES.get(1)));
      addIf(plot, 50, Draft.age(cast.get(0), AGES.get(0)));
    }
    for (String other : dice.some(cast.subList(1, 5), dice.below(4))) {
      plot.add(Draft.age(other, dice.pick(AGES)));
    }
    return plot;
  }

  private Draft signIn(String account, String device) {
    return new Draft.OfSession(account, SessionEvent.Kind.SIGNED_IN)
        .on(
            device,
            dice.percent(92) ? DeviceKind.PERSONAL : DeviceKind.SHARED,
            dice.percent(95) ? NetworkKind.MOBILE : NetworkKind.PUBLIC);
  }

  private Draft sells(String account) {
    SessionEvent.Role role =
        dice.percent(80) ? SessionEvent.Role.SELLER : SessionEvent.Role.ORGANISER;
    return new Draft.OfSession(account, SessionEvent.Kind.ROLE_ASSERTED)
        .in(role, dice.pick(List.of(SessionEvent.RoleSource.values())));
  }

  private static Draft act(String from, String to, Interaction.Kind kind) {
    return Draft.act(from, to, kind, 0);
  }

  private Draft.OfMessage coded(String from, String to, SignalCode code) {
    Draft.OfMessage message;
    if (dice.percent(10)) {
      List<String> others = new ArrayList<>(dice.some(Plots.ACCOUNTS, 1 + dice.below(6)));
      others.remove(from);
      others.remove(to);
      others.add(to);
      message = new Draft.OfMessage(from, dice.shuffled(others)).over(Message.Channel.GROUP);
    } else {
      message = new Draft.OfMessage(from, List.of(to));
      message.over(dice.percent(95) ? Message.Channel.DIRECT : Message.Channel.VOICE);
    }
    message.with(signal(code));
    return dice.percent(10) ? message.with(signal(code)) : message;
  }

  private Signal signal(SignalCode code) {
    double score =
        dice.pick(List.of(0.9, 0.9, 0.8, 0.79, 0.6, 0.6, 0.5, dice.percent(50) ? 0.49 : 0.7));
    return new Signal(code, score, Unknown.INT, Unknown.INT);
  }

  private Media media() {
    return new Media(
        dice.pick(HASHES), Media.Kind.IMAGE, dice.percent(85) ? ListMatch.NONE : match());
  }

  private List<Draft> maybeShuffled(List<Draft> plot) {
    return dice.percent(15) ? dice.shuffled(plot) : plot;
  }

  private void addIf(List<Draft> plot, int chance, Draft draft) {
    if (dice.percent(chance)) {
      plot.add(draft);
    }
  }
}
