package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vigie.reference.Story.BEGIN_MS;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;
import static org.vigie.reference.Story.meeting;
import static org.vigie.reference.Story.proposal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Meeting.Status;
import org.vigie.core.event.Report;
import org.vigie.core.event.Report.Category;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Severity;
import org.vigie.reference.ReferenceAlert.Counterpart;
import org.vigie.reference.ReferenceAlert.PendingMeeting;
import org.vigie.reference.ReferenceAlert.Role;
import org.vigie.reference.ReferenceAlert.SubjectKind;
import org.vigie.reference.ReferenceFinding.Way;
import org.vigie.reference.Story.Life;

/** A4 (page ¶20-22, ¶29): a report of violence, and everyone who should be warned. */
class ViolentReportScenarioTest {
  private static final long LATER_MS = 40 * HOUR_MS;

  /** x1 and x2 share a device; x1 has met b1, x2 has a meeting with b3 at 40:00. */
  private static Story ambush() {
    return new Story()
        .signedIn("x1", "d")
        .signedIn("x2", "d")
        .at(HOUR_MS)
        .id("met")
        .meeting("x1", "b1", proposal("p", 2 * HOUR_MS))
        .at(20 * HOUR_MS)
        .id("meets")
        .meeting("x2", "b3", proposal("p2", LATER_MS))
        .at(24 * HOUR_MS);
  }

  private static ReferenceAlert only(Story story) {
    assertThat(story.alerts()).hasSize(1);
    return story.alerts().get(0);
  }

  private static ReferenceAlert last(List<ReferenceAlert> revisions) {
    return revisions.get(revisions.size() - 1);
  }

