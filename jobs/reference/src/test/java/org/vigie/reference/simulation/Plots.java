package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Media;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Report;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SessionEvent.DeviceKind;
import org.vigie.core.event.SessionEvent.NetworkKind;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Harm;

/** Random courses of events that come near to each rule, on this side and on that. */
final class Plots {
  static final List<String> ACCOUNTS =
      IntStream.range(0, 12).mapToObj(i -> "a" + (char) ('a' + i)).toList();
  private static final List<String> DEVICES = List.of("d1", "d2", "d3");
  private static final List<String> PLACES = List.of("cell-1", "cell-2", Unknown.ID);
  private static final List<String> MEETINGS = List.of(Unknown.ID, Unknown.ID, "m1", "m2");
  private static final List<String> REVIEWERS = List.of("r1", "r2", "r3");
  private static final long HOUR_MS = 3_600_000L;
  private static final long DAY_MS = 24 * HOUR_MS;
  private static final List<SignalCode> GOALS =
      List.of(SignalCode.SEXUAL, SignalCode.IMAGE_REQUEST, SignalCode.MEETING_PROPOSAL);
  private static final List<SignalCode> COVERS =
      List.of(
          SignalCode.SECRECY,
          SignalCode.ISOLATION,
          SignalCode.PLATFORM_MOVE,
          SignalCode.GUARDIAN_PROBE);
  private static final List<AgeClaim> MINOR =
      List.of(
          new AgeClaim(13, 15, AgeClaim.Source.GUARDIAN),
          new AgeClaim(Unknown.INT, 12, AgeClaim.Source.OS_SIGNAL),
          new AgeClaim(16, 17, AgeClaim.Source.VERIFIED),
          new AgeClaim(14, 14, AgeClaim.Source.VERIFIED),
          new AgeClaim(13, 15, AgeClaim.Source.VERIFIED));
  private static final List<AgeClaim> ADULT =
      List.of(
          new AgeClaim(30, 30, AgeClaim.Source.VERIFIED),
          new AgeClaim(21, Unknown.INT, AgeClaim.Source.VERIFIED),
          new AgeClaim(25, 40, AgeClaim.Source.GUARDIAN),
          new AgeClaim(18, Unknown.INT, AgeClaim.Source.OS_SIGNAL));
  private static final List<AgeClaim> ANY_AGE =
      List.of(
          new AgeClaim(13, 15, AgeClaim.Source.DECLARED),
          new AgeClaim(21, Unknown.INT, AgeClaim.Source.DECLARED),
          new AgeClaim(18, 20, AgeClaim.Source.VERIFIED),
          new AgeClaim(14, 18, AgeClaim.Source.ESTIMATED),
          new AgeClaim(16, 21, AgeClaim.Source.ESTIMATED),
          new AgeClaim(Unknown.INT, 17, AgeClaim.Source.DISCLOSED),
          new AgeClaim(30, Unknown.INT, AgeClaim.Source.DISCLOSED));

  /** What becomes of a meeting, other than that it is agreed on. */
  private static final List<Meeting.Status> CHANGES =
      List.of(
          Meeting.Status.CANCELLED,
          Meeting.Status.REFUSED,
          Meeting.Status.SAFE,
          Meeting.Status.PROPOSED);

  private final Dice dice;
  private int files;

  Plots(Dice dice) {
    this.dice = dice;
  }

  /** An adult opens contact with many, most of them minors; beliefs may come late or fall. */
  List<Draft> manyContacts() {
    List<String> cast = dice.shuffled(ACCOUNTS);
    String adult = cast.get(0);
    List<String> others = cast.subList(1, 8 + dice.below(4));
    List<Draft> plot = new ArrayList<>();
    List<Draft> openings = new ArrayList<>();
    int early = dice.pick(List.of(100, 85, 50));
    (dice.percent(early) ? plot : openings).add(age(adult, dice.pick(ADULT)));
    addIf(plot, 30, role(adult));
    addIf(plot, 30, created(adult));
    if (dice.percent(50)) {
      dice.some(others, 5).forEach(other -> plot.add(toGroup(other, others)));
    }
    int answering = dice.pick(List.of(10, 100, 100, 100, 100));
    for (String other : others) {
      if (dice.percent(96)) {
        AgeClaim claim = dice.pick(dice.percent(97) ? MINOR : ANY_AGE);
        (dice.percent(early) ? plot : openings).add(age(other, claim));
      }
      addIf(plot, 3, message(other, List.of(adult)));
      openings.add(opening(adult, other));
      addIf(openings, answering, new Draft.OfMessage(other, List.of(adult)));
    }
    addIf(openings, 10, toGroup(adult, others));
    plot.addAll(dice.percent(60) ? openings : dice.shuffled(openings));
    addIf(plot, 6, toGroup(adult, crowd()));
    plot.addAll(beliefsFall(adult, dice.some(others, 3)));
    plot.add(opening(adult, dice.pick(ACCOUNTS)));
    if (dice.percent(75)) {
      plot.addAll(plot.size() / 2, codes(adult, others.get(0), cast));
    }
    if (dice.percent(12)) {
      plot.add(plot.size() / 2, new Draft.OfSession(adult, SessionEvent.Kind.DELETED));
    }
    addReviews(plot, new Target(Harm.GROOMING, SubjectKind.ACCOUNT, adult));
    return plot;
  }

