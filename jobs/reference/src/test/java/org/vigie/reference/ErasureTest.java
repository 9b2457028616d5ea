package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.core.event.SignalCode.FLATTERY;
import static org.vigie.core.event.SignalCode.PRICE;
import static org.vigie.core.event.SignalCode.SECRECY;
import static org.vigie.core.event.SignalCode.SEXUAL;
import static org.vigie.reference.Story.BEGIN_MS;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;
import static org.vigie.reference.Story.MINUTE_MS;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Report;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Table;
import org.vigie.reference.ReferenceAlert.State;
import org.vigie.reference.Story.Letter;
import org.vigie.reference.Story.Life;

/** Page 0015: what becomes of accounts that ask to be erased, and of what others know of them. */
class ErasureTest {
  private static Story asked(Story story, String account) {
    return story.life(new Life(account, SessionEvent.Kind.ERASURE_REQUESTED));
  }

  private static boolean isErased(Story story) {
    Instant begin = new Instant(BEGIN_MS, Instant.ACCOUNT_LIFE, "");
    return story.knowledge().forgetting.isErased("a", begin, story.now());
  }

  // ¶82-84: what goes when.

  @Test
  void goesAtTheEndOfItsInstantAndNotBefore() {
    Story story = asked(new Story().adult("a").direct("a", "b", PRICE).after(HOUR_MS).id("x"), "a");
    Instant request = new Instant(BEGIN_MS + HOUR_MS, Instant.ACCOUNT_LIFE, "x");
    Knowledge known = story.knowledge();
    assertThat(known.ages.own("a", request).sourced()).isTrue();
    assertThat(known.contacts.newContacts("a", request)).hasSize(1);
    assertThat(known.ages.own("a", story.now()).sourced()).isFalse();
    assertThat(known.contacts.newContacts("a", story.now())).isEmpty();
    assertThat(known.codes.latest("a", "b", story.now())).isEmpty();
    assertThat(known.keptPairs.of("a", story.now())).isEmpty();
    assertThat(known.keptPairs.of("b", story.now())).containsKey("a");
  }

  @Test
  void forgetsWhatTheAccountIsAndWhereItWasSeen() {
    Life bot = new Life("a", SessionEvent.Kind.ACCOUNT_CREATED);
    bot.accountKind = SessionEvent.AccountKind.BOT;
    Story story = asked(new Story().life(bot).signedIn("a", "d").household("a", "h"), "a");
    Knowledge known = story.after(1).knowledge();
    assertThat(known.profiles.isPerson("a", story.now())).isTrue();
    assertThat(known.profiles.createdMs("a", story.now())).isEmpty();
    assertThat(known.profiles.createdToOthersMs("a", story.now())).isEmpty();
    assertThat(known.devices.devicesOf("a", story.now())).isEmpty();
    assertThat(known.devices.joining("a", story.now())).isEmpty();
    assertThat(known.devices.isOfHousehold("a", "h", story.now())).isFalse();
    assertThat(known.devices.isOfHousehold("h", "a", story.now())).isTrue();
  }

  @Test
  void takesInTheAgeThatTheRequestCarries() {
    Life request = new Life("a", SessionEvent.Kind.ERASURE_REQUESTED);
    request.age = new AgeClaim(13, 15, AgeClaim.Source.VERIFIED);
    Story story = new Story().life(request).after(1);
    assertThat(story.knowledge().ages.seenByOthers("a", story.now()).pMinor())
        .isEqualTo(new Story().minor("a").knowledge().ages.own("a", story.now()).pMinor());
  }

  @Test
  void tellsNobodyOfWhoWroteToIt() {
    Story story = asked(new Story().direct("b", "a").after(HOUR_MS), "a").after(HOUR_MS);
    assertThat(story.knowledge().contacts.toldOf("a", story.now())).isEmpty();
    story.adult("a").after(1);
    assertThat(story.knowledge().contacts.toldOf("a", story.now())).isEmpty();
    story.direct("b", "a").after(1);
    assertThat(story.knowledge().contacts.toldOf("a", story.now())).containsExactly("b");
  }

  @Test
  void keepsThePairs() {
    Story story = asked(new Story().direct("a", "b").after(HOUR_MS), "a").after(HOUR_MS);
    story.direct("b", "a");
    PairLife pair = story.knowledge().pairs.existing("a", "b", story.now()).orElseThrow();
    assertThat(pair.opening().orElseThrow().actor()).isEqualTo("a");
    assertThat(pair.answered()).isTrue();
    assertThat(story.knowledge().contacts.newContacts("a", story.now())).isEmpty();
  }

  // ¶85: what holds it.

