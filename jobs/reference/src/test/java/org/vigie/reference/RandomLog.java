package org.vigie.reference;

import java.util.List;
import java.util.Random;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Report;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Harm;
import org.vigie.reference.Story.Letter;
import org.vigie.reference.Story.Life;

/** A small community in which everything happens often, from a seed. */
final class RandomLog {
  private static final SignalCode[] CODES = SignalCode.values();
  private static final List<String> ELDERS = List.of("a1", "a2", "a3");
  private static final int YOUNG = 10;

  private final Random random;
  private final Story story = new Story();

  private RandomLog(long seed) {
    random = new Random(seed);
  }

  static List<RecordedEvent> events(long seed, int count) {
    return events(seed, count, Story.COMMUNITY);
  }

  static List<RecordedEvent> events(long seed, int count, String community) {
    RandomLog log = new RandomLog(seed);
    log.story.in(community);
    // In every other log most ages are known from the beginning.
    int known = seed % 2 == 0 ? 0 : YOUNG;
    for (int i = 0; i < known; i++) {
      log.story.minor("b" + i);
    }
    for (int i = known; i < count; i++) {
      log.add(community);
    }
    return log.story.events();
  }

  private void add(String community) {
    story.after(stepMs()).recordedAfter(random.nextInt(20) == 0 ? 15_000 : 0);
    if (random.nextInt(12) == 0) {
      story.id("x" + random.nextInt(3));
    }
    switch (random.nextInt(10)) {
      case 0 -> story.age(anyone(), 13, 15, AgeClaim.Source.VERIFIED);
      case 1 -> age();
      case 2 -> life();
      case 3 -> interaction();
      case 4 -> report();
      case 5 -> meeting();
      case 6 -> material();
      case 7 -> review(community);
      default -> message();
    }
  }

  private long stepMs() {
    return switch (random.nextInt(12)) {
      case 0 -> 0;
      case 1 -> 1 + random.nextInt(3);
      case 2 -> Story.DAY_MS * random.nextInt(20);
      default -> random.nextInt((int) (6 * Story.HOUR_MS));
    };
  }

  private String anyone() {
    return random.nextInt(3) == 0
        ? ELDERS.get(random.nextInt(ELDERS.size()))
        : "b" + random.nextInt(YOUNG);
  }

  private String elder() {
    return random.nextInt(5) == 0 ? anyone() : ELDERS.get(random.nextInt(ELDERS.size()));
  }

  private void age() {
    AgeClaim.Source source =
        random.nextBoolean() ? AgeClaim.Source.DECLARED : AgeClaim.Source.VERIFIED;
    int min = random.nextInt(3) == 0 ? 12 + random.nextInt(10) : 25;
    story.age(elder(), min, min + random.nextInt(10), source);
  }

  private void life() {
    SessionEvent.Kind[] kinds = {
      SessionEvent.Kind.ACCOUNT_CREATED,
      SessionEvent.Kind.SIGNED_IN,
      SessionEvent.Kind.SIGNED_IN,
      SessionEvent.Kind.HOUSEHOLD_LINKED,
      SessionEvent.Kind.ROLE_ASSERTED
    };
    Life life = new Life(elder(), kinds[random.nextInt(kinds.length)]);
    life.device = random.nextInt(4) == 0 ? Unknown.ID : "d" + random.nextInt(3);
    life.linkedAccount = anyone();
    life.role = SessionEvent.Role.COACH;
    life.roleSource = SessionEvent.RoleSource.SELF;
    if (random.nextInt(20) == 0) {
      life.deviceKind = SessionEvent.DeviceKind.SHARED;
    }
    if (random.nextInt(10) == 0) {
      life.accountKind = SessionEvent.AccountKind.BOT;
    }
    story.life(life);
  }

  private void interaction() {
    Interaction.Kind[] kinds = Interaction.Kind.values();
    story.interaction(anyone(), anyone(), kinds[random.nextInt(kinds.length)]);
  }

  private void report() {
    String place = random.nextBoolean() ? Unknown.ID : "p" + random.nextInt(2);
    String victim = random.nextInt(3) == 0 ? anyone() : Unknown.ID;
    story.report(
        anyone(), elder(), new Report(Report.Category.ROBBERY, Unknown.TIME, place, victim));
  }

  private void meeting() {
    Meeting.Status[] statuses = Meeting.Status.values();
    Meeting.Status status =
        random.nextBoolean() ? Meeting.Status.PROPOSED : statuses[random.nextInt(statuses.length)];
    long atMs =
        story.now().timeMs() + (long) (random.nextDouble() * 4 * Story.DAY_MS) - Story.DAY_MS / 2;
    String place = random.nextInt(4) == 0 ? Unknown.ID : "p" + random.nextInt(2);
    String id = random.nextBoolean() ? Unknown.ID : "m" + random.nextInt(2);
    long timeMs = random.nextInt(5) == 0 ? Unknown.TIME : atMs;
    story.meeting(elder(), anyone(), new Meeting(id, status, place, timeMs, false));
  }

  private void material() {
    ListMatch match = new ListMatch("list", random.nextBoolean(), ListMatch.Method.EXACT);
    story.message(new Letter(elder(), anyone()).media("h", match));
  }

  private void review(String community) {
    Harm harm = List.of(Harm.GROOMING, Harm.AMBUSH, Harm.ABUSE_MATERIAL).get(random.nextInt(3));
    String alertId = AlertId.of(community, harm, Subject.account(elder()));
    Review.Decision[] decisions = Review.Decision.values();
    story.review("r" + random.nextInt(2), alertId, decisions[random.nextInt(decisions.length)]);
  }

  private void message() {
    String[] recipients = new String[random.nextInt(5) == 0 ? 2 + random.nextInt(6) : 1];
    for (int i = 0; i < recipients.length; i++) {
      recipients[i] = anyone();
    }
    Letter letter =
        new Letter(elder(), recipients).mutual(random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 0);
    if (recipients.length > 1) {
      letter.by(Message.Channel.GROUP);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      letter.codes(CODES[random.nextInt(CODES.length)]);
    }
    if (random.nextInt(15) == 0) {
      letter.disclosesAge(13 + random.nextInt(20), 40);
    }
    story.message(letter);
  }
}
