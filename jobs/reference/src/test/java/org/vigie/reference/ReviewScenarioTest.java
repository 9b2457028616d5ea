package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.core.event.Review.Decision.CONFIRMED;
import static org.vigie.core.event.Review.Decision.DISMISSED;
import static org.vigie.core.event.Review.Decision.ESCALATED;
import static org.vigie.core.event.Review.Decision.NEEDS_MORE;
import static org.vigie.core.event.SignalCode.FLATTERY;
import static org.vigie.core.event.SignalCode.IMAGE_REQUEST;
import static org.vigie.core.event.SignalCode.SECRECY;
import static org.vigie.core.event.SignalCode.SEXUAL;
import static org.vigie.reference.Story.BEGIN_MS;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;

import org.junit.jupiter.api.Test;
import org.vigie.core.event.ListMatch;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Severity;
import org.vigie.reference.ReferenceAlert.State;
import org.vigie.reference.Story.Letter;

/** Page ¶30: what reviewers change. */
class ReviewScenarioTest {
  private static final String GROOMING =
      AlertId.of(Story.COMMUNITY, Harm.GROOMING, Subject.account("a"));
  private static final String MATERIAL =
      AlertId.of(Story.COMMUNITY, Harm.ABUSE_MATERIAL, Subject.account("a"));

  /** A MEDIUM alert about a, on the first day, and c, whom a could write to as well. */
  private static Story grooming() {
    return new Story()
        .adult("a")
        .minor("b")
        .minor("c")
        .after(1)
        .direct("a", "b", SECRECY, SEXUAL, FLATTERY)
        .at(HOUR_MS);
  }

  private static Story material() {
    return matched(new Story()).at(HOUR_MS);
  }

  private static Story matched(Story story) {
    ListMatch match = new ListMatch("list", true, ListMatch.Method.EXACT);
    return story.message(new Letter("a", "b").media("h", match));
  }

  private static Story writesTo(Story story, String other) {
    return story.direct("a", other, SECRECY, SEXUAL, FLATTERY);
  }

  private static ReferenceAlert only(Story story) {
    assertThat(story.alerts()).hasSize(1);
    return story.alerts().get(0);
  }

  @Test
  void namesAlertsByUuidOfTheirSubject() {
    // Python: uuid.uuid5(uuid.NAMESPACE_URL, "vigie\0c1\0GROOMING\0ACCOUNT\0a")
    assertThat(GROOMING).isEqualTo("fdf0bd4f-950d-5e38-bb4e-6963b9e4c43e");
    assertThat(only(grooming()).alertId()).isEqualTo(GROOMING);
  }

  @Test
  void keepsAConfirmedAlertConfirmed() {
    Story story = grooming().review("r1", GROOMING, CONFIRMED);
    assertThat(only(story).state()).isEqualTo(State.CONFIRMED);
    assertThat(only(story).revision()).isEqualTo(2);

    assertThat(only(writesTo(story.after(1), "c")).state()).isEqualTo(State.CONFIRMED);
    assertThat(only(story).findings()).hasSize(2);
  }

  @Test
  void showsOtherDecisionsWithoutChangingTheState() {
    Story story = grooming().review("r1", GROOMING, NEEDS_MORE).review("r1", GROOMING, ESCALATED);

    assertThat(only(story).state()).isEqualTo(State.OPEN);
    assertThat(only(story).revision()).isEqualTo(3);
  }

  @Test
  void ignoresReviewsOfUnknownAlerts() {
    assertThat(grooming().review("r1", MATERIAL, DISMISSED).revisions()).hasSize(1);
    assertThat(grooming().in("c2").review("r1", GROOMING, DISMISSED).revisions()).hasSize(1);
    assertThat(new Story().review("r1", GROOMING, DISMISSED).revisions()).isEmpty();
  }

