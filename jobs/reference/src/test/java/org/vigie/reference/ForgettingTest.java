package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.core.event.SignalCode.FLATTERY;
import static org.vigie.core.event.SignalCode.SECRECY;
import static org.vigie.core.event.SignalCode.SEXUAL;
import static org.vigie.reference.Story.BEGIN_MS;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;

import org.junit.jupiter.api.Test;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.rule.Fixed;
import org.vigie.reference.ReferenceAlert.State;
import org.vigie.reference.Story.Life;

/** Page ¶31: what becomes of accounts that were deleted. */
class ForgettingTest {
  /** Deleted at 01:00 of the first day, so forgotten at the midnight after day 90, 01:00. */
  private static final long FORGOTTEN_MS = 91 * DAY_MS;

  private static final Instant BEGIN = new Instant(BEGIN_MS, Instant.ACCOUNT_LIFE, "");

  private static Story life(Story story, String account, SessionEvent.Kind kind) {
    return story.life(new Life(account, kind));
  }

  private static Story deleted(Story story, String account) {
    return life(story.at(HOUR_MS), account, SessionEvent.Kind.DELETED);
  }

  private static boolean isForgotten(Story story) {
    return story.knowledge().forgetting.isForgotten("a", BEGIN, story.now());
  }

  private static boolean isForgottenByOthers(Story story) {
    return story.knowledge().forgetting.isForgottenByOthers("a", BEGIN, story.now());
  }

  @Test
  void comesAtTheMidnightAfterNinetyDays() {
    assertThat(isForgotten(deleted(new Story(), "a").at(FORGOTTEN_MS - 1))).isFalse();
    assertThat(isForgotten(deleted(new Story(), "a").at(FORGOTTEN_MS + 1))).isTrue();
    assertThat(isForgottenByOthers(deleted(new Story(), "a").at(FORGOTTEN_MS + 1))).isTrue();
  }

  @Test
  void isPreventedByRestoring() {
    Story inTime = deleted(new Story(), "a").at(FORGOTTEN_MS);
    life(inTime, "a", SessionEvent.Kind.RESTORED).at(300 * DAY_MS);
    assertThat(isForgotten(inTime)).isFalse();

    Story late = deleted(new Story(), "a").at(FORGOTTEN_MS + 1);
    assertThat(isForgotten(life(late, "a", SessionEvent.Kind.RESTORED))).isTrue();
  }

  @Test
  void waitsForNinetyDaysInWhichNothingConcernsIt() {
    Story acting = deleted(new Story(), "a").at(80 * DAY_MS).direct("a", "b", SEXUAL);
    assertThat(isForgotten(acting.at(FORGOTTEN_MS + 1))).isFalse();
    assertThat(isForgottenByOthers(acting)).isTrue();
    assertThat(isForgotten(acting.at(171 * DAY_MS + 1))).isTrue();

    Story writtenTo = deleted(new Story(), "a").at(80 * DAY_MS).direct("b", "a");
    assertThat(isForgottenByOthers(writtenTo.at(FORGOTTEN_MS + 1))).isFalse();
    assertThat(isForgotten(writtenTo)).isTrue();
  }

  @Test
  void forgetsWhenItProposedAMeeting() {
    assertThat(proposedHours(FORGOTTEN_MS - HOUR_MS)).isNotEqualTo(Fixed.UNKNOWN);
    assertThat(proposedHours(FORGOTTEN_MS + HOUR_MS)).isEqualTo(Fixed.UNKNOWN);
  }

  /** As a device is told of an account that is seen there once more. */
  private static long proposedHours(long seenMs) {
    Story story = new Story().meeting("a", "b", Story.proposal("p", HOUR_MS));
    deleted(story, "a").at(seenMs).signedIn("a", "d");
    Knowledge known = story.knowledge();
    Occasion.OfLink link = (Occasion.OfLink) known.links.atDevice("a", "d", story.now());
    return known.summaries().rows(link, story.now()).get(0).column("proposed_hours");
  }

  @Test
  void forgetsBeliefsAndStartsAfresh() {
    Story story = deleted(new Story().adult("a"), "a").at(FORGOTTEN_MS);
    Instant before = new Instant(BEGIN_MS + FORGOTTEN_MS, Instant.REVIEW, "");
    assertThat(story.knowledge().ages.own("a", before).sourced()).isTrue();
    story.after(1);
    assertThat(story.knowledge().ages.own("a", story.now()).sourced()).isFalse();
    assertThat(story.knowledge().ages.seenByOthers("a", story.now()).sourced()).isFalse();

    story.after(1).minor("a");
    long fresh = new Story().minor("x").knowledge().ages.own("x", new Story().now()).pMinor();
    assertThat(story.knowledge().ages.own("a", story.now()).pMinor()).isEqualTo(fresh);
  }

  @Test
  void forgetsRolesAndCreationDates() {
    Story story = new Story().life(new Life("a", SessionEvent.Kind.ACCOUNT_CREATED));
    assertThat(story.knowledge().profiles.tenureDays("a", story.now(), story.now())).isPresent();

    deleted(story, "a").at(FORGOTTEN_MS + 1);
    assertThat(story.knowledge().profiles.tenureDays("a", story.now(), story.now())).isEmpty();
  }

  @Test
  void takesNoFindingBack() {
    Story story =
        deleted(new Story().adult("a").minor("b"), "b")
            .at(85 * DAY_MS)
            .direct("a", "b", SECRECY, SEXUAL, FLATTERY)
            .at(200 * DAY_MS)
            .adult("z");
    assertThat(story.revisions()).extracting(ReferenceAlert::state).containsExactly(State.OPEN);
  }
}