  @Test
  void waitsWhileAReportCounts() {
    Story story =
        new Story()
            .adult("a")
            .direct("a", "b")
            .after(HOUR_MS)
            .report("b", "a", Report.Category.ROBBERY);
    asked(story.at(2 * DAY_MS), "a");
    assertThat(isErased(story.at(90 * DAY_MS + HOUR_MS))).isFalse();
    assertThat(story.knowledge().ages.own("a", story.now()).sourced()).isTrue();
    assertThat(isErased(story.at(91 * DAY_MS))).isFalse();
    assertThat(isErased(story.after(1))).isTrue();
    assertThat(story.knowledge().ages.own("a", story.now()).sourced()).isFalse();
  }

  @Test
  void waitsWhileAMeetingIsPending() {
    Story story = new Story().meeting("b", "a", Story.proposal("p", DAY_MS)).after(HOUR_MS);
    asked(story, "a");
    // Pending until 06:00 of the second day.
    assertThat(isErased(story.at(2 * DAY_MS))).isFalse();
    assertThat(isErased(story.after(1))).isTrue();
  }

  @Test
  void waitsWhileSomethingRiskyWasSent() {
    Story story = asked(new Story().direct("a", "b", SEXUAL).after(HOUR_MS), "a");
    assertThat(isErased(story.at(28 * DAY_MS))).isFalse();
    assertThat(isErased(story.after(1))).isTrue();
  }

  @Test
  void isHeldByRiskyMessagesAlone() {
    assertThat(isHeldBy(new Letter("a", "b").codes(PRICE))).isFalse();
    assertThat(isHeldBy(new Letter("a", "b").signal(SEXUAL, 0.79))).isFalse();
    assertThat(isHeldBy(new Letter("a", "a").codes(SEXUAL))).isFalse();
    assertThat(isHeldBy(new Letter("a").by(Message.Channel.ROOM).codes(SEXUAL))).isTrue();
    Meeting atPublicPlace =
        new Meeting("", Meeting.Status.PROPOSED, "p", BEGIN_MS - 8 * HOUR_MS, true);
    assertThat(isHeldBy(new Letter("a", "b").meeting(atPublicPlace))).isFalse();
    Meeting elsewhere =
        new Meeting("", Meeting.Status.PROPOSED, "p", BEGIN_MS - 8 * HOUR_MS, false);
    assertThat(isHeldBy(new Letter("a", "b").meeting(elsewhere))).isTrue();
  }

  private static boolean isHeldBy(Letter letter) {
    return !isErased(asked(new Story().message(letter).after(HOUR_MS), "a").after(1));
  }

  @Test
  void neverHoldsWhatALikelyMinorSaid() {
    Story minor = new Story().minor("a").direct("a", "b", SEXUAL).after(HOUR_MS);
    assertThat(isErased(asked(minor, "a").after(1))).isTrue();
    Story reported = new Story().minor("a").direct("a", "b").after(HOUR_MS);
    reported.report("b", "a", Report.Category.ROBBERY).after(HOUR_MS);
    assertThat(isErased(asked(reported, "a").after(1))).isFalse();
  }

  @Test
  void waitsNoLongerOnceRestored() {
    Story story = asked(new Story().direct("a", "b", SEXUAL).after(HOUR_MS), "a");
    story.after(DAY_MS).life(new Life("a", SessionEvent.Kind.RESTORED)).at(60 * DAY_MS);
    assertThat(isErased(story)).isFalse();
  }

  @Test
  void waitsOnWhenAskedAgain() {
    Story story = asked(new Story().direct("a", "b", SEXUAL).after(HOUR_MS), "a");
    asked(story.at(27 * DAY_MS), "a");
    assertThat(isErased(story.at(28 * DAY_MS))).isFalse();
    assertThat(isErased(story.after(1))).isTrue();
  }

  // ¶86: what others are shown.

  @Test
  void showsOthersTheBandsOfBeforeForNinetyDays() {
    Story story = asked(new Story().minor("a"), "a");
    Belief before = new Story().minor("a").knowledge().ages.own("a", story.now());
    assertThat(story.after(1).knowledge().ages.seenByOthers("a", story.now())).isEqualTo(before);
    assertThat(story.at(91 * DAY_MS).knowledge().ages.seenByOthers("a", story.now()))
        .isEqualTo(before);
    story.after(1);
    assertThat(story.knowledge().ages.seenByOthers("a", story.now()).sourced()).isFalse();
  }

  @Test
  void believesWhatIsStatedLaterAlone() {
    Story story = asked(new Story().minor("a").after(HOUR_MS), "a").after(HOUR_MS).adult("a");
    Belief afresh = new Story().adult("a").knowledge().ages.own("a", story.now());
    assertThat(story.knowledge().ages.seenByOthers("a", story.now())).isEqualTo(afresh);
  }

  @Test
  void pinsWhatRowsKnewUntilTheyAreTold() {
    Story story = new Story().adult("b").minor("a").direct("b", "a").after(HOUR_MS);
    asked(story, "a").after(HOUR_MS).adult("a").after(HOUR_MS);
    assertThat(byRow(story)).isGreaterThan(0.9);
    story.direct("b", "a").after(HOUR_MS);
    assertThat(byRow(story)).isGreaterThan(0.9);
    story.age("a", 40, 50, AgeClaim.Source.GUARDIAN);
    assertThat(byRow(story)).isLessThan(0.1);
  }

