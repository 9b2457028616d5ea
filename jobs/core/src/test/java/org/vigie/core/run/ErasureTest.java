package org.vigie.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.core.alert.Alert;
import org.vigie.core.alert.AlertState;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Report;
import org.vigie.core.event.SessionEvent.Kind;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.ErasureNote;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.rule.FirstRules;
import org.vigie.core.run.Events.Rendezvous;

/** Who asks to be forgotten is, at once, unless facts of the record stand against it. */
final class ErasureTest {
  private static final long HOUR_MS = 3_600_000L;
  private static final long DAY_MS = 24 * HOUR_MS;

  /** A midnight. */
  private static final long START_MS = 19_900 * DAY_MS;

  private static final AgeClaim ADULT = new AgeClaim(30, 30, AgeClaim.Source.VERIFIED);
  private static final AgeClaim MINOR = new AgeClaim(13, 15, AgeClaim.Source.GUARDIAN);

  private final Tags tags = new Tags(0);
  private final Engine engine = new Engine(FirstRules.ruleSet());

  @Test
  void forgetsAtOnceWhatNothingHolds() {
    accept(lifeOf("person"));
    accept(Events.life("e", "person", Kind.ERASURE_REQUESTED, at(10)));

    passTo(at(10) + 1);

    assertForgotten("person");
    assertThat(stored(StopName.LINKS, "person")).isNull();
  }

  @Test
  void keepsWhatItForgetsUntilItIsAsked() {
    accept(lifeOf("person"));
    passTo(at(10) + 1);

    for (StopName stop : List.of(StopName.SENDER, StopName.RECIPIENT)) {
      assertThat(text(stored(stop, "person"))).as("%s", stop).contains("device-of-person");
    }
    assertThat(text(stored(StopName.SENDER, "person"))).contains("person", "friend", "hello-2");
    assertThat(text(stored(StopName.LINKS, "person"))).contains("stranger");
  }

  @Test
  void leavesNothingOnceTombstoneAndDuplicatesAreOver() {
    accept(lifeOf("person"));
    accept(Events.life("e", "person", Kind.ERASURE_REQUESTED, at(10)));
    passTo(START_MS + 90 * DAY_MS);
    assertThat(stored(StopName.RECIPIENT, "person")).as("not yet over").isNotNull();
    assertThat(stored(StopName.SENDER, "person")).isNotNull();

    passTo(START_MS + 91 * DAY_MS);

    assertThat(stored(StopName.RECIPIENT, "person")).isNull();
    assertThat(stored(StopName.SENDER, "person")).isNull();
    assertThat(stored(StopName.LINKS, "person")).isNull();
  }

  @Test
  void leavesNothingOfAnAccountThatIsDeletedAndSignedOutAfterIt() {
    accept(lifeOf("person"));
    accept(
        Events.life("e", "person", Kind.ERASURE_REQUESTED, at(10)),
        Events.life("d", "person", Kind.DELETED, at(10) + 1000),
        Events.life("o", "person", Kind.SIGNED_OUT, at(10) + 2000));
    passTo(at(11));
    assertThat(text(stored(StopName.SENDER, "person")))
        .as("its kind was said again, and goes with the next request")
        .contains("person");

    accept(Events.life("d2", "person", Kind.DELETED, at(12)));
    passTo(at(13));
    assertForgotten("person");
    passTo(START_MS + 91 * DAY_MS);
    assertThat(stored(StopName.SENDER, "person")).isNull();
    assertThat(stored(StopName.RECIPIENT, "person")).isNull();
  }

  @Test
  void beginsTheTombstoneAnewWithADeletion() {
    accept(lifeOf("person"));
    accept(
        Events.life("e", "person", Kind.ERASURE_REQUESTED, at(10)),
        Events.life("d", "person", Kind.DELETED, at(10) + 30 * DAY_MS));
    passTo(START_MS + 120 * DAY_MS);
    assertThat(stored(StopName.RECIPIENT, "person")).isNotNull();

    passTo(START_MS + 121 * DAY_MS);

    assertThat(stored(StopName.RECIPIENT, "person")).isNull();
    assertThat(stored(StopName.SENDER, "person")).isNull();
  }

  @Test
  void isNotHeldByItsOwnPastAsAVictim() {
    accept(
        Events.age("a", "child", at(0), MINOR),
        Events.message("m", "child", "adult", at(1), SignalCode.SEXUAL, SignalCode.SECRECY),
        Events.life("e", "child", Kind.ERASURE_REQUESTED, at(10)));

    passTo(at(10) + 1);

    assertForgotten("child");
  }

