package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.reference.Story.BEGIN_MS;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;
import static org.vigie.reference.Story.MINUTE_MS;
import static org.vigie.reference.Story.meeting;
import static org.vigie.reference.Story.proposal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Meeting.Status;
import org.vigie.core.event.Message;
import org.vigie.core.event.Unknown;
import org.vigie.reference.Story.Letter;

/** Page ¶18: meetings, while they are pending. */
class MeetingsTest {
  private static List<KnownMeeting> pending(Story story, String account) {
    return story.knowledge().kept.of(account, story.now());
  }

  private static KnownMeeting only(Story story) {
    assertThat(pending(story, "a")).hasSize(1).isEqualTo(pending(story, "b"));
    return pending(story, "a").get(0);
  }

  @Test
  void isPendingUntilSixHoursAfterItsTime() {
    Story story = new Story().meeting("a", "b", proposal("p", 10 * HOUR_MS));

    assertThat(only(story).endMs()).isEqualTo(BEGIN_MS + 16 * HOUR_MS);
    assertThat(pending(story.at(16 * HOUR_MS), "a")).hasSize(1);
    assertThat(pending(story.at(16 * HOUR_MS + 1), "a")).isEmpty();
  }

  @Test
  void isPendingForADayAfterTheLastMessageWhereNoTimeIsKnown() {
    Story story =
        new Story()
            .meeting("a", "b", meeting(Status.PROPOSED, "p", Unknown.TIME))
            .after(HOUR_MS)
            .meeting("b", "a", meeting(Status.ACCEPTED, Unknown.ID, Unknown.TIME));

    assertThat(only(story).place()).isEqualTo("p");
    assertThat(pending(story.at(25 * HOUR_MS), "a")).hasSize(1);
    assertThat(pending(story.at(25 * HOUR_MS + 1), "a")).isEmpty();
  }

