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
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SessionEvent.DeviceKind;
import org.vigie.core.event.SessionEvent.NetworkKind;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;

/** Random courses of events that leave something at devices, rooms, texts, hashes and targets. */
final class LinkPlots {
  private static final List<String> DEVICES = List.of("d1", "d2");
  private static final List<String> ROOMS = List.of("room-1", "room-2");
  private static final List<String> HASHES = List.of("h1", "h2");
  private static final AgeClaim ADULT = new AgeClaim(30, 40, AgeClaim.Source.VERIFIED);
  private static final AgeClaim MINOR = new AgeClaim(13, 15, AgeClaim.Source.VERIFIED);
  private static final List<SignalCode> PRICES =
      List.of(SignalCode.PRICE, SignalCode.SALE_OFFER, SignalCode.QUANTITY);
  private static final List<SignalCode> ASSAULT =
      List.of(SignalCode.SEDATION, SignalCode.THIRD_PARTY_UNAWARE);
  private static final List<Integer> MUTUALS = List.of(0, 0, 0, 0, 0, 0, 0, Unknown.INT, 2);
  private static final int FINGERPRINT_BITS = 64;

  private final Dice dice;

  LinkPlots(Dice dice) {
    this.dice = dice;
  }

  /** One of them. */
  List<Draft> any() {
    return switch (dice.below(20)) {
      case 0, 1, 2 -> farm();
      case 3, 4 -> menu();
      case 5, 6 -> room();
      case 7 -> spread();
      case 8, 9, 10, 11 -> approached();
      case 12, 13 -> offers();
      case 14, 15, 16 -> scattergun();
      case 17 -> unheard();
      default -> banned();
    };
  }

  /** Accounts that come and go on one device. */
  private List<Draft> farm() {
    List<String> cast = cast();
    String device = dice.pick(DEVICES);
    boolean ofMinors = dice.percent(55);
    List<Draft> plot = new ArrayList<>();
    List<String> farmed = cast.subList(0, 3 + dice.below(5));
    for (String account : farmed) {
      plot.add(seen(account, SessionEvent.Kind.ACCOUNT_CREATED, device));
      addIf(plot, ofMinors ? 90 : 15, Draft.age(account, ofMinors ? MINOR : ADULT));
      for (String target : dice.some(cast.subList(7, 12), 1 + dice.below(2))) {
        plot.add(dice.percent(60) ? meeting(account, target) : priced(account, target));
      }
      addIf(plot, 15, coded(account, cast.get(7), SignalCode.PAYMENT_DEMAND));
      addIf(plot, 75, new Draft.OfSession(account, SessionEvent.Kind.DELETED));
      addIf(plot, 8, new Draft.OfSession(account, SessionEvent.Kind.RESTORED));
    }
    addIf(plot, 15, household(farmed.get(0), farmed.get(1)));
    farmed.forEach(account -> addIf(plot, 35, seen(account, SessionEvent.Kind.SIGNED_IN, device)));
    addIf(plot, 50, new Draft.OfSession(dice.pick(farmed), SessionEvent.Kind.DELETED));
    plot.add(meeting(dice.pick(farmed), cast.get(8)));
    return maybeShuffled(plot);
  }

  /** Much the same text to many. */
  private List<Draft> menu() {
    List<String> cast = cast();
    String from = cast.get(0);
    long text = dice.below(Long.MAX_VALUE);
    List<String> receivers = withCrowd(cast.subList(1, 12), 8);
    List<Draft> plot = new ArrayList<>();
    addIf(plot, 20, seller(from));
    for (int left = 6 + dice.below(10); left > 0; left--) {
      String by = dice.percent(92) ? from : cast.get(1);
      Draft.OfMessage message = new Draft.OfMessage(by, dice.some(receivers, 1 + dice.below(6)));
      message.over(Message.Channel.GROUP).mutual(0);
      if (dice.percent(12)) {
        message.over(Message.Channel.ROOM).in(dice.pick(ROOMS));
      }
      dice.some(PRICES, dice.percent(95) ? 1 + dice.below(3) : 0)
          .forEach(code -> message.with(signal(code)));
      long near = flipped(text, dice.pick(List.of(0, 2, 5, 9, 10, 11)));
      plot.add(message.saying(near));
      text = dice.percent(25) ? near : text;
      text = dice.percent(4) ? dice.below(Long.MAX_VALUE) : text;
    }
    if (dice.percent(12)) {
      plot.addAll(plot.size() / 2, otherTexts(from, cast.get(2)));
    }
    return plot;
  }

