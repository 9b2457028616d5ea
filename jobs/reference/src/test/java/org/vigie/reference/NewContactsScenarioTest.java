package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.reference.Story.BEGIN_MS;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;
import static org.vigie.reference.Story.MINUTE_MS;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Severity;
import org.vigie.reference.ReferenceAlert.State;
import org.vigie.reference.ReferenceAlert.SubjectKind;
import org.vigie.reference.ReferenceFinding.ShownGuard;
import org.vigie.reference.Story.Letter;
import org.vigie.reference.Story.Life;

/**
 * G1 (page ¶14): Σ p(minor) of new unsolicited contacts, with lift and cold. A verified minor
 * counts 0.990 here, so that seven are the least whose lift is rare enough: P(X ≥ 6 of 7) is
 * 0.00037, P(X ≥ 5 of 6) is 0.0016.
 */
class NewContactsScenarioTest {
  private static final double P_MINOR = 0.9902;

  private static Story adultAndMinors(int minors) {
    Story story = new Story().adult("a");
    for (int i = 1; i <= minors; i++) {
      story.minor("b" + i);
    }
    return story;
  }

  /** Opens cold contacts with b{from} to b{to}, a minute apart. */
  private static Story contacts(Story story, int from, int to) {
    for (int i = from; i <= to; i++) {
      story.after(MINUTE_MS).id("m" + i).cold("a", "b" + i);
    }
    return story;
  }

  private static ReferenceAlert only(Story story) {
    assertThat(story.alerts()).hasSize(1);
    return story.alerts().get(0);
  }

  @Test
  void alertsOnTheSeventhMinor() {
    Story story = contacts(adultAndMinors(7), 1, 7);
    ReferenceAlert alert = only(story);

    assertThat(alert.revision()).isEqualTo(1);
    assertThat(alert.harm()).isEqualTo(Harm.GROOMING);
    assertThat(alert.severity()).isEqualTo(Severity.LOW);
    assertThat(alert.state()).isEqualTo(State.OPEN);
    assertThat(alert.subject()).isEqualTo("a");
    assertThat(alert.subjectKind()).isEqualTo(SubjectKind.ACCOUNT);
    assertThat(alert.linkedAccounts()).containsExactly("a");
    assertThat(alert.families()).containsExactly(Family.CONTACT_GRAPH);
    assertThat(alert.score()).isEqualTo(Fixed.of(0.25));
    assertThat(alert.evidence()).containsExactly("m1", "m2", "m3", "m4", "m5", "m6", "m7");
    assertThat(alert.counterpartsTotal()).isEqualTo(7);
    assertThat(alert.counterparts()).hasSize(7).allMatch(other -> other.messages() == 1);
  }

  @Test
  void showsWhatItComparedAndTheBars() {
    ReferenceFinding finding = only(contacts(adultAndMinors(7), 1, 7)).findings().get(0);

    assertThat(finding.rule()).isEqualTo("G1");
    assertThat(finding.timeMs()).isEqualTo(BEGIN_MS + 7 * MINUTE_MS);
    assertThat(finding.observed().keySet())
        .containsExactly(
            "closure",
            "cold_share",
            "contacts_with_known_mutuals",
            "minors_contacted",
            "minors_lift",
            "own_adult");
    assertThat(Fixed.toDouble(finding.observed().getOrDefault("minors_contacted", 0L)))
        .isCloseTo(7 * P_MINOR, Offset.offset(0.001));
    assertThat(finding.observed()).containsEntry("cold_share", Fixed.ONE);
    assertThat(finding.threshold()).containsEntry("minors_contacted", Fixed.whole(5));
  }

  @Test
  void staysQuietOnTheSixth() {
    assertThat(contacts(adultAndMinors(6), 1, 6).alerts()).isEmpty();
  }

  @Test
  void staysQuietWhereTooManyHaveFriendsInCommon() {
    Story warm = adultAndMinors(7);
    for (int i = 1; i <= 2; i++) {
      warm.after(MINUTE_MS).message(new Letter("a", "b" + i).mutual(1));
    }
    assertThat(contacts(warm, 3, 7).alerts()).isEmpty();

    Story oneWarm = adultAndMinors(7).after(MINUTE_MS);
    oneWarm.message(new Letter("a", "b1").mutual(1));
    assertThat(contacts(oneWarm, 2, 7).alerts()).hasSize(1);
  }

  @Test
  void alertsWhenExactlyFourOfFiveAreCold() {
    Story story = adultAndMinors(10);
    for (int i = 1; i <= 2; i++) {
      story.after(MINUTE_MS).message(new Letter("a", "b" + i).mutual(1));
    }
    assertThat(contacts(story, 3, 9).alerts()).isEmpty();

    ReferenceAlert alert = only(contacts(story, 10, 10));
    assertThat(alert.findings().get(0).observed()).containsEntry("cold_share", Fixed.of(0.8));
  }

