package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vigie.core.event.SignalCode.FLATTERY;
import static org.vigie.core.event.SignalCode.MEETING_PROPOSAL;
import static org.vigie.core.event.SignalCode.PAYMENT_DEMAND;
import static org.vigie.core.event.SignalCode.SECRECY;
import static org.vigie.core.event.SignalCode.SEDATION;
import static org.vigie.core.event.SignalCode.SEXUAL;
import static org.vigie.core.event.SignalCode.THREAT_VIOLENCE;
import static org.vigie.reference.Story.BEGIN_MS;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;
import static org.vigie.reference.Story.MINUTE_MS;
import static org.vigie.reference.Story.meeting;
import static org.vigie.reference.Story.proposal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Meeting.Status;
import org.vigie.core.event.Report.Category;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Severity;
import org.vigie.reference.ReferenceAlert.PendingMeeting;
import org.vigie.reference.ReferenceAlert.State;
import org.vigie.reference.Story.Letter;
import org.vigie.reference.Story.Life;
import org.vigie.rules.bundle.ShippedRules;

/** Page 0018: which meetings alerts name, whatever was found, and what they are told afterwards. */
class WarningTest {
  private static final RuleSet RULES = ShippedRules.ruleSet();

  private static List<ReferenceAlert> revisions(Story story, Harm harm, String subject) {
    return story.revisionsBy(RULES).stream()
        .filter(alert -> alert.harm() == harm && alert.subject().equals(subject))
        .toList();
  }

  private static ReferenceAlert last(Story story, Harm harm, String subject) {
    List<ReferenceAlert> revisions = revisions(story, harm, subject);
    assertThat(revisions).isNotEmpty();
    return revisions.get(revisions.size() - 1);
  }

  private static List<String> warned(ReferenceAlert alert) {
    return alert.pendingMeetings().stream().map(PendingMeeting::with).toList();
  }

  private static ReferenceAlert grooming(Story story) {
    return last(story, Harm.GROOMING, "a");
  }

  /** An adult and minors, an hour before the present. */
  private static Story ages() {
    return new Story().adult("a").minor("b").minor("c").minor("d").after(HOUR_MS);
  }

  /** What G2 finds. */
  private static Story groomed(Story story, String minor) {
    return story.direct("a", minor, FLATTERY, SECRECY, SEXUAL);
  }

  private static Meeting refused() {
    return meeting(Status.REFUSED, Unknown.ID, Unknown.TIME);
  }

  private static Meeting accepted(String place, long sinceBeginMs) {
    return meeting(Status.ACCEPTED, place, BEGIN_MS + sinceBeginMs);
  }

  private static Story block(Story story, String from, String about) {
    return story.interaction(from, about, Interaction.Kind.BLOCK);
  }

  // ¶96: a warning is no reason.

