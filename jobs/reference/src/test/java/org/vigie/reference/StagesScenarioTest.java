package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.core.event.SignalCode.AGE_PROBE;
import static org.vigie.core.event.SignalCode.FLATTERY;
import static org.vigie.core.event.SignalCode.IMAGE_REQUEST;
import static org.vigie.core.event.SignalCode.MEETING_PROPOSAL;
import static org.vigie.core.event.SignalCode.SECRECY;
import static org.vigie.core.event.SignalCode.SEXUAL;
import static org.vigie.core.event.SignalCode.URGENCY;
import static org.vigie.reference.Story.BEGIN_MS;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;
import static org.vigie.reference.Story.proposal;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Message;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Severity;
import org.vigie.reference.ReferenceAlert.Counterpart;
import org.vigie.reference.ReferenceAlert.Role;
import org.vigie.reference.ReferenceAlert.State;
import org.vigie.reference.ReferenceFinding.ShownGuard;
import org.vigie.reference.Story.Letter;
import org.vigie.reference.Story.Life;

/** G2 (page ¶15): distinct stages in one pair with an age gap. */
class StagesScenarioTest {
  private static Story adultAndMinor() {
    return new Story().adult("a").minor("b").after(HOUR_MS);
  }

  private static ReferenceAlert only(Story story) {
    assertThat(story.alerts()).hasSize(1);
    return story.alerts().get(0);
  }

