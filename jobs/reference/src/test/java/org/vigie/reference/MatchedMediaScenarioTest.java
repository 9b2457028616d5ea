package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.reference.Story.BEGIN_MS;
import static org.vigie.reference.Story.HOUR_MS;
import static org.vigie.reference.Story.MINUTE_MS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.ListMatch.Method;
import org.vigie.core.event.Message;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Severity;
import org.vigie.reference.Story.Letter;
import org.vigie.reference.Story.Life;

/** M1 (page ¶16): an exact match on a verified list. */
class MatchedMediaScenarioTest {
  private static final ListMatch EXACT = new ListMatch("list", true, Method.EXACT);

  private static Letter letter(ListMatch match) {
    return new Letter("a", "b").media("h1", ListMatch.NONE).media("h2", match);
  }

  private static ReferenceAlert only(Story story) {
    assertThat(story.alerts()).hasSize(1);
    return story.alerts().get(0);
  }

  @Test
  void alertsOnOneExactMatch() {
    ReferenceAlert alert = only(new Story().id("m").message(letter(EXACT)));

    assertThat(alert.harm()).isEqualTo(Harm.ABUSE_MATERIAL);
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.families()).containsExactly(Family.MEDIA);
    assertThat(alert.evidence()).containsExactly("m");
    assertThat(alert.counterparts()).isEmpty();
    assertThat(alert.counterpartsTotal()).isZero();
    assertThat(alert.findings().get(0).observed()).containsEntry("verified_matches", Fixed.ONE);
  }

  @Test
  void namesTheMatchedFilesTheGravestFirst() {
    ListMatch alike = new ListMatch("list", true, Method.PERCEPTUAL);
    Letter letter = new Letter("a", "b").media("h0", ListMatch.NONE).media("h1", alike);
    for (int i = 5; i >= 2; i--) {
      letter.media("h" + i, EXACT);
    }

    assertThat(only(new Story().id("m").message(letter)).media())
        .extracting(ReferenceAlert.NamedMedia::hash)
        .containsExactly("h2", "h3", "h4", "h5");
    assertThat(only(new Story().id("m").message(letter(EXACT).media("h3", alike))).media())
        .containsExactly(
            new ReferenceAlert.NamedMedia("m", "h2", EXACT),
            new ReferenceAlert.NamedMedia("m", "h3", alike));
  }

  @Test
  void staysQuietOnLikenessesAndUnverifiedLists() {
    ListMatch alike = new ListMatch("list", true, Method.PERCEPTUAL);
    ListMatch unverified = new ListMatch("list", false, Method.EXACT);

    assertThat(new Story().message(letter(alike)).alerts()).isEmpty();
    assertThat(new Story().message(letter(unverified)).alerts()).isEmpty();
    assertThat(new Story().message(letter(ListMatch.NONE)).alerts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryChannel(Message.Channel channel) {
    assertThat(new Story().message(letter(EXACT).by(channel)).alerts()).hasSize(1);
  }

  @Test
  void judgesEveryKindOfAccount() {
    Life bot = new Life("a", SessionEvent.Kind.ACCOUNT_CREATED);
    bot.accountKind = SessionEvent.AccountKind.BOT;

    assertThat(new Story().life(bot).after(1).message(letter(EXACT)).alerts()).hasSize(1);
  }

  @Test
  void coolsDownForAnHour() {
    Story story = new Story().id("first").message(letter(EXACT));

    story.at(HOUR_MS - 1).id("soon").message(letter(EXACT));
    assertThat(story.revisions()).hasSize(1);
    assertThat(only(story).evidence()).containsExactly("first");
    story.at(HOUR_MS).id("next").message(letter(EXACT));
    assertThat(story.revisions()).hasSize(2);
    assertThat(only(story).findings()).hasSize(1);
    assertThat(only(story).evidence()).containsExactly("first", "next", "soon");
  }

  @Test
  void showsWhatCameWithinTheCoolDownWhenItIsOver() {
    Story story = new Story().id("first").message(letter(EXACT));
    story.at(MINUTE_MS).id("second").message(letter(EXACT));
    story.at(2 * MINUTE_MS).id("third").message(letter(EXACT));

    long overMs = BEGIN_MS + HOUR_MS;
    assertThat(story.revisionsUntil(overMs + 999)).hasSize(1);
    List<ReferenceAlert> revisions = story.revisionsUntil(overMs + 1000);
    assertThat(revisions).hasSize(2);
    assertThat(revisions.get(1).timeMs()).isEqualTo(overMs + 1000);
    assertThat(revisions.get(1).evidence()).containsExactly("first", "second", "third");
    assertThat(revisions.get(1).findings()).isEqualTo(revisions.get(0).findings());
    assertThat(story.revisionsUntil(overMs + HOUR_MS)).hasSize(2);
  }

  @Test
  void showsWhatCameWithinTheCoolDownWithAnyEarlierRevision() {
    Story story = new Story().message(letter(EXACT));
    String alertId = only(story).alertId();
    story.at(MINUTE_MS).id("second").message(letter(EXACT));
    story.at(2 * MINUTE_MS).review("r", alertId, Review.Decision.NEEDS_MORE);

    assertThat(only(story).evidence()).contains("second");
    assertThat(story.revisionsUntil(BEGIN_MS + 2 * HOUR_MS)).hasSize(2);
  }

  @Test
  void opensADismissedAlertAgainEvenWithinTheCoolDown() {
    Story story = new Story().message(letter(EXACT));
    String alertId = only(story).alertId();
    story.at(MINUTE_MS).review("r1", alertId, Review.Decision.DISMISSED);
    story.at(2 * MINUTE_MS).review("r2", alertId, Review.Decision.DISMISSED);
    assertThat(only(story).state()).isEqualTo(ReferenceAlert.State.DISMISSED);

    story.at(3 * MINUTE_MS).id("again").message(letter(EXACT));
    assertThat(only(story).state()).isEqualTo(ReferenceAlert.State.OPEN);
    assertThat(only(story).episode()).isEqualTo(2);
    assertThat(only(story).evidence()).containsExactly("again");
  }

  @Test
  void judgesAMessageOnceHoweverManyReceiveIt() {
    Story story = new Story().message(new Letter("a", "b", "c", "d").media("h", EXACT));

    assertThat(story.revisions()).hasSize(1);
  }

  @Test
  void countsEveryItemOfTheMessage() {
    Story story = new Story().message(letter(EXACT).media("h3", EXACT));

    assertThat(only(story).findings().get(0).observed())
        .containsEntry("verified_matches", Fixed.whole(2));
  }
}