  private Draft opening(String adult, String other) {
    if (dice.percent(15)) {
      Interaction.Kind kind = dice.pick(List.of(Interaction.Kind.REQUEST, Interaction.Kind.GIFT));
      return Draft.act(adult, other, kind, dice.percent(80) ? 0 : 2);
    }
    Draft.OfMessage opening = new Draft.OfMessage(adult, List.of(other));
    opening.mutual(dice.percent(92) ? 0 : dice.pick(List.of(Unknown.INT, 3)));
    return dice.percent(3) ? opening.from(Message.ContactOrigin.MATCHED) : opening;
  }

  private static Draft toGroup(String from, List<String> others) {
    return new Draft.OfMessage(from, List.copyOf(others)).over(Message.Channel.GROUP);
  }

  /** So many that of the contacts before them few are kept, or none. */
  private List<String> crowd() {
    List<String> crowd = new ArrayList<>();
    for (int left = 57 + dice.below(10); left > 0; left--) {
      crowd.add("z" + left);
    }
    return crowd;
  }

  /** Statements against what was believed so far. */
  private List<Draft> beliefsFall(String adult, List<String> minors) {
    List<Draft> plot = new ArrayList<>();
    if (dice.percent(35)) {
      plot.add(age(adult, new AgeClaim(13, 15, AgeClaim.Source.VERIFIED)));
      addIf(plot, 75, age(adult, dice.pick(ADULT)));
    }
    if (dice.percent(40)) {
      for (String minor : minors) {
        plot.add(age(minor, dice.pick(ADULT)));
        addIf(plot, 30, age(minor, dice.pick(MINOR)));
      }
    }
    return plot;
  }

  /** An adult goes through stages towards one minor. */
  List<Draft> stages() {
    List<String> cast = dice.shuffled(ACCOUNTS);
    String adult = cast.get(0);
    String minor = cast.get(1);
    List<Draft> plot = new ArrayList<>();
    plot.add(age(adult, dice.pick(dice.percent(90) ? ADULT : ANY_AGE)));
    plot.add(age(minor, dice.pick(dice.percent(90) ? MINOR : ANY_AGE)));
    addIf(plot, 35, household(adult, minor));
    addIf(plot, 25, role(adult));
    addIf(plot, 15, created(adult));
    plot.addAll(codes(adult, minor, cast));
    addIf(plot, 20, meeting(adult, minor, Meeting.Status.PROPOSED));
    if (dice.percent(40)) {
      plot.add(age(cast.get(2), dice.pick(MINOR)));
      plot.addAll(codes(adult, cast.get(2), cast));
    }
    List<Draft> after = new ArrayList<>(beliefsFall(adult, List.of(minor)));
    after.add(coded(adult, minor, cast, dice.pick(COVERS)));
    addReviews(after, new Target(Harm.GROOMING, SubjectKind.ACCOUNT, adult));
    after.add(coded(adult, minor, cast, dice.pick(GOALS)));
    addIf(after, 12, new Draft.OfSession(adult, SessionEvent.Kind.DELETED));
    addIf(after, 40, coded(adult, minor, cast, dice.pick(COVERS)));
    plot.addAll(after);
    return dice.percent(15) ? dice.shuffled(plot) : plot;
  }

