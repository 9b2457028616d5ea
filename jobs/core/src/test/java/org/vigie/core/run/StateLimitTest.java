package org.vigie.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.Role;
import org.vigie.core.alert.Subject;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Report;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SignalCode;
import org.vigie.core.fold.FoldCounters;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.FirstRules;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.SubjectRole;
import org.vigie.core.rule.Table;
import org.vigie.core.run.Events.Rendezvous;

/** Each entry of the state catalogue at its edge: as many as it keeps, and one more. */
final class StateLimitTest {
  private static final long START_MS = 1_719_345_600_000L;
  private static final long MINUTE_MS = 60_000L;

  @ParameterizedTest
  @EnumSource(StateLimit.class)
  void keepsAsManyEntriesAsItSays(StateLimit limit) {
    assertThat(run(filled(limit, limit.entriesMax()), limit).evicted(limit)).isZero();
  }

  @ParameterizedTest
  @EnumSource(StateLimit.class)
  void countsWhatHadToGoForOneMore(StateLimit limit) {
    assertThat(run(filled(limit, limit.entriesMax() + 1), limit).evicted(limit)).isPositive();
  }

  @ParameterizedTest
  @EnumSource(StateLimit.class)
  void namesItsCollection(StateLimit limit) {
    assertThat(limit.collection()).matches("[a-z]+_[a-z_]+");
    assertThat(limit.meaning()).isNotBlank();
  }

  private static FoldCounters run(List<RecordedEvent> events, StateLimit limit) {
    Engine engine = new Engine(rulesFor(limit));
    List<RecordedEvent> inOrder = new ArrayList<>(events);
    inOrder.sort(Comparator.comparingLong(RecordedEvent::recordedMs));
    engine.accept(inOrder);
    engine.advanceTo(inOrder.get(inOrder.size() - 1).recordedMs());
    return engine.counters();
  }

  private static RuleSet rulesFor(StateLimit limit) {
    return switch (limit) {
      case SENDER_LISTED_EVENTS -> contactsAndMedia();
      case LINK_WARNED, CASE_GATHERED_MEETINGS -> with(Table.ACCOUNTS);
      default -> with(Table.MENU);
    };
  }

  /** The rules, and one that finds every account that a table at links has a row of, and warns. */
  private static RuleSet with(Table table) {
    RuleSet rules = FirstRules.ruleSet();
    Measure every = new Measure.Count(table, Condition.ALWAYS);
    Feature rows = new Feature("rows", Scope.LINK, every, 24 * 60 * MINUTE_MS, Set.of(), false);
    Rule first = rules.rules().get(0);
    Rule ofRows =
        new Rule(
            "T1",
            1,
            Harm.DRUG_SALES,
            Scope.LINK,
            Condition.atLeast("rows", 1),
            List.of(new Claim(Severity.LOW, false, Condition.ALWAYS)),
            List.of(),
            24 * 60 * MINUTE_MS,
            false,
            true,
            first.texts(),
            Set.of(),
            SubjectRole.SUSPECTED_ACTOR);
    List<Feature> features = new ArrayList<>(rules.features());
    features.add(rows);
    List<Rule> all = new ArrayList<>(rules.rules());
    all.add(ofRows);
    return new RuleSet(features, rules.guards(), all, rules.ages(), rules.effectiveFromMs());
  }

