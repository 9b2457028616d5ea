package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.core.event.SignalCode.FLATTERY;
import static org.vigie.core.event.SignalCode.SECRECY;
import static org.vigie.core.event.SignalCode.SEXUAL;
import static org.vigie.reference.Story.BEGIN_MS;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;
import static org.vigie.reference.Story.proposal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.Report.Category;
import org.vigie.core.event.SessionEvent;
import org.vigie.reference.ReferenceAlert.State;
import org.vigie.reference.Story.Life;

/** Page ¶31: what becomes of accounts that were deleted. */
class ForgettingTest {
  /** Deleted at 01:00 of the first day, so forgotten at the midnight after day 90, 01:00. */
  private static final long FORGOTTEN_MS = 91 * DAY_MS;

  private static Story life(Story story, String account, SessionEvent.Kind kind) {
    return story.life(new Life(account, kind));
  }

  private static Story deleted(Story story, String account) {
    return life(story.at(HOUR_MS), account, SessionEvent.Kind.DELETED);
  }

  private static List<Instant> forgotten(Story story) {
    return story.knowledge().forgetting.of("a");
  }

  @Test
  void comesAtTheMidnightAfterNinetyDays() {
    assertThat(forgotten(deleted(new Story(), "a")))
        .containsExactly(new Instant(BEGIN_MS + FORGOTTEN_MS, Instant.DEADLINE, "a"));
  }

  @Test
  void isPreventedByRestoring() {
    Story inTime = deleted(new Story(), "a").at(FORGOTTEN_MS);
    assertThat(forgotten(life(inTime, "a", SessionEvent.Kind.RESTORED))).isEmpty();

    Story late = deleted(new Story(), "a").at(FORGOTTEN_MS + 1);
    assertThat(forgotten(life(late, "a", SessionEvent.Kind.RESTORED))).hasSize(1);
  }

  @Test
  void startsAgainWithALaterDeletion() {
    Story story = deleted(new Story(), "a").at(2 * HOUR_MS);
    life(story, "a", SessionEvent.Kind.RESTORED).at(3 * DAY_MS);
    assertThat(forgotten(life(story, "a", SessionEvent.Kind.DELETED)))
        .extracting(Instant::timeMs)
        .containsExactly(BEGIN_MS + 94 * DAY_MS);
  }

  @Test
  void forgetsBeliefsAndStartsAfresh() {
    Story story = deleted(new Story().adult("a"), "a").at(FORGOTTEN_MS);
    assertThat(
            story
                .knowledge()
                .ages
                .belief("a", new Instant(BEGIN_MS + FORGOTTEN_MS, Instant.REVIEW, ""))
                .sourced())
        .isTrue();
    assertThat(story.after(1).knowledge().ages.belief("a", story.now()).sourced()).isFalse();

    story.after(1).minor("a");
    assertThat(story.knowledge().ages.belief("a", story.now()).pMinor())
        .isEqualTo(new Story().minor("x").knowledge().ages.belief("x", new Story().now()).pMinor());
  }

  @Test
  void forgetsDevicesAndReports() {
    Story story =
        deleted(new Story(), "x")
            .at(80 * DAY_MS)
            .signedIn("x", "d")
            .signedIn("y", "d")
            .direct("x", "b")
            .at(85 * DAY_MS)
            .report("b", "x", Category.ROBBERY);
    assertThat(story.revisions()).hasSize(1);

    // Without forgetting, the device and the report would join this meeting's proposer.
    story.at(FORGOTTEN_MS + 1).meeting("y", "c", proposal("p", 92 * DAY_MS));
    story.after(1).meeting("x", "e", proposal("q", 92 * DAY_MS));
    assertThat(story.revisions()).hasSize(1);
  }

  @Test
  void isAnInstantAtWhichABeliefChanges() {
    Story story =
        deleted(new Story().adult("a").minor("b"), "b")
            .at(90 * DAY_MS)
            .direct("a", "b", SECRECY, SEXUAL, FLATTERY)
            .at(100 * DAY_MS)
            .adult("z");
    List<ReferenceAlert> revisions = story.revisions();

    // The gap to an account of unknown age is 0.
    assertThat(revisions)
        .extracting(ReferenceAlert::state)
        .containsExactly(State.OPEN, State.EXPIRED);
    assertThat(story.revisionsUntil(BEGIN_MS + FORGOTTEN_MS - 1)).hasSize(1);
  }

  @Test
  void forgetsWhatCoolsDownAndWhatCouldBeSuperseded() {
    Story story =
        deleted(new Story().adult("a").minor("b"), "a")
            .at(FORGOTTEN_MS - HOUR_MS)
            .direct("a", "b", SECRECY, SEXUAL, FLATTERY)
            .at(FORGOTTEN_MS + 1)
            .adult("a")
            .after(1)
            .direct("a", "b", SECRECY, SEXUAL, FLATTERY);

    // Neither did the first cool down the second, nor did forgetting its age take it back.
    assertThat(story.revisions())
        .extracting(ReferenceAlert::state)
        .containsExactly(State.OPEN, State.OPEN);
  }
}
