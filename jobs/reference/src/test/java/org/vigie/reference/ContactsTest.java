package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.MINUTE_MS;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.reference.Contacts.Closure;
import org.vigie.reference.Contacts.NewContact;
import org.vigie.reference.Story.Letter;

/** Page ¶12, ¶13: rows of new contacts, and closure. */
class ContactsTest {
  private static List<NewContact> rows(Story story) {
    return story.knowledge().contacts.newContacts("a", story.now());
  }

  private static List<String> others(Story story) {
    return rows(story).stream().map(NewContact::other).toList();
  }

  private static Closure closureOfLast(Story story) {
    List<NewContact> rows = rows(story);
    return rows.get(rows.size() - 1).closure();
  }

  @Test
  void holdsThePairsThatTheAccountOpened() {
    Story story =
        new Story()
            .direct("a", "c")
            .after(1)
            .direct("a", "b")
            .after(1)
            .direct("d", "a")
            .after(1)
            .interaction("a", "f", Interaction.Kind.FOLLOW);

    assertThat(others(story)).containsExactly("c", "b");
  }

  @Test
  void holdsFourteenDays() {
    Story story = new Story().direct("a", "b");

    assertThat(others(story.at(14 * DAY_MS - 1))).containsExactly("b");
    assertThat(others(story.at(14 * DAY_MS))).isEmpty();
  }

  @Test
  void knowsWhetherTheContactHasAnsweredByNow() {
    Story story = new Story().direct("a", "b");
    assertThat(rows(story).get(0).answered()).isFalse();

    assertThat(rows(story.after(1).direct("b", "a")).get(0).answered()).isTrue();
  }

  @Test
  void keepsTheNewestSixtyFour() {
    Story story = new Story();
    for (int i = 0; i < 65; i++) {
      story.after(MINUTE_MS).direct("a", "b" + i);
    }

    assertThat(others(story)).hasSize(64).startsWith("b1").endsWith("b64");
  }

  @Test
  void keepsTheGreaterNamesOfOneInstant() {
    String[] recipients = IntStream.range(10, 75).mapToObj(i -> "b" + i).toArray(String[]::new);
    Story story = new Story().message(new Letter("a", recipients).by(Message.Channel.GROUP));

    assertThat(others(story)).hasSize(64).startsWith("b11").endsWith("b74");
  }

  @Test
  void hasNoClosureForTheFirstContact() {
    assertThat(closureOfLast(new Story().direct("a", "b"))).isEqualTo(new Closure(0, 0));
  }

  @Test
  void countsWhichOfTheAccountsContactsTheNewOneKnows() {
    Story story =
        new Story()
            .direct("a", "c")
            .after(1)
            .direct("a", "d")
            .after(1)
            .direct("c", "b")
            .after(1)
            .direct("b", "d")
            .after(1)
            .direct("a", "b");

    // c acted towards b; b acted towards d, which tells b's contacts nothing.
    assertThat(closureOfLast(story)).isEqualTo(new Closure(1, 2));
  }

  @Test
  void isFixedAtTheOpening() {
    Story story =
        new Story()
            .direct("a", "c")
            .after(1)
            .direct("a", "b")
            .after(1)
            .direct("c", "b")
            .after(1)
            .direct("a", "d");

    assertThat(rows(story).get(1).closure()).isEqualTo(new Closure(0, 1));
  }

  @Test
  void knowsThoseWhoActedInThirtyDaysBefore() {
    Story story =
        new Story()
            .direct("c", "b")
            .at(29 * DAY_MS)
            .direct("a", "c")
            .at(30 * DAY_MS - 1)
            .direct("a", "b");
    assertThat(closureOfLast(story)).isEqualTo(new Closure(1, 1));

    Story later =
        new Story()
            .direct("c", "b")
            .at(29 * DAY_MS)
            .direct("a", "c")
            .at(30 * DAY_MS)
            .direct("a", "b");
    assertThat(closureOfLast(later)).isEqualTo(new Closure(0, 1));
  }

  @Test
  void takesContactsBeforeTheInstantThatOpensSeveralPairs() {
    Story story =
        new Story()
            .direct("a", "c")
            .after(1)
            .direct("c", "d")
            .after(1)
            .message(new Letter("a", "b", "d").by(Message.Channel.GROUP));

    assertThat(rows(story).stream().map(NewContact::closure))
        .containsExactly(new Closure(0, 0), new Closure(0, 1), new Closure(1, 1));
  }

  @Test
  void doesNotCountThoseWhoOpenedThePair() {
    Story story = new Story().direct("c", "a").after(1).direct("a", "c").after(1).direct("a", "b");

    assertThat(closureOfLast(story)).isEqualTo(new Closure(0, 0));
  }

  @Test
  void comparesWithTheRowsOfFourteenDaysOnly() {
    Story story = new Story().direct("a", "c").direct("c", "b").at(14 * DAY_MS - 1);
    assertThat(closureOfLast(story.direct("a", "b"))).isEqualTo(new Closure(1, 1));

    Story later = new Story().direct("a", "c").direct("c", "b").at(14 * DAY_MS);
    assertThat(closureOfLast(later.direct("a", "b"))).isEqualTo(new Closure(0, 0));
  }

  @Test
  void comparesWithTheNewestThirtyTwoContacts() {
    Story story = new Story();
    for (int i = 0; i < 33; i++) {
      story.after(MINUTE_MS).direct("a", "c" + i);
    }
    story.after(MINUTE_MS).direct("c0", "b").direct("c1", "b");

    // c0 is the oldest contact and no longer compared with.
    assertThat(closureOfLast(story.after(1).direct("a", "b"))).isEqualTo(new Closure(1, 32));
  }
}