  /** How likely b's row of a takes a for a minor. */
  private static double byRow(Story story) {
    Occasion b = new Occasion.OfAccount("b", List.of());
    return new Rows(story.knowledge(), story.now(), story.now())
            .of(Table.NEW_CONTACTS, b)
            .get(0)
            .column("p_minor")
        / (double) Fixed.ONE;
  }

  @Test
  void letsNobodyKnowItByClosure() {
    Story story = new Story().direct("c", "a").direct("b", "c").after(MINUTE_MS);
    Story without = new Story().direct("c", "a").direct("b", "c").after(MINUTE_MS).direct("b", "a");
    assertThat(closure(without)).isEqualTo(new Contacts.Closure(1, 1));
    asked(story, "a").after(MINUTE_MS).direct("b", "a");
    assertThat(closure(story)).isEqualTo(new Contacts.Closure(0, 0));
  }

  private static Contacts.Closure closure(Story story) {
    return story.knowledge().contacts.newContacts("b", story.now()).stream()
        .filter(row -> row.other().equals("a"))
        .findFirst()
        .orElseThrow()
        .closure();
  }

  @Test
  void isGoneAsOfTheRequestWhileTheTombstoneStands() {
    Story story = asked(new Story().at(HOUR_MS), "a").at(91 * DAY_MS);
    assertThat(story.knowledge().profiles.goneMs("a", story.now())).hasValue(BEGIN_MS + HOUR_MS);
    story.after(1);
    assertThat(story.knowledge().profiles.goneMs("a", story.now())).isEmpty();
    Story back = asked(new Story(), "a").after(DAY_MS);
    back.life(new Life("a", SessionEvent.Kind.RESTORED)).after(1);
    assertThat(back.knowledge().profiles.goneMs("a", back.now())).isEmpty();
  }

  // ¶87, ¶88: afterwards.

  @Test
  void beginsTheTombstoneAnewWhenTheAccountIsDeleted() {
    Story story = asked(new Story().minor("a"), "a").at(80 * DAY_MS + HOUR_MS);
    story.life(new Life("a", SessionEvent.Kind.DELETED)).at(171 * DAY_MS);
    assertThat(story.knowledge().ages.seenByOthers("a", story.now()).sourced()).isTrue();
    story.after(1);
    assertThat(story.knowledge().ages.seenByOthers("a", story.now()).sourced()).isFalse();
  }

  @Test
  void isStillSeenOnItsDevicesByThose() {
    Story story = asked(new Story().signedIn("a", "d").signedIn("b", "d").after(HOUR_MS), "a");
    story.after(HOUR_MS);
    assertThat(story.knowledge().devices.cluster("b", "d", story.now()))
        .isEqualTo(new TreeSet<>(List.of("a", "b")));
  }

  @Test
  void tellsDevicesOfItsNewLifeOnlyOnceSeenThere() {
    Story story = asked(new Story().signedIn("a", "d").signedIn("b", "d").after(HOUR_MS), "a");
    story.after(HOUR_MS).meeting("c", "a", Story.proposal("p", DAY_MS)).after(HOUR_MS);
    assertThat(pendingOfB(story)).isZero();
    assertThat(pendingOfB(story.signedIn("a", "d").after(1))).isEqualTo(1);
  }

  private static int pendingOfB(Story story) {
    Knowledge known = story.knowledge();
    Occasion at = known.links.atDevice("b", "d", story.now());
    return known.links.pending((Occasion.OfLink) at, story.now()).size();
  }

  @Test
  void takesNoFindingBackAndCoolsDownNoLonger() {
    Story story = new Story().adult("a").minor("b").after(MINUTE_MS);
    story.direct("a", "b", SECRECY, SEXUAL, FLATTERY).after(MINUTE_MS);
    asked(story, "b").after(MINUTE_MS).adult("b").after(MINUTE_MS);
    assertThat(story.revisions()).extracting(ReferenceAlert::state).containsExactly(State.OPEN);
  }

  @Test
  void findsAnewWhatItForgot() {
    Story story = new Story().minor("a").minor("b").after(MINUTE_MS);
    story.message(knownFile()).after(MINUTE_MS);
    asked(story, "a").after(MINUTE_MS).message(knownFile());
    assertThat(story.revisions()).hasSize(2);
    Story held = new Story().adult("a").minor("b").after(MINUTE_MS);
    held.message(knownFile()).after(MINUTE_MS);
    asked(held, "a").after(MINUTE_MS).message(knownFile());
    assertThat(held.revisions()).hasSize(1);
  }

  private static Letter knownFile() {
    return new Letter("a", "b").media("h", new ListMatch("list", true, ListMatch.Method.EXACT));
  }
}