  @Test
  void waitsTillTheFirstMidnightAfterItsMeetingIsOver() {
    accept(
        Events.age("a", "person", at(0), MINOR),
        Events.meeting("m", "person", "friend", at(1), new Rendezvous(30 * HOUR_MS, "cell")),
        Events.life("e", "person", Kind.ERASURE_REQUESTED, at(10)));

    passTo(START_MS + DAY_MS);
    assertThat(text(stored(StopName.SENDER, "person"))).contains("person", "friend", "cell");

    passTo(START_MS + 2 * DAY_MS);
    assertForgotten("person");
  }

  @Test
  void waitsFourWeeksAfterWhatWasRisky() {
    accept(
        Events.message("m", "person", "friend", at(12), SignalCode.THREAT_VIOLENCE),
        Events.life("e", "person", Kind.ERASURE_REQUESTED, at(13)));
    passTo(START_MS + 28 * DAY_MS);
    assertThat(text(stored(StopName.SENDER, "person"))).contains("person");

    passTo(START_MS + 29 * DAY_MS);

    assertForgotten("person");
  }

  @Test
  void waitsForWhatWasProposedOrSharedInARoom() {
    accept(
        Events.matched("m", "sharer", 1, at(0)),
        Events.inRoom("p", "seller", "room", at(0)),
        Events.proposalInRoom("r", "host", "room", at(0), false),
        Events.proposalInRoom("s", "organiser", "room", at(0), true));
    for (String account : List.of("sharer", "seller", "host", "organiser")) {
      accept(Events.life("e", account, Kind.ERASURE_REQUESTED, at(1)));
    }
    passTo(at(2));

    assertThat(text(stored(StopName.SENDER, "sharer"))).contains("sharer");
    assertThat(text(stored(StopName.SENDER, "host"))).contains("host");
    assertForgotten("organiser");
    assertForgotten("seller");
  }

  @Test
  void waitsNinetyDaysAfterAReportThatCounts() {
    accept(
        Events.message("m", "person", "friend", at(0)),
        Events.report("r", "friend", "person", at(1), Report.Category.ROBBERY),
        Events.life("e", "person", Kind.ERASURE_REQUESTED, at(2)));
    passTo(START_MS + 90 * DAY_MS);
    assertThat(text(stored(StopName.SENDER, "person"))).contains("person");
    assertThat(text(stored(StopName.LINKS, "person"))).contains("person", "friend");

    passTo(START_MS + 91 * DAY_MS);

    assertThat(stored(StopName.SENDER, "person")).isNull();
    assertThat(stored(StopName.LINKS, "person")).isNull();
  }

  @Test
  void keepsWhatItDidWhereTheRequestIsTakenBack() {
    accept(
        Events.message("m", "person", "friend", at(0), SignalCode.THREAT_VIOLENCE),
        Events.life("e", "person", Kind.ERASURE_REQUESTED, at(1)),
        Events.life("r", "person", Kind.RESTORED, at(2)));

    passTo(START_MS + 60 * DAY_MS);

    assertThat(text(stored(StopName.SENDER, "person"))).contains("person", "friend");
  }

  @Test
  void takesACopyOfWhatCameBeforeForACopy() {
    RecordedEvent age = Events.age("a", "person", at(0), MINOR);
    accept(age, Events.life("e", "person", Kind.ERASURE_REQUESTED, at(1)));
    passTo(at(2));
    assertForgotten("person");

    accept(new RecordedEvent(age.event(), at(23), new Position("vigie.sessions", 0, 7)));
    passTo(at(23) + 1);

    assertForgotten("person");
  }

  @Test
  void clearsNobodyWhereAMinorIsForgotten() {
    accept(openings(7));
    accept(Events.life("e", "minor2", Kind.ERASURE_REQUESTED, at(20)));
    accept(Events.age("later", "adult", at(21), new AgeClaim(31, 31, AgeClaim.Source.VERIFIED)));
    passTo(at(30));

    assertThat(engine.settled()).hasSize(1);
    assertThat(engine.settled().get(0).state()).isEqualTo(AlertState.OPEN);
  }

  @Test
  void countsAMinorThatWasForgottenBeforeTheOthers() {
    List<RecordedEvent> events = openings(7);
    events.add(Events.life("e", "minor2", Kind.ERASURE_REQUESTED, at(5)));
    accept(events);
    passTo(at(30));

    assertThat(engine.settled()).hasSize(1);
    assertThat(engine.settled().get(0).counterparts())
        .extracting(Counterpart::account)
        .contains("minor2");
  }