  @Test
  void belongsToWhoProposedIt() {
    Story proposed =
        new Story()
            .meeting("b", "a", proposal("p", HOUR_MS))
            .after(1)
            .meeting("a", "b", proposal("q", 2 * HOUR_MS));
    assertThat(only(proposed).proposer()).isEqualTo("b");
    assertThat(only(proposed).place()).isEqualTo("q");

    Story accepted = new Story().meeting("b", "a", meeting(Status.ACCEPTED, "p", Unknown.TIME));
    assertThat(only(accepted).proposer()).isEqualTo("a");
    assertThat(only(accepted).with("a")).isEqualTo("b");
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "CANCELLED", "SAFE"})
  void isClosedByWhatEndsIt(Status status) {
    Story story =
        new Story()
            .meeting("a", "b", proposal("p", HOUR_MS))
            .after(1)
            .meeting("b", "a", meeting(status, Unknown.ID, Unknown.TIME));

    assertThat(pending(story, "a")).isEmpty();
  }

  @Test
  void opensAnewAfterItWasClosed() {
    Story story =
        new Story()
            .meeting("a", "b", proposal("p", HOUR_MS))
            .after(1)
            .meeting("b", "a", meeting(Status.REFUSED, Unknown.ID, Unknown.TIME))
            .after(1)
            .meeting("b", "a", meeting(Status.PROPOSED, Unknown.ID, Unknown.TIME));

    assertThat(only(story).proposer()).isEqualTo("b");
    assertThat(only(story).place()).isEqualTo(Unknown.ID);
    assertThat(only(story).timeMs()).isEqualTo(Unknown.TIME);
  }

  @Test
  void opensAnewAfterItHasEnded() {
    Story story =
        new Story()
            .meeting("a", "b", proposal("p", HOUR_MS))
            .at(7 * HOUR_MS + 1)
            .meeting("b", "a", meeting(Status.PROPOSED, Unknown.ID, Unknown.TIME));

    assertThat(only(story).proposer()).isEqualTo("b");
    assertThat(only(story).place()).isEqualTo(Unknown.ID);
  }

  @Test
  void keepsMeetingsWithIdsApart() {
    Story story =
        new Story()
            .meeting("a", "b", new Meeting("m1", Status.PROPOSED, "p", Unknown.TIME, false))
            .after(1)
            .meeting("a", "b", new Meeting("m2", Status.PROPOSED, "q", Unknown.TIME, false))
            .after(1)
            .meeting("a", "b", meeting(Status.PROPOSED, "r", Unknown.TIME))
            .after(1)
            .meeting("b", "a", new Meeting("m1", Status.REFUSED, "", Unknown.TIME, false));

    assertThat(pending(story, "a").stream().map(KnownMeeting::place)).containsExactly("r", "q");
  }

  @Test
  void countsATimeFromADayBeforeToThirtyDaysAfter() {
    Story early = new Story().meeting("a", "b", proposal("p", -DAY_MS));
    assertThat(pending(early, "a")).isEmpty();

    Story tooEarly = new Story().meeting("a", "b", proposal("p", -DAY_MS - 1));
    assertThat(only(tooEarly).timeMs()).isEqualTo(Unknown.TIME);

    Story late = new Story().meeting("a", "b", proposal("p", 30 * DAY_MS));
    assertThat(only(late).timeMs()).isEqualTo(BEGIN_MS + 30 * DAY_MS);

    Story tooLate = new Story().meeting("a", "b", proposal("p", 30 * DAY_MS + 1));
    assertThat(only(tooLate).timeMs()).isEqualTo(Unknown.TIME);
  }

  @Test
  void isAgreedByVoiceAndInGroupsButNotInRooms() {
    Letter letter = new Letter("a", "b", "c").meeting(proposal("p", HOUR_MS));

    assertThat(pending(new Story().message(letter.by(Message.Channel.VOICE)), "a")).hasSize(2);
    assertThat(pending(new Story().message(letter.by(Message.Channel.GROUP)), "c")).hasSize(1);
    assertThat(pending(new Story().message(letter.by(Message.Channel.ROOM)), "a")).isEmpty();
  }

  @Test
  void keepsTheEightThatEndSoonest() {
    Story story = new Story();
    for (int i = 1; i <= 9; i++) {
      story.after(MINUTE_MS).meeting("a", "b" + i, proposal("p", (20 - i) * HOUR_MS));
    }

    // b1's ends last; it stays with b1, who has no other.
    assertThat(pending(story, "a").stream().map(meeting -> meeting.with("a")))
        .containsExactly("b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9");
    assertThat(pending(story, "b1")).hasSize(1);
  }

  @Test
  void dropsTheGreaterNameAtEqualEndsAndForGood() {
    Story story = new Story();
    for (int i = 9; i >= 1; i--) {
      story.after(MINUTE_MS).meeting("a", "b" + i, proposal("p", 20 * HOUR_MS));
    }
    assertThat(pending(story, "a").stream().map(meeting -> meeting.with("a"))).doesNotContain("b9");

    story.after(1).meeting("a", "b1", meeting(Status.CANCELLED, "", Unknown.TIME));
    assertThat(pending(story, "a")).hasSize(7);

    story.after(1).meeting("b9", "a", meeting(Status.ACCEPTED, "", Unknown.TIME));
    assertThat(pending(story, "a").stream().map(meeting -> meeting.with("a"))).contains("b9");
  }

  @Test
  void comesBackWithNothingOfTheOldToWhoDroppedIt() {
    Story story = new Story().meeting("a", "z", proposal("p", 30 * HOUR_MS));
    for (int i = 1; i <= 8; i++) {
      story.after(MINUTE_MS).meeting("a", "b" + i, proposal("p", 20 * HOUR_MS));
    }
    assertThat(pending(story, "a").stream().map(meeting -> meeting.with("a"))).doesNotContain("z");

    story.after(1).meeting("z", "a", meeting(Status.ACCEPTED, "", BEGIN_MS + 10 * HOUR_MS));
    assertThat(pending(story, "a").stream().filter(meeting -> meeting.with("a").equals("z")))
        .singleElement()
        .matches(meeting -> meeting.place().isEmpty() && meeting.proposer().equals("a"));
    assertThat(pending(story, "z")).singleElement().matches(one -> one.place().equals("p"));
  }

  @Test
  void countsWhoProposedAPlaceInThirtyDays() {
    Story story =
        new Story()
            .meeting("a", "b", proposal("p", HOUR_MS))
            .at(DAY_MS)
            .meeting("a", "c", proposal("p", DAY_MS))
            .meeting("d", "e", proposal("q", DAY_MS))
            .meeting("f", "g", meeting(Status.ACCEPTED, "p", Unknown.TIME))
            .at(30 * DAY_MS);
    Meetings meetings = story.knowledge().meetings;

    assertThat(meetings.proposersAt("p", 30 * DAY_MS, story.now())).containsExactly("a");
    assertThat(meetings.proposersAt("p", 30 * DAY_MS, story.at(31 * DAY_MS).now())).isEmpty();
  }

  @Test
  void knowsThePlaceThatThePairsMeetingsNamedLast() {
    Story story =
        new Story()
            .meeting("a", "b", new Meeting("m1", Status.PROPOSED, "p", Unknown.TIME, false))
            .after(1)
            .meeting("a", "b", new Meeting("m2", Status.PROPOSED, "q", Unknown.TIME, false))
            .after(1)
            .meeting("b", "a", new Meeting("m1", Status.SAFE, "", Unknown.TIME, false));
    Knowledge known = story.knowledge();

    assertThat(known.pairs.existing("a", "b", story.now()).flatMap(known.meetings::lastPlace))
        .contains("q");
  }

  @Test
  void outlivesItsPair() {
    Story story = new Story().meeting("a", "b", proposal("p", 29 * DAY_MS + 20 * HOUR_MS));
    story.at(29 * DAY_MS + 1);
    assertThat(story.knowledge().pairs.existing("a", "b", story.now())).isEmpty();
    assertThat(pending(story, "a")).hasSize(1);

    story.after(1).meeting("b", "a", meeting(Status.CANCELLED, "", Unknown.TIME));
    assertThat(pending(story, "a")).isEmpty();
  }
}