  /** Events that put so many entries into one collection. */
  private static List<RecordedEvent> filled(StateLimit limit, int entries) {
    return switch (limit) {
      case RECIPIENT_SEEN -> each(entries, i -> Events.message("m" + i, "a", "b", at(i)));
      case RECIPIENT_CONTACTS -> each(entries, i -> Events.message("m" + i, "a" + i, "b", at(i)));
      case SENDER_SEEN -> each(entries, i -> Events.signIn("s" + i, "a", at(i), "d"));
      case SENDER_DEVICES -> each(entries, i -> Events.signIn("s" + i, "a", at(i), "d" + i));
      case SENDER_HOUSEHOLD ->
          each(entries, i -> Events.household("h" + i, "a", "relative" + i, at(i)));
      case SENDER_MEETINGS -> each(entries, i -> meeting("a", "b" + i, i, "cell"));
      case SENDER_REPORTS -> reports(entries, "a");
      case SENDER_CONTACTS -> each(entries, i -> Events.message("m" + i, "a", "b" + i, at(i)));
      case SENDER_PAIRS ->
          each(entries, i -> Events.message("m" + i, "a", "b" + i, at(i), SignalCode.FLATTERY));
      case SENDER_STANDING, CASE_FINDINGS -> groomedPairs(entries - 1); // and one of G1
      case RECIPIENT_DEVICES -> each(entries, i -> Events.signIn("s" + i, "a", at(i), "d" + i));
      case SENDER_SIGNED_PAIRS ->
          each(entries, i -> Events.message("m" + i, "a", "b" + i, at(i), SignalCode.PRICE));
      case SENDER_PAIR_SIGNS ->
          each(entries, i -> Events.message("m" + i, "a", "b", at(i), SignalCode.PRICE));
      case SENDER_AGREED_TIMES -> eachAfterTheLast(entries);
      case SENDER_ROOM_POSTS -> each(entries, i -> Events.inRoom("m" + i, "a", "room", at(i)));
      case SENDER_KNOWN_MEDIA -> each(entries, i -> Events.matched("m" + i, "a", 1, at(i)));
      case SENDER_MENUS ->
          each(entries, i -> Events.menu("m" + i, "a", "b", at(i), i * 0x9E3779B97F4A7C15L));
      case LINK_STANDING -> each(entries, i -> Events.menu("m" + i, "a" + i, "b", at(i), 1));
      case LINK_TRACES -> each(entries, i -> Events.joins("j" + i, "a" + i, "room", at(i)));
      case PAIR_MEETINGS -> eachAfterTheLast(entries);
      case SENDER_MARKS -> bans(entries);
      case LINK_AFTERMATHS -> blockedAfterMeetings(entries);
      case LINK_RETURNS -> returns(entries);
      case SENDER_TOLD -> devicesDuringAMeeting(entries);
      case SENDER_LISTED_COUNTERPARTS -> contactsOfAnAdultInHindsight(entries);
      case SENDER_LISTED_EVENTS -> contactsAndAMatch(entries - 1);
      case LINK_LISTED_COUNTERPARTS, LINK_LISTED_MEETINGS -> reportedMeetings(entries);
      case LINK_LISTED_EVENTS -> reportedMeetings(entries - 1); // and the report
      case CASE_LISTED_COUNTERPARTS, CASE_LISTED_EVENTS -> groomedPairs(entries);
      case CASE_LISTED_MEETINGS -> meetingsOfAnAccountAndItsPlace(entries - 1); // and its own
      case CASE_GATHERED_EVENTS ->
          each(entries, i -> Events.matched("m" + i, "a", 1, START_MS + i));
      case SENDER_LISTED_MEDIA -> List.of(Events.matched("m", "a", entries, START_MS));
      case LINK_WARNED -> each(entries, i -> Events.signInOnShared("s" + i, "a" + i, at(i), "d"));
      case CASE_GATHERED_MEETINGS -> meetingsOfOneDevice(entries);
      case LINK_NAMED -> everSoonerMeetings(entries);
      case LINK_ACCOUNTS -> each(entries, i -> Events.signIn("s" + i, "a" + i, at(i), "d"));
      case LINK_MEETINGS -> meetingsOfOneDevice(entries);
      case LINK_REPORTS -> reportsOfOneDevice(entries);
      case LINK_PROPOSERS -> each(entries, i -> meeting("a" + i, "b" + i, i, "cell"));
      case CASE_SEEN, CASE_REVIEWS -> reviewed(entries);
    };
  }

  private interface Nth {
    RecordedEvent event(int index);
  }