  /** More texts than are remembered. */
  private List<Draft> otherTexts(String from, String to) {
    List<Draft> plot = new ArrayList<>();
    for (int left = 14 + dice.below(4); left > 0; left--) {
      Draft.OfMessage message = new Draft.OfMessage(from, List.of(to));
      plot.add(message.with(signal(SignalCode.PRICE)).saying(dice.below(Long.MAX_VALUE)));
    }
    return plot;
  }

  private long flipped(long text, int bits) {
    long flipped = text;
    List<Integer> all = new ArrayList<>();
    for (int bit = 0; bit < FINGERPRINT_BITS; bit++) {
      all.add(bit);
    }
    for (int bit : dice.some(all, bits)) {
      flipped ^= 1L << bit;
    }
    return flipped;
  }

  /** Many join a room; some of them write of sedating a person there. */
  private List<Draft> room() {
    List<String> cast = cast();
    String room = dice.pick(ROOMS);
    List<Draft> plot = new ArrayList<>();
    for (String account : cast.subList(0, 5 + dice.below(7))) {
      addIf(plot, 80, joined(account, dice.percent(90) ? room : dice.pick(ROOMS)));
      Draft.OfMessage post = new Draft.OfMessage(account, List.of());
      post.over(Message.Channel.ROOM).in(room);
      addIf(plot, 75, post.with(signal(dice.pick(ASSAULT))));
      addIf(plot, 15, coded(account, cast.get(0), dice.pick(ASSAULT)));
      addIf(plot, 10, new Draft.OfSession(account, SessionEvent.Kind.ROOM_LEFT).entering(room));
      addIf(plot, 6, bot(account));
    }
    for (int left = dice.percent(10) ? 60 : dice.below(5); left > 0; left--) {
      plot.add(joined("z" + left, room));
    }
    Draft.OfMessage last = new Draft.OfMessage(dice.pick(cast), List.of());
    plot.add(last.over(Message.Channel.ROOM).in(room).with(signal(dice.pick(ASSAULT))));
    return maybeShuffled(plot);
  }

  /** Known media, links that lists know, and links beside either. */
  private List<Draft> spread() {
    List<String> cast = cast();
    List<Draft> plot = new ArrayList<>();
    for (int left = 3 + dice.below(6); left > 0; left--) {
      List<String> to = dice.some(cast, 1 + dice.below(3));
      Draft.OfMessage message = new Draft.OfMessage(dice.pick(cast.subList(0, 3)), to);
      message.over(
          dice.percent(75) ? Message.Channel.GROUP : dice.pick(List.of(Message.Channel.values())));
      message.in(dice.pick(ROOMS)).mutual(0);
      if (dice.percent(70)) {
        message.with(new Media(dice.pick(HASHES), Media.Kind.IMAGE, match()));
      }
      if (dice.percent(60)) {
        message.with(new Link(dice.pick(HASHES), Link.Kind.FILE_HOST, match()));
      }
      plot.add(message);
    }
    return plot;
  }

  private ListMatch match() {
    ListMatch.Method method =
        dice.percent(75) ? ListMatch.Method.EXACT : ListMatch.Method.PERCEPTUAL;
    return dice.percent(65) ? new ListMatch("list", dice.percent(70), method) : ListMatch.NONE;
  }

  /** Many adults write to one minor, of prices or meetings. */
  private List<Draft> approached() {
    List<String> cast = cast();
    String target = cast.get(0);
    List<Draft> plot = new ArrayList<>();
    List<Draft> ages = new ArrayList<>();
    List<String> adults = withCrowd(cast.subList(1, 12), 4);
    addIf(ages, 95, Draft.age(target, MINOR));
    adults.forEach(adult -> addIf(ages, 97, Draft.age(adult, ADULT)));
    addIf(plot, 10, coded(target, adults.get(0), SignalCode.PRICE));
    for (String adult : adults) {
      Draft.OfMessage first = coded(adult, target, SignalCode.PRICE).mutual(mutual(97));
      addIf(plot, 98, dice.percent(80) ? first : meeting(adult, target));
      addIf(plot, 10, priced(adult, target));
      addIf(plot, 8, coded(target, adult, SignalCode.PRICE));
    }
    plot.addAll(dice.percent(85) ? 0 : dice.below(plot.size()), ages);
    addIf(plot, 60, priced(dice.pick(adults), target));
    return plot;
  }

