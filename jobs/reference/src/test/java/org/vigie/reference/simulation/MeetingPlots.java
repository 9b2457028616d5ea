package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Report;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SessionEvent.DeviceKind;
import org.vigie.core.event.SessionEvent.NetworkKind;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Harm;

/**
 * Random courses in which something is found about who meets others before, or meets them after.
 */
final class MeetingPlots {
  private static final long MINUTE_MS = 60_000L;
  private static final long HOUR_MS = 60 * MINUTE_MS;
  private static final long DAY_MS = 24 * HOUR_MS;
  private static final List<String> DEVICES = List.of("d1", "d2", "d3");
  private static final List<String> IDS = List.of(Unknown.ID, Unknown.ID, "m1", "m2");
  private static final List<String> PLACES = List.of("cell-1", "cell-1", "cell-2", Unknown.ID);
  private static final List<Meeting.Status> ENDS =
      List.of(Meeting.Status.REFUSED, Meeting.Status.CANCELLED, Meeting.Status.SAFE);
  private static final AgeClaim ADULT = new AgeClaim(30, 40, AgeClaim.Source.VERIFIED);
  private static final AgeClaim MINOR = new AgeClaim(13, 15, AgeClaim.Source.VERIFIED);
  private static final List<SignalCode> GOALS =
      List.of(SignalCode.SEXUAL, SignalCode.IMAGE_REQUEST);
  private static final List<SignalCode> COVERS =
      List.of(SignalCode.SECRECY, SignalCode.ISOLATION, SignalCode.GUARDIAN_PROBE);
  private static final List<SignalCode> ASSAULT =
      List.of(SignalCode.SEDATION, SignalCode.THIRD_PARTY_UNAWARE);
  private static final List<SignalCode> THREATS =
      List.of(SignalCode.THREAT_VIOLENCE, SignalCode.THREAT_EXPOSE, SignalCode.PAYMENT_DEMAND);

  private final Dice dice;

  MeetingPlots(Dice dice) {
    this.dice = dice;
  }

  /** One of them. */
  List<Draft> any() {
    List<String> cast = dice.shuffled(Plots.ACCOUNTS);
    List<Draft> plot =
        switch (dice.below(10)) {
          case 0, 1 -> groomed(cast);
          case 2 -> offered(cast);
          case 3, 4 -> lured(cast);
          case 5 -> churned(cast);
          case 6, 7 -> silent(cast);
          case 8 -> threatened(cast);
          default -> recruited(cast);
        };
    return dice.percent(8) ? dice.shuffled(plot) : plot;
  }

  /** Who meets whom: one account of its company, and those that something may be found about. */
  private record Company(List<String> actors, List<String> others, List<String> strangers) {}

  private List<Draft> groomed(List<String> cast) {
    String adult = cast.get(0);
    Company company = new Company(List.of(adult), cast.subList(1, 4), cast.subList(4, 7));
    List<Draft> found = new ArrayList<>();
    SignalCode common = dice.pick(COVERS);
    for (String minor : company.others()) {
      found.add(coded(adult, minor, common));
      addIf(found, 60, coded(adult, minor, dice.pick(GOALS)));
      addIf(found, 60, coded(adult, minor, SignalCode.FLATTERY));
    }
    List<Draft> plot = ages(adult, company.others());
    plot.addAll(around(company, found, new Target(Harm.GROOMING, SubjectKind.ACCOUNT, adult)));
    addIf(plot, 20, Draft.age(cast.get(1), ADULT));
    addIf(plot, 50, meeting(adult, cast.get(1), Meeting.Status.PROPOSED));
    return plot;
  }

  private List<Draft> offered(List<String> cast) {
    String adult = cast.get(0);
    Company company = new Company(List.of(adult), cast.subList(1, 5), cast.subList(5, 7));
    List<Draft> found = new ArrayList<>();
    for (String minor : company.others()) {
      found.add(coded(adult, minor, SignalCode.MONEY_OFFER));
      addIf(found, 90, coded(adult, minor, SignalCode.PLATFORM_MOVE));
    }
    List<Draft> plot = ages(adult, company.others());
    Target target = new Target(Harm.MINOR_EXPLOITATION, SubjectKind.ACCOUNT, adult);
    plot.addAll(around(company, found, target));
    return plot;
  }