  @Test
  void warnsOfEveryPendingMeetingOfTheDevice() {
    ReferenceAlert alert = only(ambush().id("rep").report("b1", "x1", Category.ROBBERY));

    assertThat(alert.harm()).isEqualTo(Harm.AMBUSH);
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.subject()).isEqualTo("d");
    assertThat(alert.subjectKind()).isEqualTo(SubjectKind.DEVICE);
    assertThat(alert.linkedAccounts()).containsExactly("x1", "x2");
    assertThat(alert.families())
        .containsExactly(Family.TARGET_REACTION, Family.IDENTITY, Family.PLACE);
    assertThat(alert.imminent()).isTrue();
    long atMs = BEGIN_MS + LATER_MS;
    assertThat(alert.pendingMeetings())
        .containsExactly(new PendingMeeting("", "x2", "b3", false, "p2", atMs, atMs + 6 * HOUR_MS));
    assertThat(alert.counterparts())
        .extracting(Counterpart::account, Counterpart::role, Counterpart::messages)
        .containsExactly(
            tuple("b1", Role.POSSIBLE_VICTIM, 1), tuple("b3", Role.POSSIBLE_VICTIM, 1));
    assertThat(alert.evidence()).containsExactly("meets", "rep");
    assertThat(alert.score()).isEqualTo(Fixed.of(0.95));
  }

  @Test
  void isAboutTheAccountWhereNoDeviceJoinsOthers() {
    Story noDevice =
        new Story().direct("x", "b").after(HOUR_MS).report("b", "x", Category.VIOLENCE);
    assertThat(only(noDevice).subject()).isEqualTo("x");
    assertThat(only(noDevice).findings())
        .extracting(ReferenceFinding::way)
        .containsExactly(Way.ACCOUNT);
    assertThat(only(noDevice).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(only(noDevice).imminent()).isFalse();

    Story ownDevice = new Story().signedIn("x", "d").direct("x", "b").after(HOUR_MS);
    ReferenceAlert alert = only(ownDevice.report("b", "x", Category.VIOLENCE));
    assertThat(alert.subject()).isEqualTo("x");
    assertThat(alert.findings()).extracting(ReferenceFinding::way).containsExactly(Way.DEVICE);
  }

  @Test
  void staysQuietOnReportsThatDoNotCount() {
    assertThat(ambush().report("stranger", "x1", Category.ROBBERY).alerts()).isEmpty();
    assertThat(ambush().report("b1", "x1", Category.SPAM).alerts()).isEmpty();
  }

  @Test
  void judgesEachDeviceOfTheReported() {
    Story story = ambush().signedIn("x1", "d2").signedIn("x9", "d2").after(1);

    assertThat(story.report("b1", "x1", Category.ROBBERY).alerts())
        .extracting(ReferenceAlert::subject)
        .containsExactlyInAnyOrder("d", "d2");
  }

  @Test
  void leavesHouseholdsAndSharedDevicesAlone() {
    Story family = ambush().household("x1", "x2").after(1).report("b1", "x1", Category.ROBBERY);
    assertThat(only(family).subject()).isEqualTo("x1");
    assertThat(only(family).pendingMeetings()).isEmpty();

    Life life = new Life("z", SessionEvent.Kind.SIGNED_IN);
    life.device = "d";
    life.deviceKind = SessionEvent.DeviceKind.SHARED;
    Story cafe = ambush().life(life).after(1).report("b1", "x1", Category.ROBBERY);
    assertThat(only(cafe).linkedAccounts()).containsExactly("x1");
  }

  @Test
  void warnsWhoIsProposedAMeetingAfterTheReport() {
    Story story =
        ambush()
            .report("b1", "x1", Category.ROBBERY)
            .after(HOUR_MS)
            .meeting("x2", "b4", proposal("p3", 50 * HOUR_MS));
    ReferenceAlert alert = only(story);

    assertThat(alert.revision()).isEqualTo(2);
    assertThat(alert.findings()).hasSize(1);
    assertThat(alert.pendingMeetings())
        .extracting(PendingMeeting::with)
        .containsExactly("b3", "b4");
  }

  @Test
  void warnsWhenAnAccountWithAMeetingComesToTheDevice() {
    Story story =
        ambush()
            .report("b1", "x1", Category.ROBBERY)
            .after(HOUR_MS)
            .meeting("x3", "b5", proposal("p3", 50 * HOUR_MS))
            .after(HOUR_MS)
            .signedIn("x3", "d");
    assertThat(only(story).pendingMeetings())
        .extracting(PendingMeeting::with)
        .containsExactly("b3", "b5");
    assertThat(only(story).linkedAccounts()).containsExactly("x1", "x2", "x3");

    // Seen again: nothing new.
    assertThat(story.after(HOUR_MS).signedIn("x3", "d").revisions()).hasSize(2);
    // Nor does one who comes without a meeting before them.
    assertThat(story.after(HOUR_MS).signedIn("x4", "d").revisions()).hasSize(2);
  }

  @Test
  void looksBackNinetyDays() {
    Story story =
        new Story()
            .signedIn("x", "d")
            .direct("x", "b")
            .at(DAY_MS)
            .report("b", "x", Category.ROBBERY)
            .at(80 * DAY_MS)
            .signedIn("x", "d");

    story.at(91 * DAY_MS - 1).meeting("x", "c", proposal("p", 91 * DAY_MS));
    assertThat(story.revisions()).hasSize(2);
    story.at(91 * DAY_MS).meeting("x", "e", proposal("p", 91 * DAY_MS));
    assertThat(story.revisions()).hasSize(2);
  }

  @Test
  void lapsesAtTheFullSecondAfterTheLastMeetingsEnd() {
    Story story = ambush().report("b1", "x1", Category.ROBBERY);
    long endMs = BEGIN_MS + LATER_MS + 6 * HOUR_MS;

    assertThat(story.revisionsUntil(endMs + 999)).hasSize(1);
    List<ReferenceAlert> revisions = story.revisionsUntil(endMs + 1000);
    assertThat(revisions).hasSize(2);
    assertThat(last(revisions).imminent()).isFalse();
    assertThat(last(revisions).pendingMeetings()).isEmpty();
    assertThat(last(revisions).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(last(revisions).findings()).isEqualTo(revisions.get(0).findings());
    assertThat(story.revisionsUntil(endMs + 100 * DAY_MS)).hasSize(2);
  }

  @Test
  void showsBeforeALaterEventThatAMeetingLapsed() {
    Story story =
        ambush()
            .report("b1", "x1", Category.ROBBERY)
            .at(LATER_MS + 6 * HOUR_MS + 1000)
            .report("b1", "x1", Category.ROBBERY);

    // The report shares the lapse's second and comes first; the lapse has nothing left to do.
    assertThat(story.revisions()).extracting(ReferenceAlert::imminent).containsExactly(true, false);
  }

  private static Meeting cancelled() {
    return Story.meeting(Meeting.Status.CANCELLED, Unknown.ID, Unknown.TIME);
  }

  @Test
  void isImminentNoLongerOnceTheMeetingIsCancelled() {
    Story story = ambush().report("b1", "x1", Category.ROBBERY).after(HOUR_MS);
    story.meeting("b3", "x2", cancelled());
    List<ReferenceAlert> revisions = story.revisionsUntil(BEGIN_MS + 100 * DAY_MS);

    assertThat(revisions).extracting(ReferenceAlert::imminent).containsExactly(true, false);
    assertThat(last(revisions).timeMs()).isEqualTo(BEGIN_MS + 25 * HOUR_MS);
    assertThat(last(revisions).findings()).isEqualTo(revisions.get(0).findings());
    assertThat(last(revisions).severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void staysImminentForTheMeetingsThatAreLeft() {
    Story story =
        ambush()
            .meeting("x1", "b6", proposal("p", 60 * HOUR_MS))
            .after(1)
            .report("b1", "x1", Category.ROBBERY)
            .after(HOUR_MS);
    story.meeting("x2", "b3", cancelled());

    assertThat(only(story).pendingMeetings())
        .extracting(PendingMeeting::with)
        .containsExactly("b6");
    assertThat(story.revisions()).hasSize(2);
    // A meeting that nobody was warned of changes nothing.
    story.after(1).meeting("y", "z", cancelled());
    assertThat(story.revisions()).hasSize(2);
  }

  @Test
  void forgetsAtThePlaceAMeetingThatMovedElsewhere() {
    Report report = new Report(Category.ROBBERY, Unknown.TIME, "p", Unknown.ID);
    Story story =
        new Story()
            .direct("x", "b")
            .after(HOUR_MS)
            .meeting("y", "c", proposal("p", DAY_MS))
            .after(HOUR_MS)
            .report("b", "x", report);
    assertThat(only(story).imminent()).isTrue();

    story.after(HOUR_MS).meeting("y", "c", proposal("q", DAY_MS));
    assertThat(only(story).imminent()).isFalse();
  }

  @Test
  void stillWarnsOfAMeetingAfterTheAccountLeftTheDevice() {
    Story story = ambush().report("b1", "x1", Category.ROBBERY).after(HOUR_MS);
    for (int i = 0; i < 9; i++) {
      story.after(1).signedIn("x2", "other" + i);
    }
    assertThat(alertOf(story, "d").imminent()).isTrue();

    story.after(HOUR_MS).meeting("x2", "b3", cancelled());
    assertThat(alertOf(story, "d").imminent()).isFalse();
  }

  private static ReferenceAlert alertOf(Story story, String subject) {
    return story.alerts().stream()
        .filter(alert -> alert.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namesFirstWhoDidNotReportAndIsStillToMeet() {
    Story story =
        new Story()
            .signedIn("x1", "d")
            .signedIn("x2", "d")
            .at(HOUR_MS)
            .meeting("x1", "b1", proposal("pa", 20 * HOUR_MS))
            .after(1)
            .meeting("x2", "b2", proposal("pb", 19 * HOUR_MS))
            .after(1)
            .meeting("x2", "b4", proposal("pc", 50 * HOUR_MS))
            .after(1)
            .meeting("x2", "b3", proposal("pd", 40 * HOUR_MS))
            .at(21 * HOUR_MS)
            .report("b1", "x1", Category.ROBBERY);

    assertThat(only(story).pendingMeetings())
        .extracting(PendingMeeting::with, PendingMeeting::isReporter)
        .containsExactly(
            tuple("b3", false), tuple("b4", false), tuple("b2", false), tuple("b1", true));
  }

  @Test
  void warnsAtThePlaceOfTheReport() {
    Story story =
        new Story()
            .id("met")
            .meeting("x", "b", proposal("p", HOUR_MS))
            .at(DAY_MS)
            .id("next")
            .meeting("y", "c", proposal("p", DAY_MS + 5 * HOUR_MS))
            .after(HOUR_MS)
            .id("rep")
            .report("b", "x", Category.ROBBERY);
    ReferenceAlert alert = only(story);

    assertThat(alert.subject()).isEqualTo("x");
    assertThat(alert.linkedAccounts()).containsExactly("x");
    assertThat(alert.findings())
        .extracting(ReferenceFinding::way)
        .containsExactly(Way.ACCOUNT, Way.PLACE);
    assertThat(alert.counterparts())
        .extracting(Counterpart::account, Counterpart::role)
        .containsExactly(
            tuple("b", Role.POSSIBLE_VICTIM),
            tuple("c", Role.POSSIBLE_VICTIM),
            tuple("y", Role.NEUTRAL));
    long atMs = BEGIN_MS + DAY_MS + 5 * HOUR_MS;
    assertThat(alert.pendingMeetings())
        .containsExactly(new PendingMeeting("", "y", "c", false, "p", atMs, atMs + 6 * HOUR_MS));
    assertThat(alert.evidence()).containsExactly("next", "rep");
    assertThat(alert.counterparts().get(1).firstTimeMs()).isEqualTo(Unknown.TIME);
  }

  @Test
  void warnsOfAMeetingAtTheReportedPlaceLater() {
    Report report = new Report(Category.ROBBERY, Unknown.TIME, "p", Unknown.ID);
    Story story =
        new Story()
            .direct("x", "b")
            .after(HOUR_MS)
            .report("b", "x", report)
            .after(HOUR_MS)
            .meeting("y", "c", proposal("p", DAY_MS));

    assertThat(story.revisions()).hasSize(2);
    assertThat(only(story).imminent()).isTrue();
    // A meeting elsewhere warns nobody.
    assertThat(story.after(1).meeting("y", "e", proposal("q", DAY_MS)).revisions()).hasSize(2);
  }

  @Test
  void isNotAboutTheReportedOnesOwnMeetingsAtThePlace() {
    Story story =
        new Story()
            .direct("x", "b")
            .at(HOUR_MS)
            .meeting("x", "e", proposal("p", DAY_MS))
            .after(HOUR_MS)
            .report("b", "x", new Report(Category.ROBBERY, Unknown.TIME, "p", Unknown.ID));
    assertThat(only(story).findings())
        .extracting(ReferenceFinding::way)
        .containsExactly(Way.ACCOUNT);

    story.after(HOUR_MS).meeting("y", "c", proposal("p", DAY_MS));
    story.after(HOUR_MS).meeting("x", "f", proposal("p", DAY_MS));
    // The other's meeting there is found when it is proposed, and not again with the own one.
    assertThat(only(story).findings())
        .extracting(finding -> finding.timeMs() - BEGIN_MS)
        .containsExactly(4 * HOUR_MS, 3 * HOUR_MS);
  }

  @Test
  void saysNothingOfPlacesThatManyPropose() {
    Report report = new Report(Category.ROBBERY, Unknown.TIME, "p", Unknown.ID);
    Story five = new Story().direct("x", "b");
    for (int i = 1; i <= 5; i++) {
      five.meeting("y" + i, "c" + i, proposal("p", DAY_MS));
    }
    five.after(HOUR_MS).report("b", "x", report);
    assertThat(only(five).findings()).hasSize(2);

    Story six = new Story().direct("x", "b");
    for (int i = 1; i <= 6; i++) {
      six.meeting("y" + i, "c" + i, proposal("p", DAY_MS));
    }
    six.after(HOUR_MS).report("b", "x", report);
    assertThat(only(six).findings()).hasSize(1);
    assertThat(only(six).imminent()).isFalse();
  }

  @Test
  void knowsNothingOfAMeetingThatWasRefusedBefore() {
    Story story =
        ambush()
            .meeting("b3", "x2", meeting(Status.REFUSED, "", Unknown.TIME))
            .after(1)
            .report("b1", "x1", Category.ROBBERY);

    assertThat(only(story).imminent()).isFalse();
  }

  @Test
  void judgesEveryKindOfAccount() {
    Life bot = new Life("x", SessionEvent.Kind.ACCOUNT_CREATED);
    bot.accountKind = SessionEvent.AccountKind.BOT;
    Story story = new Story().life(bot).direct("x", "b").after(1);

    assertThat(story.report("b", "x", Category.EXTORTION).alerts()).hasSize(1);
  }
}