  /** Money for images or for going elsewhere, to several minors. */
  private List<Draft> offers() {
    List<String> cast = cast();
    String from = cast.get(0);
    List<Draft> plot = new ArrayList<>();
    addIf(plot, 95, Draft.age(from, ADULT));
    for (String minor : cast.subList(1, 4 + dice.below(3))) {
      addIf(plot, 90, Draft.age(minor, MINOR));
      plot.add(coded(from, minor, SignalCode.MONEY_OFFER));
      List<SignalCode> wants =
          List.of(SignalCode.PLATFORM_MOVE, SignalCode.PLATFORM_MOVE, SignalCode.IMAGE_REQUEST);
      addIf(plot, 90, coded(from, minor, dice.pick(wants)));
    }
    addIf(plot, 25, Draft.age(cast.get(1), ADULT));
    plot.add(coded(from, cast.get(2), SignalCode.MONEY_OFFER));
    return maybeShuffled(plot);
  }

  /** A new account writes to a crowd; some exchange images with it. */
  private List<Draft> scattergun() {
    List<String> cast = cast();
    String from = cast.get(0);
    List<Draft> plot = new ArrayList<>();
    addIf(plot, 95, new Draft.OfSession(from, SessionEvent.Kind.ACCOUNT_CREATED));
    List<String> crowd = withCrowd(cast.subList(1, 9), 13 + dice.below(4));
    Draft.OfMessage first = new Draft.OfMessage(from, crowd).over(Message.Channel.GROUP);
    plot.add(first.mutual(mutual(90)));
    for (String other : cast.subList(1, 4 + dice.below(2))) {
      addIf(plot, 85, coded(other, from, SignalCode.IMAGE_SENT));
      addIf(plot, 85, coded(from, other, SignalCode.IMAGE_REQUEST));
    }
    addIf(plot, 40, first);
    addIf(plot, 30, coded(from, cast.get(1), SignalCode.THREAT_EXPOSE));
    return maybeShuffled(plot);
  }

  /** Message after message to a few who say nothing. */
  private List<Draft> unheard() {
    List<String> cast = cast();
    String from = cast.get(0);
    List<String> minors = cast.subList(1, 5);
    List<Draft> plot = new ArrayList<>();
    addIf(plot, 95, Draft.age(from, ADULT));
    minors.forEach(minor -> addIf(plot, 95, Draft.age(minor, MINOR)));
    for (int left = 7 + dice.below(3); left > 0; left--) {
      plot.add(new Draft.OfMessage(from, minors).over(Message.Channel.GROUP));
    }
    addIf(plot, 25, new Draft.OfMessage(minors.get(0), List.of(from)));
    addIf(plot, 25, Draft.age(minors.get(1), ADULT));
    plot.add(new Draft.OfMessage(from, minors).over(Message.Channel.GROUP));
    return plot;
  }

  /** Who was banned comes back under another name, to the same people. */
  private List<Draft> banned() {
    List<String> cast = cast();
    String banned = cast.get(0);
    String device = dice.pick(DEVICES);
    List<String> targets = cast.subList(6, 9 + dice.below(3));
    List<Draft> plot = new ArrayList<>();
    addIf(plot, 80, seen(banned, SessionEvent.Kind.SIGNED_IN, device));
    for (String target : targets) {
      addIf(plot, 92, new Draft.OfMessage(banned, List.of(target)).mutual(0));
      addIf(plot, 88, new Draft.OfMessage(target, List.of(banned)));
    }
    plot.add(ban(banned));
    for (String next : cast.subList(1, 2 + dice.below(2))) {
      plot.add(seen(next, SessionEvent.Kind.ACCOUNT_CREATED, device));
      for (String target : dice.shuffled(targets)) {
        plot.add(opening(next, target));
        addIf(plot, 10, new Draft.OfMessage(target, List.of(next)));
      }
      addIf(plot, 12, ban(dice.pick(List.of(banned, next))));
      addIf(plot, 8, new Draft.OfSession(banned, SessionEvent.Kind.RESTORED));
    }
    addIf(plot, 30, seen(dice.pick(cast.subList(0, 3)), SessionEvent.Kind.SIGNED_IN, device));
    addIf(plot, 10, household(banned, cast.get(1)));
    addIf(plot, 30, opening(cast.get(1), dice.pick(targets)));
    return dice.percent(8) ? dice.shuffled(plot) : plot;
  }