  /** A2: a place for several. */
  private List<Draft> lured(List<String> cast) {
    String device = dice.pick(DEVICES);
    Company company = new Company(cast.subList(0, 2), cast.subList(3, 6), cast.subList(6, 9));
    List<Draft> plot = new ArrayList<>();
    company.actors().forEach(lure -> plot.add(seen(lure, device)));
    addIf(plot, 25, seen(cast.get(2), device));
    addIf(plot, 12, household(cast.get(0), cast.get(2)));
    List<Draft> found = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      found.add(at("cell-1", company.actors().get(i % 2), company.others().get(i)));
    }
    plot.addAll(around(company, found, new Target(Harm.AMBUSH, SubjectKind.DEVICE, device)));
    addIf(plot, 40, meeting(cast.get(2), cast.get(9), Meeting.Status.PROPOSED));
    addIf(plot, 50, seen(cast.get(2), device));
    return plot;
  }

  /** A6: accounts that come, propose, and go. */
  private List<Draft> churned(List<String> cast) {
    String device = dice.pick(DEVICES);
    Company company = new Company(cast.subList(2, 4), cast.subList(4, 6), cast.subList(6, 9));
    List<Draft> plot = new ArrayList<>();
    company.actors().forEach(lure -> addIf(plot, 80, seen(lure, device)));
    List<Draft> found = new ArrayList<>();
    for (String account : cast.subList(0, 2)) {
      found.add(
          new Draft.OfSession(account, SessionEvent.Kind.ACCOUNT_CREATED)
              .on(device, DeviceKind.PERSONAL, NetworkKind.MOBILE));
      found.add(meeting(account, cast.get(4), Meeting.Status.PROPOSED));
      found.add(new Draft.OfSession(account, SessionEvent.Kind.DELETED));
    }
    plot.addAll(around(company, found, new Target(Harm.AMBUSH, SubjectKind.DEVICE, device)));
    return plot;
  }

  /** A3: the other blocks or reports afterwards, and says nothing more. */
  private List<Draft> silent(List<String> cast) {
    String device = dice.pick(DEVICES);
    Company company = new Company(cast.subList(0, 2), cast.subList(2, 4), cast.subList(4, 7));
    List<Draft> plot = new ArrayList<>();
    company.actors().forEach(lure -> addIf(plot, 45, seen(lure, device)));
    List<Draft> found = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String actor = company.actors().get(i);
      String other = company.others().get(i);
      found.add(soon(actor, other));
      found.add(new Draft.OfMessage(actor, List.of(cast.get(8))));
      found.add(reaction(other, actor));
      addIf(found, 25, meeting(actor, dice.pick(company.strangers()), Meeting.Status.PROPOSED));
    }
    String actor = company.actors().get(0);
    SubjectKind kind = dice.percent(50) ? SubjectKind.ACCOUNT : SubjectKind.DEVICE;
    Target target = new Target(Harm.AMBUSH, kind, kind == SubjectKind.ACCOUNT ? actor : device);
    plot.addAll(around(company, found, target));
    addIf(plot, 40, seen(actor, dice.pick(DEVICES)));
    addIf(plot, 50, meeting(actor, cast.get(5), Meeting.Status.PROPOSED));
    return plot;
  }

  /** A5: threats after a meeting, or demands. */
  private List<Draft> threatened(List<String> cast) {
    String actor = cast.get(0);
    Company company = new Company(List.of(actor), cast.subList(1, 3), cast.subList(3, 6));
    List<Draft> found = new ArrayList<>();
    for (String other : company.others()) {
      for (int meetings = 1 + dice.below(2); meetings > 0; meetings--) {
        found.add(dice.percent(75) ? soon(actor, other) : soon(other, actor));
      }
      addIf(found, 50, new Draft.OfMessage(other, List.of(actor)));
      addIf(found, 80, coded(actor, other, dice.pick(THREATS)));
    }
    found.add(coded(actor, cast.get(1), dice.pick(THREATS)));
    return around(company, found, new Target(Harm.AMBUSH, SubjectKind.ACCOUNT, actor));
  }

  /** R1 and R2. */
  private List<Draft> recruited(List<String> cast) {
    String actor = cast.get(0);
    Company company = new Company(List.of(actor), cast.subList(1, 4), cast.subList(4, 6));
    List<Draft> found = new ArrayList<>();
    SignalCode common = dice.pick(ASSAULT);
    for (String other : company.others()) {
      addIf(found, 60, meeting(other, actor, Meeting.Status.PROPOSED));
      addIf(found, 80, coded(actor, other, common));
    }
    return around(company, found, new Target(Harm.DRUGGED_ASSAULT, SubjectKind.ACCOUNT, actor));
  }

  /** Meetings before what is found and after it, and what becomes of them. */
  private List<Draft> around(Company company, List<Draft> found, Target target) {
    List<Draft> plot = new ArrayList<>();
    for (int before = dice.below(3); before > 0; before--) {
      plot.addAll(met(company));
    }
    plot.addAll(found);
    addReviews(plot, target);
    if (dice.percent(18)) {
      plot.addAll(manyMeetings(company));
    }
    for (int after = 1 + dice.below(4); after > 0; after--) {
      plot.addAll(met(company));
      addIf(plot, 15, seen(dice.pick(company.actors()), dice.pick(DEVICES)));
      addIf(plot, 15, seen(dice.pick(company.strangers()), dice.pick(DEVICES)));
      addIf(plot, 8, request(dice.pick(company.actors())));
      addIf(plot, 15, dice.pick(found));
    }
    return plot;
  }

  /** One meeting, from the first word about it to the last. */
  private List<Draft> met(Company company) {
    String one = dice.pick(company.actors());
    String other = dice.pick(dice.percent(70) ? company.others() : company.strangers());
    String id = dice.pick(IDS);
    boolean proposes = dice.percent(65);
    List<Draft> plot = new ArrayList<>();
    plot.add(meeting(proposes ? one : other, proposes ? other : one, Meeting.Status.PROPOSED, id));
    addIf(plot, 35, meeting(proposes ? other : one, one, other, Meeting.Status.ACCEPTED, id));
    addIf(plot, 25, meeting(one, other, Meeting.Status.PROPOSED, id));
    addIf(plot, 30, meeting(other, one, dice.pick(ENDS), id));
    return plot;
  }

  /** More than are kept. */
  private List<Draft> manyMeetings(Company company) {
    String one = dice.pick(company.actors());
    List<Draft> plot = new ArrayList<>();
    for (int i = 7 + dice.below(5); i > 0; i--) {
      String other = dice.percent(40) ? dice.pick(company.others()) : "w" + i;
      Meeting meeting =
          new Meeting("n" + i, Meeting.Status.PROPOSED, "cell-1", Unknown.TIME, false);
      plot.add(new Draft.OfMessage(one, List.of(other)).about(meeting, HOUR_MS * (1 + i % 5)));
    }
    return plot;
  }

  private Draft meeting(String from, String to, Meeting.Status status) {
    return meeting(from, to, status, dice.pick(IDS));
  }

  /** From one of two to the other. */
  private Draft meeting(String from, String one, String other, Meeting.Status status, String id) {
    return meeting(from, from.equals(one) ? other : one, status, id);
  }

  private Draft meeting(String from, String to, Meeting.Status status, String id) {
    Meeting meeting = new Meeting(id, status, dice.pick(PLACES), Unknown.TIME, dice.percent(15));
    long inMs =
        dice.pick(
            List.of(
                Unknown.TIME,
                dice.between(0, 20_000),
                dice.between(HOUR_MS, 3 * DAY_MS),
                dice.between(HOUR_MS, 3 * DAY_MS),
                dice.between(DAY_MS, 30 * DAY_MS),
                dice.between(DAY_MS, 30 * DAY_MS),
                -6 * HOUR_MS - dice.below(2)));
    return new Draft.OfMessage(from, List.of(to)).about(meeting, inMs);
  }

  private Draft at(String place, String from, String to) {
    Meeting meeting = new Meeting(Unknown.ID, Meeting.Status.PROPOSED, place, Unknown.TIME, false);
    return new Draft.OfMessage(from, List.of(to)).about(meeting, dice.between(0, 5 * DAY_MS));
  }

  /** One whose time is about to pass. */
  private Draft soon(String from, String to) {
    Meeting meeting =
        new Meeting(
            dice.pick(IDS), Meeting.Status.PROPOSED, dice.pick(PLACES), Unknown.TIME, false);
    return new Draft.OfMessage(from, List.of(to)).about(meeting, dice.below(2_000));
  }

  private Draft reaction(String from, String about) {
    Report report = new Report(Report.Category.SPAM, Unknown.TIME, Unknown.ID, Unknown.ID);
    return dice.percent(75)
        ? Draft.act(from, about, Interaction.Kind.BLOCK, 0)
        : Draft.report(from, about, report);
  }

  private List<Draft> ages(String adult, List<String> minors) {
    List<Draft> plot = new ArrayList<>();
    plot.add(Draft.age(adult, ADULT));
    minors.forEach(minor -> addIf(plot, 92, Draft.age(minor, MINOR)));
    return plot;
  }

  private Draft coded(String from, String to, SignalCode code) {
    double score = dice.percent(90) ? 0.9 : 0.6;
    return new Draft.OfMessage(from, List.of(to))
        .with(new Signal(code, score, Unknown.INT, Unknown.INT));
  }

  private Draft seen(String account, String device) {
    return new Draft.OfSession(account, SessionEvent.Kind.SIGNED_IN)
        .on(
            device,
            dice.percent(96) ? DeviceKind.PERSONAL : DeviceKind.SHARED,
            NetworkKind.RESIDENTIAL);
  }

  private static Draft household(String one, String other) {
    return new Draft.OfSession(one, SessionEvent.Kind.HOUSEHOLD_LINKED).with(other);
  }

  private static Draft request(String account) {
    return new Draft.OfSession(account, SessionEvent.Kind.ERASURE_REQUESTED);
  }

  private void addReviews(List<Draft> plot, Target target) {
    if (dice.percent(25)) {
      for (String reviewer : List.of("r1", "r2")) {
        plot.add(Draft.review(reviewer, target, Review.Decision.DISMISSED, Unknown.TIME));
      }
    }
  }

  private void addIf(List<Draft> plot, int chance, Draft draft) {
    if (dice.percent(chance)) {
      plot.add(draft);
    }
  }
}