  @Test
  void showsTheBandsOfAMinorThatWasForgotten() {
    List<RecordedEvent> events = openings(7);
    events.add(Events.life("e", "minor6", Kind.ERASURE_REQUESTED, START_MS + 1));
    accept(events);
    passTo(at(30));

    Counterpart minor = counterpart("minor6");

    assertThat(minor.age().minor()).isEqualTo(counterpart("minor5").age().minor());
    assertThat(minor.age().source()).isEqualTo(AgeClaim.Source.NONE);
    assertThat(minor.age().dateMs()).isEqualTo(Unknown.TIME);
  }

  @Test
  void showsWhatIsSaidAfterTheRequestInstead() {
    List<RecordedEvent> events = openings(7);
    events.add(Events.life("e", "minor6", Kind.ERASURE_REQUESTED, START_MS + 1));
    events.add(Events.age("n", "minor6", START_MS + 2, ADULT));
    accept(events);
    passTo(at(30));

    assertThat(engine.settled()).as("six minors of seven are not enough").isEmpty();
  }

  @Test
  void showsTheAgeThatTheLatestRequestCarries() {
    AgeClaim declared = new AgeClaim(21, 150, AgeClaim.Source.DECLARED);
    AgeClaim verified = new AgeClaim(14, 14, AgeClaim.Source.VERIFIED);
    accept(
        Events.age("a", "adult", at(0), ADULT),
        Events.age("g", "minor", at(0), verified),
        Events.request("e1", "minor", at(1), declared),
        Events.request("e1", "minor", at(45), declared));
    accept(
        Events.message(
            "m",
            "adult",
            "minor",
            at(46),
            SignalCode.FLATTERY,
            SignalCode.SECRECY,
            SignalCode.AGE_PROBE,
            SignalCode.MEETING_PROPOSAL));
    passTo(at(50));

    assertThat(engine.settled()).as("all that is known is that it says it is an adult").isEmpty();
  }

  @Test
  void showsNoBandsOnceTheTombstoneIsOver() {
    accept(Events.age("g", "minor0", at(0), MINOR));
    accept(Events.life("e", "minor0", Kind.ERASURE_REQUESTED, at(1)));
    passTo(START_MS + 91 * DAY_MS);
    accept(
        Events.age("a", "adult", START_MS + 91 * DAY_MS, ADULT),
        Events.message(
            "m",
            "adult",
            "minor0",
            START_MS + 91 * DAY_MS + HOUR_MS,
            SignalCode.FLATTERY,
            SignalCode.SECRECY,
            SignalCode.AGE_PROBE,
            SignalCode.MEETING_PROPOSAL));
    passTo(START_MS + 92 * DAY_MS);

    assertThat(engine.settled()).as("nobody knows that it was a minor").isEmpty();
  }

  @Test
  void saysWhatBecameOfEachRequest() {
    accept(
        Events.message("m", "held", "friend", at(0), SignalCode.THREAT_VIOLENCE),
        Events.life("e1", "held", Kind.ERASURE_REQUESTED, at(1)),
        Events.life("e2", "free", Kind.ERASURE_REQUESTED, at(2)),
        Events.life("e3", "held", Kind.ERASURE_REQUESTED, at(3)),
        Events.message("n", "back", "friend", at(4), SignalCode.THREAT_VIOLENCE),
        Events.meeting("p", "back", "friend", at(4), new Rendezvous(DAY_MS, "cell")),
        Events.life("e4", "back", Kind.ERASURE_REQUESTED, at(5)),
        Events.life("r", "back", Kind.RESTORED, at(6)));
    passTo(START_MS + 29 * DAY_MS);

    assertThat(notesThatStand())
        .containsExactly(
            "e1 DONE RECEIVED",
            "e1 HELD RISKY_ACT",
            "e2 DONE RECEIVED,DID",
            "e3 DONE RECEIVED",
            "e4 DONE RECEIVED",
            "e4 HELD MEETING,RISKY_ACT",
            "e4 TAKEN_BACK ",
            "e1 DONE DID");
  }

  @Test
  void takesBackWhatItSaidTooEarly() {
    accept(
        Events.life("e", "person", Kind.ERASURE_REQUESTED, at(5)),
        Events.message("m", "person", "friend", at(4), SignalCode.THREAT_VIOLENCE));
    passTo(at(6));

    assertThat(engine.notes()).hasSize(4);
    assertThat(notesThatStand()).containsExactly("e DONE RECEIVED", "e HELD RISKY_ACT");
  }

