package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.Unknown;
import org.vigie.reference.Story.Letter;

/** Page ¶9-11: when a pair exists, who opens it, what answers it. */
class PairsTest {
  private static Optional<PairLife> pair(Story story) {
    return story.knowledge().pairs.existing("b", "a", story.now());
  }

  private static PairLife.Opening opening(Story story) {
    return pair(story).flatMap(PairLife::opening).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void beginsWithActsOnly(Interaction.Kind kind) {
    boolean acts =
        switch (kind) {
          case REQUEST, FOLLOW, ACCEPT, GIFT, PAYMENT, PAYMENT_REQUEST -> true;
          case DECLINE, BLOCK, UNBLOCK, UNFOLLOW, REPORT -> false;
        };

    assertThat(pair(new Story().interaction("a", "b", kind)).isPresent()).isEqualTo(acts);
  }

  @ParameterizedTest
  @EnumSource
  void isOpenedByRequestsAndGiftsOnly(Interaction.Kind kind) {
    boolean opens = kind == Interaction.Kind.REQUEST || kind == Interaction.Kind.GIFT;

    assertThat(pair(new Story().interaction("a", "b", kind)).flatMap(PairLife::opening))
        .satisfies(opening -> assertThat(opening.isPresent()).isEqualTo(opens));
  }

  @ParameterizedTest
  @EnumSource
  void isOpenedByWrittenMessagesAndOnlyBegunByVoice(Message.Channel channel) {
    Optional<PairLife> pair = pair(new Story().message(new Letter("a", "b").by(channel)));

    switch (channel) {
      case DIRECT, GROUP -> assertThat(pair.flatMap(PairLife::opening)).isPresent();
      case VOICE -> {
        assertThat(pair).isPresent();
        assertThat(pair.flatMap(PairLife::opening)).isEmpty();
      }
      case ROOM -> assertThat(pair).isEmpty();
    }
  }

  @Test
  void isOpenedByItsFirstOpeningAct() {
    Story story =
        new Story()
            .message(new Letter("a", "b").mutual(3))
            .after(1)
            .message(new Letter("b", "a").mutual(4));

    assertThat(opening(story).actor()).isEqualTo("a");
    assertThat(opening(story).mutualContacts()).isEqualTo(3);
    assertThat(opening(story).unsolicited()).isTrue();
  }

  @Test
  void isSolicitedByAnEarlierActOfTheOther() {
    Story story =
        new Story().interaction("b", "a", Interaction.Kind.FOLLOW).after(1).direct("a", "b");

    assertThat(opening(story).actor()).isEqualTo("a");
    assertThat(opening(story).unsolicited()).isFalse();
    assertThat(opening(story).mutualContacts()).isEqualTo(Unknown.INT);
  }

  @Test
  void isNotSolicitedByWhatIsNoAct() {
    Story story =
        new Story().interaction("b", "a", Interaction.Kind.BLOCK).after(1).direct("a", "b");

    assertThat(opening(story).unsolicited()).isTrue();
  }

  @Test
  void isNotUnsolicitedWhereTheServerMatched() {
    Story story = new Story().message(new Letter("a", "b").from(Message.ContactOrigin.MATCHED));

    assertThat(opening(story).unsolicited()).isFalse();
  }

  @Test
  void isOpenedByTheLesserNameWhenBothActAtOneInstant() {
    Story story = new Story().id("x").direct("b", "a").id("x").direct("a", "b");

    assertThat(opening(story).actor()).isEqualTo("a");
    assertThat(opening(story).unsolicited()).isTrue();
    assertThat(pair(story).orElseThrow().answered()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void isAnsweredByAcceptingOrFollowing(Interaction.Kind kind) {
    Story story = new Story().direct("a", "b").after(1).interaction("b", "a", kind);
    boolean answers = kind == Interaction.Kind.ACCEPT || kind == Interaction.Kind.FOLLOW;

    assertThat(pair(story).orElseThrow().answered()).isEqualTo(answers);
  }

  @Test
  void isAnsweredByAWrittenMessageNotByVoice() {
    Story story =
        new Story()
            .direct("a", "b")
            .after(1)
            .message(new Letter("b", "a").by(Message.Channel.VOICE));

    assertThat(pair(story).orElseThrow().answered()).isFalse();
    assertThat(pair(story.after(1).direct("b", "a")).orElseThrow().answered()).isTrue();
  }

  @Test
  void isNotAnsweredByTheOpenerOrBeforeTheOpening() {
    Story story =
        new Story()
            .interaction("b", "a", Interaction.Kind.FOLLOW)
            .after(1)
            .direct("a", "b")
            .after(1)
            .direct("a", "b");

    assertThat(pair(story).orElseThrow().answered()).isFalse();
  }

  @Test
  void expiresUnansweredAtTheMidnightAfterTwentyEightDays() {
    Story story = new Story().at(HOUR_MS).direct("a", "b");

    // Due on day 28 at 01:00, so at the midnight of day 29; what happens at 00:00 is earlier.
    assertThat(pair(story.at(29 * DAY_MS))).isPresent();
    assertThat(pair(story.at(29 * DAY_MS + 1))).isEmpty();
  }

  @Test
  void expiresAnsweredAfterAHundredAndEightyDays() {
    Story story = new Story().at(HOUR_MS).direct("a", "b").after(1).direct("b", "a");

    assertThat(pair(story.at(181 * DAY_MS))).isPresent();
    assertThat(pair(story.at(181 * DAY_MS + 1))).isEmpty();
  }

  @Test
  void livesOnWithEveryAct() {
    Story story =
        new Story()
            .direct("a", "b")
            .at(28 * DAY_MS)
            .interaction("a", "b", Interaction.Kind.PAYMENT)
            .at(29 * DAY_MS + 1);

    assertThat(pair(story).orElseThrow().acts()).hasSize(2);
  }

  @Test
  void forgetsEverythingWhenItExpires() {
    Story story = new Story().direct("a", "b").after(1).at(29 * DAY_MS + 1).direct("b", "a");

    assertThat(opening(story).actor()).isEqualTo("b");
    assertThat(opening(story).unsolicited()).isTrue();
    assertThat(pair(story).orElseThrow().messages()).isEqualTo(1);
  }
}
