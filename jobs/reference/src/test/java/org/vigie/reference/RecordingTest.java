package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.reference.Story.BEGIN_MS;
import static org.vigie.reference.Story.DAY_MS;

import org.junit.jupiter.api.Test;
import org.vigie.core.event.RecordedEvent;

/** Page ¶1: what the recording of an event makes of its time. */
class RecordingTest {
  private static final long D_MS = 10_000;
  private static final long F_MS = 2_000;

  private static RecordedEvent messageRecordedAfter(long ms) {
    return new Story().recordedAfter(ms).direct("a", "b").events().get(0);
  }

  private static RecordedEvent lifeRecordedAfter(long ms) {
    return new Story().recordedAfter(ms).adult("a").events().get(0);
  }

  private static long effectiveSinceBegin(RecordedEvent recorded) {
    return ReferenceDetector.effectiveMs(recorded) - BEGIN_MS;
  }

  @Test
  void keepsTheOwnTimeWithinTheDisorderBound() {
    assertThat(effectiveSinceBegin(messageRecordedAfter(0))).isZero();
    assertThat(effectiveSinceBegin(messageRecordedAfter(D_MS))).isZero();
    assertThat(effectiveSinceBegin(messageRecordedAfter(-F_MS))).isZero();
  }

  @Test
  void clampsWhatIsRecordedLateOrTooEarly() {
    assertThat(effectiveSinceBegin(messageRecordedAfter(D_MS + 1))).isEqualTo(1);
    assertThat(effectiveSinceBegin(messageRecordedAfter(-F_MS - 1))).isEqualTo(-1);
  }

  @Test
  void refusesMessagesMoreThanADayOldOrAhead() {
    assertThat(Recording.refusal(messageRecordedAfter(DAY_MS))).isEmpty();
    assertThat(Recording.refusal(messageRecordedAfter(DAY_MS + 1))).contains(Rejected.Reason.STALE);
    assertThat(Recording.refusal(messageRecordedAfter(-DAY_MS))).isEmpty();
    assertThat(Recording.refusal(messageRecordedAfter(-DAY_MS - 1)))
        .contains(Rejected.Reason.FUTURE_TIME);
  }

  @Test
  void takesAccountLifeOfAnyAgeButNotFromTheFuture() {
    assertThat(Recording.refusal(lifeRecordedAfter(700 * DAY_MS))).isEmpty();
    assertThat(effectiveSinceBegin(lifeRecordedAfter(700 * DAY_MS))).isEqualTo(700 * DAY_MS - D_MS);
    assertThat(Recording.refusal(lifeRecordedAfter(-DAY_MS - 1)))
        .contains(Rejected.Reason.FUTURE_TIME);
  }

  @Test
  void listsWhatIsRefused() {
    Story story = new Story().direct("a", "b").recordedAfter(DAY_MS + 1).direct("a", "c");

    assertThat(ReferenceDetector.rejected(story.events()))
        .containsExactly(new Rejected(story.events().get(1), Rejected.Reason.STALE));
  }
}