  private Draft opening(String from, String to) {
    return dice.percent(80)
        ? new Draft.OfMessage(from, List.of(to)).mutual(mutual(92))
        : Draft.act(from, to, Interaction.Kind.REQUEST, mutual(92));
  }

  private Draft ban(String account) {
    String reason = dice.pick(List.of("GROOMING", "SEXTORTION", "AMBUSH", "OTHER", Unknown.ID));
    long untilInMs =
        dice.percent(70) ? Unknown.TIME : dice.below(dice.pick(List.of(60_000L, 4_000_000_000L)));
    return new Draft.OfSession(account, SessionEvent.Kind.BANNED)
        .banned(dice.percent(50) ? "GROOMING" : reason, untilInMs);
  }

  private Draft seen(String account, SessionEvent.Kind kind, String device) {
    DeviceKind deviceKind =
        dice.percent(90)
            ? DeviceKind.PERSONAL
            : dice.pick(List.of(DeviceKind.EMULATOR, DeviceKind.EMULATOR, DeviceKind.SHARED));
    NetworkKind network =
        dice.percent(90)
            ? NetworkKind.MOBILE
            : dice.pick(List.of(NetworkKind.HOSTING, NetworkKind.HOSTING, NetworkKind.SCHOOL));
    return new Draft.OfSession(account, kind)
        .on(dice.percent(95) ? device : dice.pick(DEVICES), deviceKind, network);
  }

  private static Draft joined(String account, String room) {
    return new Draft.OfSession(account, SessionEvent.Kind.ROOM_JOINED).entering(room);
  }

  private static Draft bot(String account) {
    return new Draft.OfSession(account, SessionEvent.Kind.SIGNED_IN)
        .as(SessionEvent.AccountKind.BOT);
  }

  private static Draft household(String one, String other) {
    return new Draft.OfSession(one, SessionEvent.Kind.HOUSEHOLD_LINKED).with(other);
  }

  private Draft seller(String account) {
    return new Draft.OfSession(account, SessionEvent.Kind.ROLE_ASSERTED)
        .in(SessionEvent.Role.SELLER, dice.pick(List.of(SessionEvent.RoleSource.values())));
  }

  private Draft meeting(String from, String to) {
    Meeting meeting =
        new Meeting(Unknown.ID, Meeting.Status.PROPOSED, "cell-1", Unknown.TIME, dice.percent(20));
    return new Draft.OfMessage(from, List.of(to))
        .mutual(mutual(95))
        .about(meeting, dice.below(90_000_000L));
  }

  private Draft priced(String from, String to) {
    return coded(from, to, dice.pick(PRICES)).mutual(mutual(95));
  }

  private Draft.OfMessage coded(String from, String to, SignalCode code) {
    return new Draft.OfMessage(from, List.of(to)).with(signal(code));
  }

  private Signal signal(SignalCode code) {
    return new Signal(
        code, dice.percent(95) ? 0.9 : dice.pick(List.of(0.5, 0.49)), Unknown.INT, Unknown.INT);
  }

  /** No friend in common, more often than not. */
  private int mutual(int chanceOfNone) {
    return dice.percent(chanceOfNone) ? 0 : dice.pick(MUTUALS);
  }

  private static List<String> withCrowd(List<String> some, int more) {
    List<String> all = new ArrayList<>(some);
    for (int left = more; left > 0; left--) {
      all.add("z" + left);
    }
    return all;
  }

  private List<String> cast() {
    return dice.shuffled(Plots.ACCOUNTS);
  }

  private List<Draft> maybeShuffled(List<Draft> plot) {
    return dice.percent(12) ? dice.shuffled(plot) : plot;
  }

  private void addIf(List<Draft> plot, int chance, Draft draft) {
    if (dice.percent(chance)) {
      plot.add(draft);
    }
  }
}