  @Test
  void goesByClosureWhereNoMutualsAreKnown() {
    Story strangers = adultAndMinors(7);
    for (int i = 1; i <= 7; i++) {
      strangers.after(MINUTE_MS).direct("a", "b" + i);
    }
    assertThat(strangers.alerts()).hasSize(1);

    Story acquainted = adultAndMinors(7);
    for (int i = 2; i <= 7; i++) {
      acquainted.direct("b1", "b" + i);
    }
    for (int i = 1; i <= 7; i++) {
      acquainted.after(MINUTE_MS).direct("a", "b" + i);
    }
    // b1 is known to the six others: 6 of 0 + 1 + 2 + … + 6 = 21 possible acquaintances.
    assertThat(acquainted.alerts()).isEmpty();
  }

  @Test
  void isTheAdultsDoing() {
    Story unknownAge = new Story();
    for (int i = 1; i <= 7; i++) {
      unknownAge.minor("b" + i);
    }
    assertThat(contacts(unknownAge, 1, 7).alerts()).isEmpty();

    assertThat(contacts(adultAndMinors(7).after(1).minor("a"), 1, 7).alerts()).isEmpty();
  }

  @Test
  void readsPersonsOnly() {
    Life bot = new Life("a", SessionEvent.Kind.ACCOUNT_CREATED);
    bot.accountKind = SessionEvent.AccountKind.BOT;

    assertThat(contacts(adultAndMinors(7).life(bot), 1, 7).alerts()).isEmpty();
  }

  @Test
  void countsUnsolicitedContactsOnly() {
    Story solicited = adultAndMinors(7).interaction("b1", "a", Interaction.Kind.FOLLOW);
    assertThat(contacts(solicited, 1, 7).alerts()).isEmpty();

    Story matched = adultAndMinors(7).after(MINUTE_MS);
    matched.message(new Letter("a", "b1").mutual(0).from(Message.ContactOrigin.MATCHED));
    assertThat(contacts(matched, 2, 7).alerts()).isEmpty();
  }

  @Test
  void discoversLateThatContactsAreMinors() {
    Story story = contacts(new Story().adult("a"), 1, 7);
    for (int i = 1; i <= 7; i++) {
      story.after(HOUR_MS).minor("b" + i);
    }

    ReferenceFinding finding = only(story).findings().get(0);
    assertThat(finding.timeMs()).isEqualTo(BEGIN_MS + 7 * MINUTE_MS + 7 * HOUR_MS);
  }

  @Test
  void discoversLateThatTheAccountIsAnAdult() {
    Story story = new Story();
    for (int i = 1; i <= 7; i++) {
      story.minor("b" + i);
    }

    assertThat(contacts(story, 1, 7).after(HOUR_MS).adult("a").alerts()).hasSize(1);
  }

  @Test
  void looksBackSevenDays() {
    Story outside = adultAndMinors(7).at(MINUTE_MS).cold("a", "b1");
    contacts(outside.at(DAY_MS), 2, 6).at(7 * DAY_MS + MINUTE_MS).cold("a", "b7");
    assertThat(outside.alerts()).isEmpty();

    Story inside = adultAndMinors(7).at(MINUTE_MS).cold("a", "b1");
    contacts(inside.at(DAY_MS), 2, 6).at(7 * DAY_MS + MINUTE_MS - 1).cold("a", "b7");
    assertThat(inside.alerts()).hasSize(1);
  }

  @Test
  void coolsDownForADay() {
    Story story = contacts(adultAndMinors(9), 1, 8);
    assertThat(story.revisions()).hasSize(1);

    Story justBefore = contacts(adultAndMinors(9), 1, 7).at(DAY_MS + 7 * MINUTE_MS - 1);
    assertThat(justBefore.cold("a", "b8").revisions()).hasSize(1);

    Story after = contacts(adultAndMinors(9), 1, 7).at(DAY_MS + 7 * MINUTE_MS);
    List<ReferenceAlert> revisions = after.cold("a", "b8").revisions();
    assertThat(revisions).hasSize(2);
    assertThat(revisions.get(1).findings()).hasSize(1);
    assertThat(revisions.get(1).counterpartsTotal()).isEqualTo(8);
  }

  @Test
  void isNotChangedByCopies() {
    Story story = contacts(adultAndMinors(7), 1, 7);
    List<ReferenceAlert> once = story.revisions();

    for (int i = 1; i <= 7; i++) {
      story.after(MINUTE_MS).id("m" + i).cold("a", "b" + i);
    }
    assertThat(story.revisions()).isEqualTo(once);
  }