  @Test
  void closesBelowCriticalByOneReviewer() {
    Story story = grooming().review("r1", GROOMING, DISMISSED);

    assertThat(only(story).state()).isEqualTo(State.DISMISSED);
    assertThat(only(story).severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void restsForFourteenDays() {
    Story story = grooming().review("r1", GROOMING, DISMISSED);
    writesTo(story.at(HOUR_MS + 14 * DAY_MS - 1), "c");
    assertThat(story.revisions()).hasSize(2);

    writesTo(story.at(HOUR_MS + 14 * DAY_MS).minor("e").after(1), "e");
    assertThat(only(story).state()).isEqualTo(State.OPEN);
    assertThat(only(story).episode()).isEqualTo(2);
    assertThat(only(story).revision()).isEqualTo(3);
    // What came while it rested changed nothing; the new episode starts without findings.
    assertThat(only(story).findings())
        .extracting(ReferenceFinding::counterpart)
        .containsExactly("e");
  }

  @Test
  void restsUntilTheSnoozeEnds() {
    long untilMs = BEGIN_MS + 2 * DAY_MS;
    Story story = grooming().review("r1", GROOMING, DISMISSED, untilMs);
    assertThat(writesTo(story.at(2 * DAY_MS - 1), "c").revisions()).hasSize(2);

    writesTo(story.at(2 * DAY_MS).minor("e"), "e");
    assertThat(only(story).episode()).isEqualTo(2);
  }

  @Test
  void reopensOnAFamilyThatItDidNotHave() {
    Story story =
        grooming()
            .review("r1", GROOMING, DISMISSED)
            .after(1)
            .direct("a", "c", SECRECY, FLATTERY, IMAGE_REQUEST);

    // IMAGE_REQUEST is of the family MEDIA.
    assertThat(only(story).state()).isEqualTo(State.OPEN);
    assertThat(only(story).episode()).isEqualTo(2);
    assertThat(only(story).findings())
        .extracting(ReferenceFinding::counterpart)
        .containsExactly("c");
  }

  @Test
  void closesCriticalByTwoDifferentReviewersOnly() {
    Story story = material().review("r1", MATERIAL, DISMISSED);
    assertThat(only(story).state()).isEqualTo(State.OPEN);

    assertThat(only(story.after(1).review("r1", MATERIAL, DISMISSED)).state())
        .isEqualTo(State.OPEN);
    assertThat(only(story.after(1).review("r2", MATERIAL, DISMISSED)).state())
        .isEqualTo(State.DISMISSED);
    assertThat(only(story).revision()).isEqualTo(4);
  }

  @Test
  void reopensAtOnceForRulesThatAreNeverSilenced() {
    Story story =
        material()
            .review("r1", MATERIAL, DISMISSED)
            .review("r2", MATERIAL, DISMISSED)
            .at(2 * HOUR_MS);
    assertThat(only(story).state()).isEqualTo(State.DISMISSED);

    assertThat(only(matched(story)).state()).isEqualTo(State.OPEN);
    assertThat(only(story).episode()).isEqualTo(2);
    // The dismissals of the first episode close nothing in the second.
    story.after(1).review("r3", MATERIAL, DISMISSED);
    assertThat(only(story).state()).isEqualTo(State.OPEN);
  }

  @Test
  void keepsTheReviewersWordWhenNothingIsLeft() {
    Story dismissed = grooming().review("r1", GROOMING, DISMISSED).after(1).adult("b");
    assertThat(only(dismissed).state()).isEqualTo(State.DISMISSED);
    assertThat(only(dismissed).revision()).isEqualTo(3);

    Story confirmed = grooming().review("r1", GROOMING, CONFIRMED).after(1).adult("b");
    assertThat(only(confirmed).state()).isEqualTo(State.CONFIRMED);
    assertThat(only(confirmed).severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void takesACopyOfAReviewOnce() {
    Story story = material().id("v").review("r1", MATERIAL, DISMISSED).after(1).id("v");

    assertThat(story.review("r1", MATERIAL, DISMISSED).revisions()).hasSize(2);
    // The same id by another reviewer is another review.
    assertThat(only(story.id("v").review("r2", MATERIAL, DISMISSED)).state())
        .isEqualTo(State.DISMISSED);
  }
}