  /** Notes as the audit has them once nothing of them is taken back any more. */
  private List<String> notesThatStand() {
    List<String> standing = new ArrayList<>();
    for (Input note : engine.notes()) {
      ByteReader in = new ByteReader(note.content());
      assertThat(PayloadKind.read(in)).isEqualTo(PayloadKind.ERASURE_NOTE);
      boolean isWithdrawal = ErasureNote.readIsWithdrawal(in);
      ErasureNote read = ErasureNote.read(in);
      String line = read.requestId() + " " + read.what() + " " + read.words();
      if (isWithdrawal) {
        assertThat(standing.remove(line)).as("took %s back", line).isTrue();
      } else {
        standing.add(line);
      }
    }
    return standing;
  }

  @Test
  void forgetsTheSameInAnyOrderOfArrival() {
    List<RecordedEvent> events = new ArrayList<>(lifeOf("person"));
    events.add(Events.meeting("p", "person", "friend", at(8), new Rendezvous(HOUR_MS, "cell")));
    events.add(Events.life("e", "person", Kind.ERASURE_REQUESTED, at(9)));
    events.add(Events.cold("hello-6", "stranger", "person", at(10)));
    events.add(Events.life("e2", "person", Kind.DELETED, at(11)));
    events.add(Events.message("hello-7", "person", "other", at(12), SignalCode.SECRECY));
    String expected = keptAfter(events);
    assertThat(expected).contains("hello-7");
    for (int seed = 0; seed < 50; seed++) {
      List<RecordedEvent> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(keptAfter(shuffled)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  /** What stands of an account when the day is over. */
  private static String keptAfter(List<RecordedEvent> events) {
    ErasureTest run = new ErasureTest();
    run.accept(events);
    run.passTo(START_MS + DAY_MS);
    StringBuilder kept = new StringBuilder();
    for (StopName stop : List.of(StopName.SENDER, StopName.RECIPIENT, StopName.LINKS)) {
      kept.append(text(run.stored(stop, "person"))).append('\n');
    }
    return kept.toString();
  }

  private Counterpart counterpart(String account) {
    Alert alert = engine.settled().get(0);
    return alert.counterparts().stream()
        .filter(one -> one.account().equals(account))
        .findFirst()
        .orElseThrow();
  }

  /** An account that left traces everywhere. */
  private static List<RecordedEvent> lifeOf(String account) {
    return List.of(
        Events.age("age-1", account, at(0), ADULT),
        Events.signIn("sign-1", account, at(1), "device-of-" + account),
        Events.household("link-1", account, "relative", at(1)),
        Events.joins("join-1", account, "room-1", at(1)),
        Events.message("hello-1", "friend", account, at(2), SignalCode.FLATTERY),
        Events.message("hello-2", account, "friend", at(3), SignalCode.PRICE),
        Events.cold("hello-3", "stranger", account, at(4)),
        Events.message("hello-4", "stranger", account, at(5), SignalCode.PRICE),
        Events.menu("hello-5", account, "friend", at(6), 77),
        Events.life("created-1", account, Kind.ACCOUNT_CREATED, at(7)));
  }

  private static List<RecordedEvent> openings(int count) {
    List<RecordedEvent> events = new ArrayList<>();
    events.add(Events.age("a", "adult", START_MS, ADULT));
    for (int i = 0; i < count; i++) {
      events.add(Events.age("g" + i, "minor" + i, START_MS, MINOR));
      events.add(Events.message("o" + i, "adult", "minor" + i, at(i + 1)));
    }
    return events;
  }

  private static long at(int hour) {
    return START_MS + hour * HOUR_MS;
  }

  private void accept(RecordedEvent... events) {
    engine.accept(List.of(events));
  }

  private void accept(List<RecordedEvent> events) {
    engine.accept(events);
  }

  private void passTo(long timeMs) {
    engine.advanceTo(timeMs);
  }

  /** Of what came before nothing is left but tags, times and bands. */
  private void assertForgotten(String account) {
    for (StopName stop : List.of(StopName.SENDER, StopName.RECIPIENT, StopName.LINKS)) {
      assertThat(text(stored(stop, account)))
          .as("%s of %s", stop, account)
          .doesNotContain(account, "device", "friend", "stranger", "relative", "cell")
          .doesNotContain("hello", "room", "c1", "-1", "child", "adult", "vigie.");
    }
  }

  private byte @Nullable [] stored(StopName stop, String account) {
    Key key =
        stop == StopName.LINKS
            ? tags.linkKey(Via.ACCOUNT.name(), "c1", account)
            : Tags.accountKey(tags.account("c1", account));
    return engine.stored(stop, key);
  }

  private static String text(byte @Nullable [] stored) {
    return stored == null ? "" : new String(stored, StandardCharsets.ISO_8859_1);
  }
}