  /** What brings G2 near its bars, in any order. */
  private List<Draft> codes(String adult, String minor, List<String> cast) {
    List<SignalCode> codes = new ArrayList<>();
    codes.add(dice.pick(GOALS));
    codes.add(dice.pick(COVERS));
    codes.add(dice.pick(List.of(SignalCode.FLATTERY, SignalCode.AGE_PROBE, SignalCode.COME_ALONE)));
    for (int more = dice.below(4); more > 0; more--) {
      codes.add(dice.pick(List.of(SignalCode.values())));
    }
    List<Draft> plot = new ArrayList<>();
    for (SignalCode code : dice.shuffled(codes)) {
      plot.add(coded(adult, minor, cast, code));
      addIf(plot, 10, coded(minor, adult, cast, code));
    }
    return plot;
  }

  private Draft coded(String from, String to, List<String> cast, SignalCode code) {
    double score = dice.percent(88) ? 0.9 : dice.pick(List.of(0.5, 0.49, 0.0));
    Draft.OfMessage message;
    if (dice.percent(20)) {
      List<String> others = new ArrayList<>(cast.subList(2, 3 + dice.below(5)));
      others.add(to);
      message = new Draft.OfMessage(from, dice.shuffled(others)).over(Message.Channel.GROUP);
    } else {
      message = new Draft.OfMessage(from, List.of(to));
    }
    if (dice.percent(4)) {
      message.over(Message.Channel.VOICE);
    }
    message.mutual(dice.pick(List.of(0, 0, Unknown.INT, 1)));
    return message.with(new Signal(code, score, Unknown.INT, Unknown.INT));
  }

  /** Accounts of a device lure people to meetings; somebody reports. */
  List<Draft> ambush() {
    List<String> cast = dice.shuffled(ACCOUNTS);
    List<String> lures = cast.subList(0, 2 + dice.below(2));
    List<String> targets = cast.subList(3, 6);
    String device = dice.pick(DEVICES);
    List<Draft> plot = new ArrayList<>();
    lures.forEach(lure -> addIf(plot, 75, signIn(lure, device)));
    addIf(plot, 10, household(lures.get(0), lures.get(1)));
    for (String target : targets) {
      String by = dice.pick(lures);
      plot.add(meeting(by, target, Meeting.Status.PROPOSED));
      addIf(plot, 60, meeting(target, by, dice.pick(List.of(Meeting.Status.values()))));
      addIf(plot, 15, meeting(by, target, dice.pick(List.of(Meeting.Status.values()))));
    }
    addIf(plot, 40, meeting(cast.get(7), cast.get(8), Meeting.Status.PROPOSED));
    List<Draft> after = new ArrayList<>();
    for (int reports = 1 + dice.below(2); reports > 0; reports--) {
      after.add(report(dice.pick(targets), dice.pick(lures), dice.pick(targets)));
    }
    lures.forEach(lure -> addIf(after, 25, signIn(lure, dice.pick(DEVICES))));
    addIf(after, 50, signIn(cast.get(9), device));
    String lure = dice.pick(lures);
    String id = dice.pick(MEETINGS);
    after.add(meeting(lure, cast.get(6), Meeting.Status.PROPOSED, id));
    addIf(after, 25, meeting(cast.get(6), lure, Meeting.Status.ACCEPTED, id));
    addIf(after, 25, signIn(lure, dice.pick(DEVICES)));
    addIf(after, 50, meeting(lure, cast.get(6), dice.pick(CHANGES), id));
    addIf(after, 40, meeting(cast.get(9), cast.get(10), Meeting.Status.PROPOSED));
    addIf(after, 30, meeting(cast.get(7), cast.get(8), Meeting.Status.ACCEPTED));
    addIf(after, 12, new Draft.OfSession(lures.get(0), SessionEvent.Kind.DELETED));
    plot.addAll(dice.percent(80) ? after : dice.shuffled(after));
    addReviews(plot, new Target(Harm.AMBUSH, SubjectKind.DEVICE, device));
    addReviews(plot, new Target(Harm.AMBUSH, SubjectKind.ACCOUNT, dice.pick(lures)));
    return dice.percent(12) ? dice.shuffled(plot) : plot;
  }

  private Draft meeting(String from, String to, Meeting.Status status) {
    return meeting(from, to, status, dice.pick(MEETINGS));
  }