  private static List<RecordedEvent> each(int count, Nth nth) {
    List<RecordedEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(nth.event(i));
    }
    return events;
  }

  private static long at(int index) {
    return START_MS + index * MINUTE_MS;
  }

  private static RecordedEvent meeting(String account, String with, int index, String place) {
    return Events.meeting(
        "p" + account + index, account, with, at(index), new Rendezvous(600 * MINUTE_MS, place));
  }

  /** Meetings of one pair, each agreed on when the one before has passed. */
  private static List<RecordedEvent> eachAfterTheLast(int count) {
    return each(
        count,
        i -> Events.meeting("p" + i, "a", "b", at(2 * i), new Rendezvous(MINUTE_MS, "cell")));
  }

  private static List<RecordedEvent> reports(int count, String about) {
    List<RecordedEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(Events.message("m" + about + i, about, "b" + i, at(2 * i)));
      events.add(
          Events.report("r" + about + i, "b" + i, about, at(2 * i + 1), Report.Category.ROBBERY));
    }
    return events;
  }

  private static List<RecordedEvent> groomedPairs(int pairs) {
    List<RecordedEvent> events = new ArrayList<>();
    events.add(Events.age("adult", "a", START_MS, new AgeClaim(30, 30, AgeClaim.Source.VERIFIED)));
    for (int i = 0; i < pairs; i++) {
      events.add(
          Events.age("g" + i, "b" + i, START_MS, new AgeClaim(13, 15, AgeClaim.Source.GUARDIAN)));
      events.add(
          Events.message(
              "m" + i,
              "a",
              "b" + i,
              at(i + 1),
              SignalCode.SECRECY,
              SignalCode.SEXUAL,
              SignalCode.AGE_PROBE));
    }
    return events;
  }

  /** A rule of no catalogue: one finding rests on contacts and on a message with media. */
  private static RuleSet contactsAndMedia() {
    RuleSet first = FirstRules.ruleSet();
    Rule media = first.rules().get(first.rules().size() - 1);
    Condition contacts =
        new Condition.Compare("contacts_of_known_age", Condition.Operator.AT_LEAST, Fixed.ONE);
    Rule both =
        new Rule(
            "X1",
            1,
            media.harm(),
            media.scope(),
            new Condition.All(List.of(media.when(), contacts)),
            media.claims(),
            List.of(),
            0,
            false,
            false,
            media.texts(),
            Set.of(),
            SubjectRole.SUSPECTED_ACTOR);
    return new RuleSet(
        first.features(), first.guards(), List.of(both), first.ages(), Long.MIN_VALUE);
  }

  private static List<RecordedEvent> contactsAndAMatch(int contacts) {
    List<RecordedEvent> events = opened(contacts);
    events.add(Events.matched("matched", "a", 1, at(contacts + 1)));
    return events;
  }

  /** That it is an adult is known last, so that all contacts are new to the first finding. */
  private static List<RecordedEvent> contactsOfAnAdultInHindsight(int contacts) {
    List<RecordedEvent> events = opened(contacts);
    AgeClaim adult = new AgeClaim(30, 30, AgeClaim.Source.VERIFIED);
    events.add(Events.age("adult", "a", at(contacts + 1), adult));
    return events;
  }

  private static List<RecordedEvent> opened(int contacts) {
    List<RecordedEvent> events = new ArrayList<>();
    for (int i = 0; i < contacts; i++) {
      events.add(
          Events.age("g" + i, "b" + i, START_MS, new AgeClaim(13, 15, AgeClaim.Source.GUARDIAN)));
      events.add(Events.message("m" + i, "a", "b" + i, at(i + 1)));
    }
    return events;
  }

  /** Meetings of a device's accounts, and then a report by one who was to come. */
  private static List<RecordedEvent> reportedMeetings(int count) {
    List<RecordedEvent> events = meetingsOfOneDevice(count);
    events.add(Events.report("r", "b0", "a0", at(count + 9), Report.Category.ROBBERY));
    return events;
  }

  /** An account's meeting with the reporter, and others' meetings at the same place. */
  private static List<RecordedEvent> meetingsOfAnAccountAndItsPlace(int others) {
    List<RecordedEvent> events = new ArrayList<>();
    events.add(meeting("x", "b", 0, "cell"));
    for (int i = 0; i < others; i++) {
      events.add(meeting("a" + i / 8, "c" + i, i + 1, "cell"));
    }
    events.add(Events.report("r", "b", "x", at(others + 2), Report.Category.ROBBERY));
    return events;
  }

  private static List<RecordedEvent> meetingsOfOneDevice(int count) {
    List<RecordedEvent> events = new ArrayList<>();
    int accounts = (count + 7) / 8;
    for (int a = 0; a < accounts; a++) {
      events.add(Events.signIn("s" + a, "a" + a, at(a), "d"));
    }
    for (int i = 0; i < count; i++) {
      events.add(meeting("a" + i / 8, "b" + i, accounts + i, "cell" + i));
    }
    return events;
  }

  private static List<RecordedEvent> devicesDuringAMeeting(int count) {
    List<RecordedEvent> events = new ArrayList<>();
    events.add(Events.signIn("s0", "a", at(0), "d0"));
    events.add(meeting("a", "b", 1, "cell"));
    for (int i = 1; i < count; i++) {
      events.add(Events.signIn("s" + i, "a", at(i + 1), "d" + i));
    }
    return events;
  }

  /** Of a reported device's many meetings a finding names the next, the newest among them. */
  private static List<RecordedEvent> everSoonerMeetings(int count) {
    List<RecordedEvent> events = new ArrayList<>();
    int accounts = (count + 7) / 8;
    for (int a = 0; a < accounts; a++) {
      events.add(Events.signIn("s" + a, "a" + a, START_MS, "d"));
    }
    events.addAll(reports(1, "a0"));
    for (int i = 0; i < count; i++) {
      Rendezvous sooner = new Rendezvous((600 - 2L * i) * MINUTE_MS, "cell" + i);
      events.add(Events.meeting("p" + i, "a" + i / 8, "c" + i, at(3 + i), sooner));
    }
    return events;
  }

  private static List<RecordedEvent> reportsOfOneDevice(int count) {
    List<RecordedEvent> events = new ArrayList<>();
    int accounts = (count + 7) / 8;
    for (int a = 0; a < accounts; a++) {
      events.add(Events.signIn("s" + a, "a" + a, START_MS, "d"));
      events.addAll(reports(Math.min(8, count - 8 * a), "a" + a));
    }
    return events;
  }

  /** Accounts of which one had been a target, all banned. */
  private static List<RecordedEvent> bans(int count) {
    List<RecordedEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(Events.message("m" + i, "b" + i, "t", at(i)));
      events.add(Events.message("n" + i, "t", "b" + i, at(i) + 1));
      events.add(Events.life("x" + i, "b" + i, SessionEvent.Kind.BANNED, at(i) + 2));
    }
    return events;
  }

  /** One account that contacts all targets of some that were banned: more than one has. */
  private static List<RecordedEvent> returns(int count) {
    List<RecordedEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String banned = "b" + i % 2;
      events.add(Events.message("m" + i, banned, "t" + i, at(0) + i));
      events.add(Events.message("n" + i, "t" + i, banned, at(1) + i));
      events.add(Events.cold("c" + i, "a", "t" + i, at(4) + i));
    }
    events.add(Events.life("x0", "b0", SessionEvent.Kind.BANNED, at(3)));
    events.add(Events.life("x1", "b1", SessionEvent.Kind.BANNED, at(3)));
    return events;
  }

  private static List<RecordedEvent> blockedAfterMeetings(int count) {
    List<RecordedEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(meeting("a", "t" + i, i, "cell" + i));
      events.add(Events.block("k" + i, "t" + i, "a", at(601 + i)));
    }
    events.add(Events.message("late", "a", "b", at(601 + count) + 48 * 60 * MINUTE_MS));
    return events;
  }

  private static List<RecordedEvent> reviewed(int reviewers) {
    List<RecordedEvent> events = groomedPairs(1);
    Subject subject = new Subject("c1", SubjectKind.ACCOUNT, "a", Role.SUSPECTED_ACTOR);
    String alertId = AlertId.of(Harm.GROOMING, subject).toString();
    for (int i = 0; i < reviewers; i++) {
      events.add(Events.needsMore("v" + i, "reviewer" + i, alertId, at(10 + i)));
    }
    return events;
  }
}