  @Test
  void alertsOnTheThirdStage() {
    Story story =
        adultAndMinor()
            .id("m1")
            .direct("a", "b", FLATTERY)
            .after(HOUR_MS)
            .id("m2")
            .direct("b", "a")
            .after(HOUR_MS)
            .id("m3")
            .direct("a", "b", SECRECY, SEXUAL);
    ReferenceAlert alert = only(story);

    assertThat(alert.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(alert.families()).containsExactly(Family.STAGE_SIGNALS);
    assertThat(alert.score()).isEqualTo(Fixed.of(0.5));
    assertThat(alert.evidence()).containsExactly("m1", "m3");
    ReferenceFinding finding = alert.findings().get(0);
    assertThat(finding.counterpart()).isEqualTo("b");
    assertThat(finding.observed())
        .containsEntry("stages", Fixed.whole(3))
        .containsEntry("goal_stages", Fixed.ONE)
        .containsEntry("covering_stages", Fixed.ONE)
        .containsKey("age_gap");
    assertThat(alert.counterparts()).hasSize(1);
    Counterpart counterpart = alert.counterparts().get(0);
    assertThat(counterpart.role()).isEqualTo(Role.POSSIBLE_VICTIM);
    assertThat(counterpart.messages()).isEqualTo(3);
    assertThat(counterpart.firstTimeMs()).isEqualTo(BEGIN_MS + HOUR_MS);
    assertThat(counterpart.lastTimeMs()).isEqualTo(BEGIN_MS + 3 * HOUR_MS);
    assertThat(Fixed.toDouble(counterpart.pMinor())).isCloseTo(0.9902, Offset.offset(1e-4));
  }

  @Test
  void staysQuietOnTwoStagesOrWithoutGoalOrCover() {
    assertThat(adultAndMinor().direct("a", "b", SECRECY, SEXUAL).alerts()).isEmpty();
    assertThat(adultAndMinor().direct("a", "b", SECRECY, FLATTERY, AGE_PROBE).alerts()).isEmpty();
    assertThat(adultAndMinor().direct("a", "b", SEXUAL, FLATTERY, AGE_PROBE).alerts()).isEmpty();
    assertThat(adultAndMinor().direct("a", "b", SECRECY, SEXUAL, URGENCY).alerts()).isEmpty();
  }

  @Test
  void claimsHighAndStandsAloneWithFourStagesAndAMeeting() {
    Story story =
        adultAndMinor()
            .direct("a", "b", FLATTERY, SECRECY, SEXUAL)
            .after(HOUR_MS)
            .direct("a", "b", IMAGE_REQUEST);
    List<ReferenceAlert> revisions = story.revisions();

    // The claim rises, so that the cool-down does not hold it back.
    assertThat(revisions)
        .extracting(ReferenceAlert::severity)
        .containsExactly(Severity.MEDIUM, Severity.HIGH);
    assertThat(revisions.get(1).findings()).hasSize(1);
    ReferenceFinding finding = revisions.get(1).findings().get(0);
    assertThat(finding.observed()).containsEntry("meeting_or_image_stages", Fixed.ONE);
    assertThat(finding.threshold()).containsEntry("stages", Fixed.whole(3));
    assertThat(finding.families()).containsExactly(Family.STAGE_SIGNALS, Family.MEDIA);
  }

  @Test
  void staysHighWithOneFamilyOnly() {
    Story story =
        adultAndMinor()
            .direct("a", "b", SECRECY, SignalCode.AGE_PROBE, SEXUAL, FLATTERY)
            .meeting("a", "b", proposal("p", 5 * HOUR_MS));

    // Five stages with the meeting that implies a proposal.
    assertThat(only(story).severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void takesAProposedMeetingForAProposal() {
    Story proposed =
        adultAndMinor()
            .direct("a", "b", SECRECY, FLATTERY)
            .meeting("a", "b", proposal("p", 5 * HOUR_MS));

    assertThat(only(proposed).findings().get(0).families())
        .containsExactly(Family.STAGE_SIGNALS, Family.PLACE);
  }

  @Test
  void needsTheBarOfEachSignal() {
    Story below =
        adultAndMinor()
            .direct("a", "b", SECRECY, FLATTERY)
            .message(new Letter("a", "b").signal(SEXUAL, 0.49));
    assertThat(below.alerts()).isEmpty();

    Story at =
        adultAndMinor()
            .direct("a", "b", SECRECY, FLATTERY)
            .message(new Letter("a", "b").signal(SEXUAL, 0.5));
    assertThat(at.alerts()).hasSize(1);
  }

  @Test
  void readsGroupsOfAtMostFour() {
    Letter four =
        new Letter("a", "b", "c", "d", "e", "a")
            .by(Message.Channel.GROUP)
            .codes(SECRECY, FLATTERY, SEXUAL);
    assertThat(only(adultAndMinor().message(four)).findings()).hasSize(1);

    Letter five =
        new Letter("a", "b", "c", "d", "e", "f")
            .by(Message.Channel.GROUP)
            .codes(SECRECY, FLATTERY, SEXUAL);
    assertThat(adultAndMinor().message(five).alerts()).isEmpty();
  }

  @Test
  void looksBackFourteenDaysForTheLatestOfEachCode() {
    Story outside =
        adultAndMinor()
            .at(0)
            .direct("a", "b", FLATTERY)
            .at(14 * DAY_MS)
            .direct("a", "b", SECRECY, SEXUAL);
    assertThat(outside.alerts()).isEmpty();

    Story inside =
        adultAndMinor()
            .at(1)
            .direct("a", "b", FLATTERY)
            .at(14 * DAY_MS)
            .direct("a", "b", SECRECY, SEXUAL);
    assertThat(inside.alerts()).hasSize(1);
  }

  @Test
  void isNeverTheMinorsDoing() {
    Story story = adultAndMinor().direct("b", "a", SECRECY, SEXUAL, IMAGE_REQUEST, FLATTERY);

    assertThat(story.alerts()).isEmpty();
  }

  @Test
  void staysQuietAmongTeensAndWithoutAges() {
    Story teens = new Story().minor("a").minor("b").after(1);
    assertThat(teens.direct("a", "b", SECRECY, SEXUAL, FLATTERY).alerts()).isEmpty();

    Story unknown = new Story().adult("a").after(1);
    assertThat(unknown.direct("a", "b", SECRECY, SEXUAL, FLATTERY).alerts()).isEmpty();
  }

  @Test
  void discoversLateThatTheOtherIsAMinor() {
    Story story =
        new Story()
            .adult("a")
            .after(1)
            .direct("a", "b", SECRECY, SEXUAL, FLATTERY)
            .at(DAY_MS)
            .minor("b");

    assertThat(only(story).findings().get(0).timeMs()).isEqualTo(BEGIN_MS + DAY_MS);
  }

  @Test
  void discoversWithinTheWindowOnly() {
    Story story =
        new Story()
            .adult("a")
            .after(1)
            .direct("a", "b", SECRECY, SEXUAL, FLATTERY)
            .after(14 * DAY_MS)
            .minor("b");

    assertThat(story.alerts()).isEmpty();
  }

  @Test
  void coolsDownForADayPerCounterpart() {
    Story story =
        adultAndMinor()
            .minor("c")
            .after(1)
            .direct("a", "b", SECRECY, SEXUAL, FLATTERY)
            .after(1)
            .direct("a", "b", SEXUAL)
            .after(1)
            .direct("a", "c", SECRECY, SEXUAL, FLATTERY);

    assertThat(story.revisions()).hasSize(2);
    assertThat(only(story).findings())
        .extracting(ReferenceFinding::counterpart)
        .containsExactly("b", "c");
    // 1 − (1 − 0.5)²
    assertThat(only(story).score()).isEqualTo(Fixed.of(0.75));
    assertThat(story.at(2 * DAY_MS).direct("a", "b", SEXUAL).revisions()).hasSize(3);
  }

  @Test
  void isLoweredTwoStepsInAHousehold() {
    Story story =
        adultAndMinor()
            .household("b", "a")
            .after(1)
            .direct("a", "b", SECRECY, SEXUAL, FLATTERY, MEETING_PROPOSAL);
    ReferenceFinding finding = only(story).findings().get(0);

    assertThat(finding.guards()).contains(new ShownGuard("household", Fixed.ONE, Fixed.of(0.75)));
    assertThat(finding.weight()).isEqualTo(Fixed.of(0.25));
    assertThat(finding.severity()).isEqualTo(Severity.LOW);
    // The score goes by the claim before guards: 0.25 · 0.75.
    assertThat(only(story).score()).isEqualTo(Fixed.of(0.25 * 0.75));
  }

  @Test
  void isLoweredOneStepByAVerifiedRole() {
    Life role = new Life("a", SessionEvent.Kind.ROLE_ASSERTED);
    role.role = SessionEvent.Role.EDUCATOR;
    role.roleSource = SessionEvent.RoleSource.PLATFORM_VERIFIED;
    Story story =
        adultAndMinor()
            .life(role)
            .after(1)
            .direct("a", "b", SECRECY, SEXUAL, FLATTERY, IMAGE_REQUEST);

    assertThat(only(story).findings().get(0).severity()).isEqualTo(Severity.MEDIUM);
    assertThat(only(story).findings().get(0).weight()).isEqualTo(Fixed.ONE - Fixed.of(0.6));
  }

  @Test
  void isNotLoweredByARoleThatExplainsNoWideContacts() {
    Life role = new Life("a", SessionEvent.Kind.ROLE_ASSERTED);
    role.role = SessionEvent.Role.SELLER;
    role.roleSource = SessionEvent.RoleSource.PLATFORM_VERIFIED;
    Story story = adultAndMinor().life(role).after(1).direct("a", "b", SECRECY, SEXUAL, FLATTERY);

    assertThat(only(story).findings().get(0).weight()).isEqualTo(Fixed.ONE);
  }

  @Test
  void isSupersededWhenTheGapCloses() {
    Story story =
        adultAndMinor()
            .direct("a", "b", SECRECY, SEXUAL, FLATTERY)
            .after(HOUR_MS)
            .age("b", 30, 40, AgeClaim.Source.VERIFIED);
    ReferenceAlert alert = only(story);

    assertThat(alert.revision()).isEqualTo(2);
    assertThat(alert.state()).isEqualTo(State.EXPIRED);
    assertThat(alert.evidence()).hasSize(1);

    // Its cool-down has ended with it: what holds again is found again, in the same alert.
    ReferenceAlert again = only(story.after(HOUR_MS).minor("b"));
    assertThat(again.revision()).isEqualTo(3);
    assertThat(again.state()).isEqualTo(State.OPEN);
    assertThat(again.findings()).extracting(ReferenceFinding::superseded).containsExactly(false);
  }

  @Test
  void keepsTheNewestThirtyTwoFindings() {
    Story story = adultAndMinor();
    for (int i = 10; i < 43; i++) {
      story.minor("b" + i).after(HOUR_MS);
      // A friend in common, so that no finding about new contacts takes a place.
      story.message(new Letter("a", "b" + i).mutual(1).codes(SECRECY, SEXUAL, FLATTERY));
    }

    assertThat(only(story).findings())
        .hasSize(32)
        .extracting(ReferenceFinding::counterpart)
        .startsWith("b11")
        .endsWith("b42");
  }
}