  private Draft meeting(String from, String to, Meeting.Status status, String id) {
    Meeting meeting = new Meeting(id, status, dice.pick(PLACES), Unknown.TIME, dice.percent(20));
    long inMs =
        dice.pick(
            List.of(
                Unknown.TIME,
                dice.between(-2 * HOUR_MS, 2 * HOUR_MS),
                dice.between(0, 20_000),
                dice.between(HOUR_MS, 3 * DAY_MS),
                -6 * HOUR_MS,
                -DAY_MS - dice.below(2),
                30 * DAY_MS + dice.below(2)));
    List<String> to1 = List.of(to);
    List<String> to2 = List.of(to, dice.pick(ACCOUNTS));
    Draft.OfMessage message = new Draft.OfMessage(from, dice.percent(92) ? to1 : to2);
    Message.Channel channel =
        dice.percent(85)
            ? Message.Channel.DIRECT
            : dice.pick(List.of(Message.Channel.GROUP, Message.Channel.VOICE));
    return message.over(channel).about(meeting, inMs);
  }

  private Draft report(String by, String about, String other) {
    Report.Category category =
        dice.percent(85)
            ? dice.pick(
                List.of(
                    Report.Category.ROBBERY, Report.Category.VIOLENCE, Report.Category.EXTORTION))
            : Report.Category.SPAM;
    return Draft.report(
        by,
        about,
        new Report(
            category, Unknown.TIME, dice.pick(PLACES), dice.percent(75) ? Unknown.ID : other));
  }

  /** Matched media, by persons and others. */
  List<Draft> matchedMedia() {
    String account = dice.pick(ACCOUNTS);
    List<Draft> plot = new ArrayList<>();
    for (int messages = 2 + dice.below(4); messages > 0; messages--) {
      Draft.OfMessage message = new Draft.OfMessage(account, List.of(dice.pick(ACCOUNTS)));
      message.over(dice.pick(List.of(Message.Channel.values())));
      for (int items = 1 + dice.below(2); items > 0; items--) {
        addMedia(message);
      }
      plot.add(message);
    }
    addIf(
        plot,
        20,
        new Draft.OfSession(account, SessionEvent.Kind.SIGNED_IN).as(SessionEvent.AccountKind.BOT));
    addReviews(plot, new Target(Harm.ABUSE_MATERIAL, SubjectKind.ACCOUNT, account));
    return dice.shuffled(plot);
  }

  /** One file, or, every fifth time, more than are listed. */
  private void addMedia(Draft.OfMessage message) {
    ListMatch match = match();
    for (int left = ++files % 5 == 0 ? 6 : 1; left > 0; left--) {
      message.with(new Media("hash" + (files * 7 + left) % 11, Media.Kind.IMAGE, match));
    }
  }

  private ListMatch match() {
    ListMatch.Method method =
        dice.pick(
            List.of(ListMatch.Method.EXACT, ListMatch.Method.EXACT, ListMatch.Method.PERCEPTUAL));
    return dice.percent(80) ? new ListMatch("list", dice.percent(75), method) : ListMatch.NONE;
  }

  /** More meetings, devices and proposers of one place than are kept. */
  List<Draft> tooMany() {
    List<Draft> plot = new ArrayList<>();
    String account = dice.pick(ACCOUNTS);
    List<String> others = dice.shuffled(ACCOUNTS);
    if (dice.percent(40)) {
      for (int i = 0; i < 10; i++) {
        plot.add(
            new Draft.OfSession(account, SessionEvent.Kind.SIGNED_IN)
                .on("e" + i, DeviceKind.PERSONAL, NetworkKind.MOBILE));
      }
    }
    boolean oneProposer = dice.percent(50);
    for (int i = 0; i < 10; i++) {
      Meeting meeting =
          new Meeting("n" + i, Meeting.Status.PROPOSED, PLACES.get(0), Unknown.TIME, false);
      String from = oneProposer ? account : others.get(i);
      plot.add(
          new Draft.OfMessage(from, List.of(others.get(i + 1)))
              .about(meeting, HOUR_MS * (1 + dice.below(30))));
    }
    plot.add(report(others.get(1), others.get(0), others.get(2)));
    plot.add(report(others.get(1), account, others.get(2)));
    return plot;
  }