  @Test
  void addsNoFamilyCounterpartOrEvidenceAndNoSeverity() {
    Story story = ages().id("met").meeting("b", "a", proposal("p", DAY_MS)).after(2 * HOUR_MS);
    ReferenceAlert alert = grooming(groomed(story.id("found"), "b"));

    assertThat(alert.imminent()).isTrue();
    assertThat(alert.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(alert.families()).containsExactly(Family.STAGE_SIGNALS);
    assertThat(alert.evidence()).containsExactly("found");
    assertThat(alert.counterpartsTotal()).isEqualTo(1);
  }

  @Test
  void namesNoneByARuleThatDoesNotWarn() {
    Story story = ages().meeting("b", "a", proposal("p", DAY_MS)).after(HOUR_MS);
    groomed(story, "b").after(HOUR_MS).meeting("a", "b", proposal("q", DAY_MS));
    List<Rule> mute =
        RULES.rules().stream().filter(rule -> rule.id().equals("G2")).map(this::mute).toList();
    RuleSet rules =
        new RuleSet(RULES.features(), RULES.guards(), mute, RULES.ages(), RULES.effectiveFromMs());

    assertThat(story.revisionsBy(rules)).isNotEmpty().noneMatch(ReferenceAlert::imminent);
  }

  private Rule mute(Rule rule) {
    return new Rule(
        rule.id(),
        rule.version(),
        rule.harm(),
        rule.scope(),
        rule.when(),
        rule.claims(),
        rule.guards(),
        rule.cooldownMs(),
        rule.neverSilenced(),
        false,
        rule.texts(),
        rule.forEachCode(),
        rule.subjectRole());
  }

  // ¶97: of an account, with those who are counterparts.

  @Test
  void namesWhatTheAccountKeepsOpenWithTheCounterpart() {
    Story story =
        ages()
            .meeting("b", "a", proposal("p", 2 * DAY_MS))
            .meeting("c", "a", proposal("q", DAY_MS))
            .after(HOUR_MS);

    long atMs = BEGIN_MS + 2 * DAY_MS;
    assertThat(grooming(groomed(story, "b")).pendingMeetings())
        .containsExactly(new PendingMeeting("", "a", "b", false, "p", atMs, atMs + 6 * HOUR_MS));
  }

  @Test
  void namesNoneThatIsOver() {
    Story story =
        ages()
            .meeting("b", "a", proposal("p", 2 * DAY_MS))
            .after(MINUTE_MS)
            .meeting("a", "b", refused())
            .meeting("b", "a", new Meeting("m", Status.PROPOSED, "p", BEGIN_MS + HOUR_MS, false))
            .at(DAY_MS);

    assertThat(grooming(groomed(story, "b")).imminent()).isFalse();
  }

  @Test
  void namesNoneThatWasDroppedForSoonerOnes() {
    Story story = ages().meeting("b", "a", proposal("p", 5 * DAY_MS));
    for (int i = 0; i < 8; i++) {
      story.after(1).meeting("a", "x" + i, proposal("p", DAY_MS));
    }

    assertThat(grooming(groomed(story.after(1), "b")).imminent()).isFalse();
  }

  @Test
  void namesThoseWithEachOfSeveralCounterparts() {
    Story story =
        ages()
            .meeting("a", "x", proposal("p", DAY_MS))
            .direct("a", "b", SECRECY)
            .after(HOUR_MS)
            .meeting("c", "a", proposal("p", 3 * DAY_MS))
            .direct("a", "c", SECRECY)
            .after(HOUR_MS)
            .meeting("d", "a", proposal("p", 2 * DAY_MS))
            .direct("a", "d", SECRECY);

    assertThat(grooming(story).findings()).extracting(ReferenceFinding::rule).contains("G4");
    assertThat(warned(grooming(story))).containsExactly("d", "c");
  }

  @Test
  void namesNobodyOfThemAsAReporter() {
    Story story =
        new Story()
            .meeting("a", "b", proposal("p", DAY_MS))
            .direct("a", "b", SEDATION)
            .after(HOUR_MS)
            .report("b", "a", Category.VIOLENCE);

    assertThat(last(story, Harm.DRUGGED_ASSAULT, "a").pendingMeetings())
        .extracting(PendingMeeting::with, PendingMeeting::isReporter)
        .containsExactly(tuple("b", false));
  }

  // ¶98: of the accounts that a link joins.

  /** What A2 finds, at the third proposal. */
  private static Story lured() {
    return new Story()
        .signedIn("l1", "d")
        .signedIn("l2", "d")
        .after(HOUR_MS)
        .meeting("v", "l2", proposal("q", 2 * DAY_MS))
        .meeting("l1", "t1", proposal("p", DAY_MS))
        .after(1)
        .meeting("l1", "t2", proposal("p", DAY_MS))
        .after(1)
        .meeting("l2", "t3", proposal("p", DAY_MS));
  }

  @Test
  void namesAllMeetingsOfTheAccountsOfADevice() {
    ReferenceAlert alert = last(lured(), Harm.AMBUSH, "d");

    assertThat(alert.findings()).extracting(ReferenceFinding::rule).containsExactly("A2");
    assertThat(alert.pendingMeetings())
        .extracting(PendingMeeting::account, PendingMeeting::with, PendingMeeting::isReporter)
        .containsExactly(
            tuple("l1", "t1", false),
            tuple("l1", "t2", false),
            tuple("l2", "t3", false),
            tuple("l2", "v", false));
    assertThat(alert.counterparts())
        .extracting(ReferenceAlert.Counterpart::account)
        .containsExactly("t1", "t2", "t3");
  }

  /** What A3 finds about x, two days later. */
  private static Story silentAfter(Story story) {
    story.meeting("x", "b", proposal("p", 2 * HOUR_MS)).at(3 * HOUR_MS);
    return block(story, "b", "x");
  }

  @Test
  void namesTheMeetingsOfAnAccountByItself() {
    Story story =
        silentAfter(new Story().meeting("x", "c", proposal("q", 4 * DAY_MS)))
            .meeting("y", "e", proposal("p", 4 * DAY_MS))
            .at(3 * DAY_MS)
            .direct("y", "z");
    ReferenceAlert alert = last(story, Harm.AMBUSH, "x");

    assertThat(alert.families()).containsExactly(Family.TARGET_REACTION, Family.PLACE);
    assertThat(warned(alert)).containsExactly("c");
  }

  @Test
  void namesNoneAtAPlace() {
    Story story = new Story().signedIn("x", "d1").signedIn("y", "d2");
    story.meeting("y", "e", proposal("p", 2 * HOUR_MS));
    block(silentAfter(story), "e", "y").meeting("y", "z", proposal("p", 4 * DAY_MS));
    story.at(3 * DAY_MS).direct("q", "z");

    assertThat(last(story, Harm.AMBUSH, "p").imminent()).isFalse();
    assertThat(last(story, Harm.AMBUSH, "y").imminent()).isTrue();
  }

  // ¶99: what an account tells afterwards.

  @Test
  void isToldOfAMeetingThatIsAgreedLater() {
    Story story =
        groomed(ages(), "b").at(20 * DAY_MS).meeting("b", "a", proposal("p", 21 * DAY_MS));

    assertThat(revisions(story, Harm.GROOMING, "a")).hasSize(2);
    assertThat(warned(grooming(story))).containsExactly("b");
    // Once more of the same is no news, nor is a meeting with somebody else.
    story.after(1).meeting("a", "b", accepted("p", 21 * DAY_MS));
    story.after(1).meeting("a", "x", proposal("p", 21 * DAY_MS));
    assertThat(revisions(story, Harm.GROOMING, "a")).hasSize(2);
  }

  @Test
  void isToldOfAMeetingThatMoves() {
    Story story = ages().meeting("b", "a", proposal("p", 2 * DAY_MS)).after(HOUR_MS);
    groomed(story, "b").after(HOUR_MS).meeting("a", "b", accepted("q", 3 * DAY_MS));

    assertThat(revisions(story, Harm.GROOMING, "a")).hasSize(2);
    assertThat(grooming(story).pendingMeetings())
        .extracting(PendingMeeting::place, PendingMeeting::timeMs)
        .containsExactly(tuple("q", BEGIN_MS + 3 * DAY_MS));
  }

  @Test
  void isToldThatAMeetingIsOver() {
    Story story = ages().meeting("b", "a", proposal("p", 2 * DAY_MS)).after(HOUR_MS);
    groomed(story, "b").after(HOUR_MS).meeting("b", "a", refused());

    assertThat(revisions(story, Harm.GROOMING, "a")).hasSize(2);
    assertThat(grooming(story).imminent()).isFalse();
    assertThat(grooming(story).meetingTimeMs()).isEqualTo(Unknown.TIME);
  }

  @Test
  void isToldForThirtyDays() {
    long foundMs = HOUR_MS;
    Story within = groomed(ages(), "b").at(foundMs + 30 * DAY_MS - 1);
    assertThat(warned(grooming(within.meeting("a", "b", proposal("p", 31 * DAY_MS)))))
        .containsExactly("b");

    Story after = groomed(ages(), "b").at(foundMs + 30 * DAY_MS);
    assertThat(grooming(after.meeting("a", "b", proposal("p", 31 * DAY_MS))).imminent()).isFalse();
  }

  @Test
  void doesNotRememberAFindingThatCoolsDown() {
    Story story =
        groomed(groomed(ages(), "b").after(12 * HOUR_MS), "b").at(30 * DAY_MS + 2 * HOUR_MS);

    assertThat(grooming(story.meeting("a", "b", proposal("p", 31 * DAY_MS))).imminent()).isFalse();
  }

  @Test
  void remembersAFindingThatADismissalSilences() {
    Story story = groomed(ages(), "b").after(HOUR_MS);
    story.review("r", grooming(story).alertId(), Review.Decision.DISMISSED);
    groomed(story.at(2 * DAY_MS), "b");
    assertThat(grooming(story).revision()).isEqualTo(2);

    story.at(31 * DAY_MS).meeting("a", "b", proposal("p", 32 * DAY_MS));
    assertThat(grooming(story).state()).isEqualTo(State.DISMISSED);
    assertThat(warned(grooming(story))).containsExactly("b");
  }

  @Test
  void isToldOfAllThatTheAccountKeepsOnceItIsJudged() {
    Story story =
        groomed(ages(), "b").at(35 * DAY_MS).meeting("a", "b", proposal("p", 50 * DAY_MS));
    assertThat(grooming(story).imminent()).isFalse();

    // The finding about c and its meeting are of one instant.
    story
        .at(36 * DAY_MS)
        .message(
            new Letter("a", "c")
                .codes(FLATTERY, SECRECY, SEXUAL)
                .meeting(proposal("q", 37 * DAY_MS)));
    assertThat(warned(grooming(story))).containsExactly("c", "b");
  }

  @Test
  void addsNothingToAFindingThatWasTakenBack() {
    Story story = groomed(ages(), "b").after(HOUR_MS);
    story.age("b", 30, 40, AgeClaim.Source.VERIFIED).after(HOUR_MS);
    assertThat(grooming(story).state()).isEqualTo(State.EXPIRED);
    long revision = grooming(story).revision();

    story.meeting("a", "b", proposal("p", DAY_MS));
    assertThat(grooming(story).revision()).isEqualTo(revision);
  }

  @Test
  void tellsNothingOnAProposalThatIsOverAtOnce() {
    Story story = groomed(ages(), "b").at(35 * DAY_MS);
    story.meeting("b", "a", proposal("p", 50 * DAY_MS));
    groomed(story.at(36 * DAY_MS), "c").at(37 * DAY_MS);

    story.meeting("x", "a", proposal("q", 37 * DAY_MS - 7 * HOUR_MS));
    assertThat(grooming(story).imminent()).isFalse();
    story.after(1).meeting("x", "a", proposal("q", 37 * DAY_MS));
    assertThat(warned(grooming(story))).containsExactly("b");
  }

  @Test
  void forgetsTheFindingWithWhatTheAccountDid() {
    Story story = groomed(ages(), "b").after(HOUR_MS);
    Story other = groomed(ages(), "b").after(HOUR_MS);
    story.life(new Life("a", SessionEvent.Kind.ERASURE_REQUESTED));
    Meeting late = proposal("p", 30 * DAY_MS);

    assertThat(grooming(other.at(29 * DAY_MS + 12 * HOUR_MS).meeting("a", "b", late)).imminent())
        .isTrue();
    assertThat(grooming(story.at(29 * DAY_MS + 12 * HOUR_MS).meeting("a", "b", late)).imminent())
        .isFalse();
  }

  // ¶99: what a link tells afterwards.

  @Test
  void isToldByADeviceOfAMeetingOfAnyOfItsAccounts() {
    Story story = lured().at(2 * HOUR_MS).meeting("l2", "w", proposal("s", HOUR_MS * 30));
    assertThat(warned(last(story, Harm.AMBUSH, "d"))).contains("w");
    assertThat(revisions(story, Harm.AMBUSH, "d")).hasSize(2);

    story.after(1).meeting("w", "l2", refused());
    assertThat(warned(last(story, Harm.AMBUSH, "d"))).doesNotContain("w");
  }

  @Test
  void isToldByADeviceOfAnAccountThatIsSeenThereForTheFirstTime() {
    Story story = lured().at(2 * HOUR_MS).meeting("l3", "w", proposal("s", HOUR_MS * 30));
    assertThat(warned(last(story, Harm.AMBUSH, "d"))).doesNotContain("w");

    story.after(1).signedIn("l3", "d");
    assertThat(last(story, Harm.AMBUSH, "d").pendingMeetings())
        .extracting(PendingMeeting::account, PendingMeeting::with)
        .contains(tuple("l3", "w"));
  }

  @Test
  void isToldByADeviceForThirtyDays() {
    Story within = lured().at(30 * DAY_MS + HOUR_MS + 1);
    assertThat(last(within.meeting("l1", "w", proposal("s", 31 * DAY_MS)), Harm.AMBUSH, "d"))
        .matches(ReferenceAlert::imminent);

    Story after = lured().at(30 * DAY_MS + HOUR_MS + 2);
    assertThat(last(after.meeting("l1", "w", proposal("s", 31 * DAY_MS)), Harm.AMBUSH, "d"))
        .matches(alert -> !alert.imminent());
  }

  @Test
  void tellsTheAlertThatAFindingWouldHaveThen() {
    Story alone = silentAfter(new Story().signedIn("x", "d")).at(3 * DAY_MS);
    Story joined = silentAfter(new Story().signedIn("x", "d")).at(3 * DAY_MS).signedIn("y", "d");

    alone.meeting("x", "c", proposal("q", 4 * DAY_MS));
    assertThat(warned(last(alone, Harm.AMBUSH, "x"))).containsExactly("c");
    // By now a finding would be about the device.
    joined.meeting("x", "c", proposal("q", 4 * DAY_MS));
    assertThat(last(joined, Harm.AMBUSH, "x").imminent()).isFalse();
  }

  @Test
  void doesNotRememberAtTheAccountWhatALinkFound() {
    Story story = leavesItsDevice(silentAfter(new Story().signedIn("x", "d")).at(3 * DAY_MS));

    story.meeting("x", "c", proposal("q", 4 * DAY_MS));
    assertThat(last(story, Harm.AMBUSH, "x").imminent()).isFalse();
  }

  @Test
  void addsWhatTheAccountTellsToWhatALinkFound() {
    Story story = silentAfter(new Story().signedIn("x", "d")).at(3 * DAY_MS);
    story.meeting("x", "e", proposal("r", 3 * DAY_MS + HOUR_MS)).after(8 * HOUR_MS);
    leavesItsDevice(story.direct("x", "e", THREAT_VIOLENCE));
    assertThat(last(story, Harm.AMBUSH, "x").findings())
        .extracting(ReferenceFinding::rule)
        .containsExactly("A3", "A5");

    story.meeting("x", "c", proposal("q", 5 * DAY_MS));
    assertThat(warned(last(story, Harm.AMBUSH, "x"))).containsExactly("c");
  }

  private static Story leavesItsDevice(Story story) {
    for (int i = 0; i < 8; i++) {
      story.after(1).signedIn("x", "other" + i);
    }
    return story.after(1);
  }

  // ¶100: the time that A5 rests on.

  private static Story threatened(Story story, long sinceBeginMs) {
    return story.at(sinceBeginMs).id("threat").direct("x", "b", THREAT_VIOLENCE);
  }

  @Test
  void saysWhenTheMeetingWasThatItRestsOn() {
    Story story = new Story().id("met").meeting("b", "x", proposal("p", 2 * HOUR_MS));
    ReferenceAlert alert = last(threatened(story, DAY_MS), Harm.AMBUSH, "x");

    assertThat(alert.imminent()).isFalse();
    assertThat(alert.meetingTimeMs()).isEqualTo(BEGIN_MS + 2 * HOUR_MS);
    assertThat(alert.evidence()).containsExactly("met", "threat");
  }

  @Test
  void namesItAsOpenWhileItIs() {
    Story story = new Story().id("met").meeting("b", "x", proposal("p", 2 * HOUR_MS));
    ReferenceAlert alert = last(threatened(story, 3 * HOUR_MS), Harm.AMBUSH, "x");

    assertThat(alert.pendingMeetings())
        .extracting(PendingMeeting::with, PendingMeeting::place)
        .containsExactly(tuple("b", "p"));
    assertThat(alert.evidence()).containsExactly("met", "threat");
  }

  @Test
  void restsOnTheLatestOfThoseThatCount() {
    Story story =
        new Story()
            .id("m1")
            .meeting("x", "b", new Meeting("m1", Status.PROPOSED, "p", at(2), false))
            .after(MINUTE_MS)
            .id("m2")
            .meeting("x", "b", new Meeting("m2", Status.PROPOSED, "p", at(3), true));
    ReferenceAlert threat = last(threatened(story, DAY_MS), Harm.AMBUSH, "x");
    assertThat(threat.meetingTimeMs()).isEqualTo(at(3));
    assertThat(threat.evidence()).containsExactly("m2", "threat");
  }

  @Test
  void restsOnNoPublicOneWhereThatDoesNotCount() {
    Story story =
        new Story()
            .id("m1")
            .meeting("x", "b", new Meeting("m1", Status.PROPOSED, "p", at(2), false))
            .after(MINUTE_MS)
            .meeting("x", "b", new Meeting("m2", Status.PROPOSED, "p", at(3), true))
            .at(DAY_MS)
            .id("demand")
            .direct("x", "b", PAYMENT_DEMAND);
    ReferenceAlert demand = last(story, Harm.AMBUSH, "x");
    assertThat(demand.meetingTimeMs()).isEqualTo(at(2));
    assertThat(demand.evidence()).containsExactly("demand", "m1");
  }

  @Test
  void saysOnlyOfARuleAfterMeetingsOnWhichItRests() {
    Story story =
        new Story()
            .meeting("x", "b", proposal("p", 2 * HOUR_MS))
            .at(DAY_MS)
            .direct("x", "b", SEDATION, MEETING_PROPOSAL);

    assertThat(last(story, Harm.DRUGGED_ASSAULT, "x").meetingTimeMs()).isEqualTo(Unknown.TIME);
  }

  private static long at(long hours) {
    return BEGIN_MS + hours * HOUR_MS;
  }
}