  @Test
  void listsTheNewestSixteen() {
    ReferenceAlert alert = lastAfterADay(contacts(adultAndMinors(20), 1, 19));

    assertThat(alert.counterpartsTotal()).isEqualTo(20);
    assertThat(alert.counterparts()).hasSize(16);
    assertThat(alert.evidence()).hasSize(16).contains("m20").doesNotContain("m4");
  }

  private static ReferenceAlert lastAfterADay(Story story) {
    return only(story.at(DAY_MS + HOUR_MS).id("m20").cold("a", "b20"));
  }

  @Test
  void showsGuardsWithValueAndEffect() {
    Life created = new Life("a", SessionEvent.Kind.ACCOUNT_CREATED);
    Story story = new Story().at(-400 * DAY_MS).life(created).at(0).adult("a");
    Life role = new Life("a", SessionEvent.Kind.ROLE_ASSERTED);
    role.role = SessionEvent.Role.COACH;
    role.roleSource = SessionEvent.RoleSource.PLATFORM_VERIFIED;
    story.life(role);
    for (int i = 1; i <= 7; i++) {
      story.minor("b" + i);
    }
    ReferenceFinding finding = only(contacts(story, 1, 7)).findings().get(0);

    assertThat(finding.guards())
        .containsExactly(
            new ShownGuard("role_verified", Fixed.ONE, Fixed.of(0.6)),
            new ShownGuard("role_asserted", 0, 0),
            new ShownGuard("closure", 0, 0),
            new ShownGuard("reciprocity", 0, 0),
            new ShownGuard("tenure", Fixed.whole(400), Fixed.of(0.2)));
    assertThat(Fixed.toDouble(finding.weight())).isCloseTo(0.32, Offset.offset(1e-5));
    assertThat(finding.severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void isSupersededWhenTheMinorsTurnOutToBeAdults() {
    Story story = contacts(adultAndMinors(7), 1, 7).after(HOUR_MS).adult("b1");
    ReferenceAlert alert = only(story);

    assertThat(alert.revision()).isEqualTo(2);
    assertThat(alert.state()).isEqualTo(State.EXPIRED);
    assertThat(alert.severity()).isEqualTo(Severity.LOW);
    assertThat(alert.score()).isZero();
    assertThat(alert.families()).isEmpty();
    assertThat(alert.findings()).extracting(ReferenceFinding::superseded).containsExactly(true);
  }

  @Test
  void firesAnewAfterItWasSuperseded() {
    Story story =
        contacts(adultAndMinors(8), 1, 7).after(HOUR_MS).adult("b1").after(1).cold("a", "b8");

    // Seven minors of eight: P(X ≥ 6 of 8) is 0.0012. One more of nine is enough.
    assertThat(only(story).state()).isEqualTo(State.EXPIRED);
    story.minor("b9").minor("b10").after(1).cold("a", "b9").after(1).cold("a", "b10");
    assertThat(only(story).state()).isEqualTo(State.OPEN);
    assertThat(only(story).episode()).isEqualTo(1);
    assertThat(only(story).findings()).hasSize(1);
  }

  @Test
  void isNotTakenBackOnceNewerContactsPushedOutThoseItCounted() {
    Story story = contacts(adultAndMinors(7), 1, 7);
    for (int i = 1; i <= 64; i++) {
      story.after(MINUTE_MS).cold("a", "c" + i);
    }
    story.after(MINUTE_MS).age("a", 30, 40, AgeClaim.Source.GUARDIAN);
    assertThat(only(story).state()).isEqualTo(State.OPEN);
    assertThat(only(story).findings()).extracting(ReferenceFinding::superseded).containsOnly(false);
  }

  @Test
  void isTakenBackWhileAllThatItCountedIsKept() {
    Story story = contacts(adultAndMinors(7), 1, 7);
    for (int i = 1; i <= 57; i++) {
      story.after(MINUTE_MS).cold("a", "c" + i);
    }
    story.after(MINUTE_MS).adult("b1");
    assertThat(only(story).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void isNotTakenBackOnceItsWindowIsOver() {
    Story story = contacts(adultAndMinors(7), 1, 7);
    long foundMs = 7 * MINUTE_MS;

    assertThat(only(story.at(foundMs + 7 * DAY_MS).adult("b1")).state()).isEqualTo(State.OPEN);
    Story inTime = contacts(adultAndMinors(7), 1, 7).at(foundMs + 7 * DAY_MS - 1);
    assertThat(only(inTime.adult("b1")).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void doesNotMindABeliefThatChangesNothing() {
    Story story =
        contacts(adultAndMinors(7), 1, 7)
            .after(HOUR_MS)
            .age("b1", 12, 12, AgeClaim.Source.GUARDIAN);

    assertThat(story.revisions()).hasSize(1);
  }
}