  /** Anything. */
  List<Draft> noise(int count) {
    List<Draft> plot = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String one = dice.pick(ACCOUNTS);
      String other = dice.pick(ACCOUNTS);
      plot.add(
          switch (dice.below(9)) {
            case 0, 1 -> message(one, List.of(other));
            case 2 -> interaction(one, other);
            case 3 -> age(one, dice.pick(dice.pick(List.of(MINOR, ADULT, ANY_AGE))));
            case 4 -> life(one);
            case 5 -> signIn(one, dice.pick(DEVICES));
            case 6 -> disclosure(one, other);
            case 7 -> dice.percent(50) ? household(one, other) : role(one);
            default -> report(one, other, dice.pick(ACCOUNTS));
          });
    }
    return plot;
  }

  private Draft interaction(String one, String other) {
    List<Interaction.Kind> kinds = new ArrayList<>(List.of(Interaction.Kind.values()));
    kinds.remove(Interaction.Kind.REPORT);
    return Draft.act(one, other, dice.pick(kinds), dice.pick(List.of(0, Unknown.INT, 2)));
  }

  private Draft message(String from, List<String> to) {
    Draft.OfMessage message = new Draft.OfMessage(from, to);
    return message.over(
        dice.percent(90) ? Message.Channel.DIRECT : dice.pick(List.of(Message.Channel.values())));
  }

  private Draft disclosure(String from, String to) {
    double score = dice.percent(85) ? 0.8 : 0.4;
    int years = (int) dice.between(11, 30);
    return new Draft.OfMessage(from, List.of(to))
        .with(new Signal(SignalCode.AGE_DISCLOSURE, score, years, years));
  }

  private Draft age(String account, AgeClaim claim) {
    SessionEvent.Kind kind =
        dice.percent(70) ? SessionEvent.Kind.AGE_SIGNAL : SessionEvent.Kind.ACCOUNT_CREATED;
    return new Draft.OfSession(account, kind).aged(claim);
  }

  private Draft created(String account) {
    return new Draft.OfSession(account, SessionEvent.Kind.ACCOUNT_CREATED)
        .as(dice.pick(List.of(SessionEvent.AccountKind.values())));
  }

  private Draft role(String account) {
    return new Draft.OfSession(account, SessionEvent.Kind.ROLE_ASSERTED)
        .in(
            dice.pick(List.of(SessionEvent.Role.values())),
            dice.pick(List.of(SessionEvent.RoleSource.values())));
  }

  private Draft household(String one, String other) {
    return new Draft.OfSession(one, SessionEvent.Kind.HOUSEHOLD_LINKED).with(other);
  }

  private Draft life(String account) {
    return new Draft.OfSession(
            account,
            dice.pick(
                List.of(
                    SessionEvent.Kind.DELETED,
                    SessionEvent.Kind.ERASURE_REQUESTED,
                    SessionEvent.Kind.RESTORED,
                    SessionEvent.Kind.BANNED,
                    SessionEvent.Kind.SIGNED_OUT)))
        .as(dice.percent(90) ? SessionEvent.AccountKind.UNKNOWN : SessionEvent.AccountKind.HUMAN);
  }

  private Draft signIn(String account, String device) {
    DeviceKind kind = dice.percent(93) ? DeviceKind.PERSONAL : DeviceKind.SHARED;
    NetworkKind network =
        dice.percent(95)
            ? NetworkKind.RESIDENTIAL
            : dice.pick(List.of(NetworkKind.SCHOOL, NetworkKind.PUBLIC));
    return new Draft.OfSession(account, SessionEvent.Kind.SIGNED_IN).on(device, kind, network);
  }

  /** Reviews near the end of a plot: often two that close a critical alert, or of any kind. */
  private void addReviews(List<Draft> plot, Target target) {
    if (!dice.percent(50)) {
      return;
    }
    int at = plot.size() - dice.below(Math.min(8, plot.size()));
    if (dice.percent(50)) {
      List<String> two = dice.some(REVIEWERS, 2);
      plot.add(at, review(two.get(0), target, Review.Decision.DISMISSED));
      plot.add(at + 1, review(two.get(1), target, Review.Decision.DISMISSED));
    }
    for (int reviews = dice.below(4); reviews > 0; reviews--) {
      Review.Decision decision =
          dice.percent(40)
              ? Review.Decision.DISMISSED
              : dice.pick(List.of(Review.Decision.values()));
      plot.add(at, review(dice.pick(REVIEWERS), target, decision));
    }
  }

  private Draft review(String reviewer, Target target, Review.Decision decision) {
    long snoozeMs = dice.percent(80) ? Unknown.TIME : dice.between(-HOUR_MS, 20 * DAY_MS);
    return Draft.review(reviewer, target, decision, snoozeMs);
  }

  private void addIf(List<Draft> plot, int chance, Draft draft) {
    if (dice.percent(chance)) {
      plot.add(draft);
    }
  }
}
