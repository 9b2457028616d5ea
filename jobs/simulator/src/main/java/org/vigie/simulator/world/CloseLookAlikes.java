package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.vigie.event.ContactOrigin;
import org.vigie.event.InteractionKind;
import org.vigie.event.MeetingStatus;
import org.vigie.event.NetworkKind;
import org.vigie.event.ReportCategory;
import org.vigie.event.Role;
import org.vigie.simulator.Dice;
import org.vigie.simulator.truth.LookAlikeKind;

/** Love, quarrels, debts, and people who pass on what was done to them. */
final class CloseLookAlikes {
  private CloseLookAlikes() {}

  static List<Plot> all() {
    return List.of(
        Plot.lookAlike(
            LookAlikeKind.POPULAR_TEEN, 0, Plot.WITH_MINORS, 8, CloseLookAlikes::popular),
        Plot.lookAlike(LookAlikeKind.TEEN_COUPLE, 0, Plot.WITH_MINORS, 8, CloseLookAlikes::teens),
        Plot.lookAlike(
            LookAlikeKind.YOUNG_ADULT_WITH_TEENS,
            0,
            Plot.WITH_MINORS,
            8,
            CloseLookAlikes::youngAdult),
        Plot.lookAlike(
            LookAlikeKind.FIRST_DATE, 1, Plot.WITH_STRANGERS, 5, CloseLookAlikes::firstDate),
        Plot.lookAlike(LookAlikeKind.COUPLE_IMAGES, 0, Plot.ANYWHERE, 8, CloseLookAlikes::couple),
        Plot.lookAlike(LookAlikeKind.BREAK_UP, 0, Plot.ANYWHERE, 6, CloseLookAlikes::breakUp),
        Plot.lookAlike(
            LookAlikeKind.DEBT_AMONG_FRIENDS, 0, Plot.ANYWHERE, 8, CloseLookAlikes::debt),
        Plot.lookAlike(
            LookAlikeKind.FORWARDED_THREAT, 1, Plot.ANYWHERE, 5, CloseLookAlikes::forwardedThreat),
        Plot.lookAlike(
            LookAlikeKind.FORWARDED_EVIDENCE,
            1,
            Plot.ANYWHERE,
            5,
            CloseLookAlikes::forwardedEvidence),
        Plot.lookAlike(LookAlikeKind.BRIGADING, 0, Plot.ANYWHERE, 5, CloseLookAlikes::brigading));
  }

  private static boolean isAdult(Account one) {
    return one.ageYears() >= 22;
  }

  /** Scores of minors, opened by them and by others; a few block, most answer. */
  private static void popular(Scene scene) {
    Dice dice = scene.dice();
    Account teen = scene.lead(one -> one.isMinor() && one.ageYears() >= 13);
    for (Account other : scene.people(dice.between(15, 60), one -> one.ageYears() < 19)) {
      long timeMs = scene.startMs() + dice.between(0L, 6 * Scene.DAY_MS);
      boolean opens = dice.chance(0.5);
      Talk talk = opens ? scene.talk(teen, other, timeMs) : scene.talk(other, teen, timeMs);
      if (dice.chance(0.6)) {
        talk.amongAcquaintances();
      }
      if (dice.chance(0.3)) {
        talk.acts(InteractionKind.REQUEST).after(Scene.MINUTE_MS, 5 * Scene.HOUR_MS);
        talk.reacts(dice.chance(0.75) ? InteractionKind.ACCEPT : InteractionKind.DECLINE);
      }
      talk.chat(dice.between(1, 7));
      if (dice.chance(0.03)) {
        talk.reacts(InteractionKind.BLOCK);
      }
    }
  }

  private static void teens(Scene scene) {
    Dice dice = scene.dice();
    List<Account> both = scene.circle(one -> one.isMinor() && one.ageYears() >= 14);
    if (both.size() < 2) {
      return;
    }
    scene.take(both.get(0));
    scene.take(both.get(1));
    for (int left = dice.between(2, 8); left > 0; left--) {
      Talk talk =
          scene.talk(
              both.get(left % 2),
              both.get(1 - left % 2),
              scene.startMs() + dice.between(0L, 6 * Scene.DAY_MS));
      talk.chat(dice.between(2, 10));
      love(scene, talk);
    }
  }

  private static void love(Scene scene, Talk talk) {
    Dice dice = scene.dice();
    talk.says(dice.one(List.of("FLATTERY", "SEXUAL", "SECRECY", "IMAGE_REQUEST")));
    talk.after(Scene.SECOND_MS, 20 * Scene.MINUTE_MS)
        .hears(dice.one(List.of("FLATTERY", "SEXUAL")));
    if (dice.chance(0.3)) {
      talk.sendsImage().after(Scene.SECOND_MS, Scene.HOUR_MS).receivesImage();
    }
    if (dice.chance(0.4)) {
      talk.proposes(scene.token("cell"), dice.chance(0.5), talk.nowMs() + 20 * Scene.HOUR_MS);
      talk.answersMeeting(MeetingStatus.ACCEPTED);
    }
  }

  /** Eighteen to twenty, with friends who were in their class last year. */
  private static void youngAdult(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.lead(one -> one.ageYears() >= 18 && one.ageYears() <= 20);
    for (Account friend :
        scene.people(dice.between(2, 10), one -> one.ageYears() == 16 || one.ageYears() == 17)) {
      Talk talk = scene.talk(own, friend, scene.startMs() + dice.between(0L, 5 * Scene.DAY_MS));
      if (dice.chance(0.7)) {
        talk.amongAcquaintances();
      }
      talk.chat(dice.between(3, 10));
      if (dice.chance(0.3)) {
        talk.says(dice.one(List.of("PLATFORM_MOVE", "FLATTERY", "CONTACT_EXCHANGE", "SECRECY")));
      }
      if (dice.chance(0.3)) {
        talk.proposes(scene.token("cell"), dice.chance(0.6), talk.nowMs() + Scene.DAY_MS);
        talk.answersMeeting(MeetingStatus.ACCEPTED);
      }
    }
  }

  /** New, fast, at night, in private, then silence: that is how dates go. */
  private static void firstDate(Scene scene) {
    Dice dice = scene.dice();
    Account own =
        scene.newcomer(
            dice.between(20, 48), scene.startMs() - dice.spread(Scene.HOUR_MS, 30 * Scene.DAY_MS));
    scene.truth().subject(own);
    Account date = scene.lead(CloseLookAlikes::isAdult);
    Talk talk = scene.talk(own, date, scene.startMs() + Scene.MINUTE_MS).by(ContactOrigin.MATCHED);
    talk.chat(dice.between(6, 30)).says("FLATTERY").after(Scene.SECOND_MS, Scene.HOUR_MS);
    if (dice.chance(0.4)) {
      talk.says("SEXUAL").after(Scene.SECOND_MS, Scene.HOUR_MS).hears("SEXUAL");
    }
    long atMs = talk.nowMs() + dice.spread(2 * Scene.HOUR_MS, 30 * Scene.HOUR_MS);
    if (dice.chance(0.5)) {
      talk.proposes(scene.token("cell"), dice.chance(0.3), atMs, "COME_ALONE");
    } else {
      talk.proposes(scene.token("cell"), dice.chance(0.3), atMs);
    }
    talk.answersMeeting(MeetingStatus.ACCEPTED);
    talk.until(atMs).after(Scene.HOUR_MS, 30 * Scene.HOUR_MS);
    if (dice.chance(0.4)) {
      talk.chat(dice.between(1, 5));
    } else if (dice.chance(0.15)) {
      talk.reacts(InteractionKind.BLOCK);
    }
  }

  private static void couple(Scene scene) {
    Dice dice = scene.dice();
    List<Account> both = twoAdults(scene);
    for (int left = dice.between(3, 10); left > 0; left--) {
      Talk talk =
          scene
              .talk(both.get(0), both.get(1), scene.startMs() + dice.between(0L, 6 * Scene.DAY_MS))
              .amongAcquaintances();
      talk.chat(dice.between(1, 8));
      love(scene, talk);
    }
  }

  /** Hard words, images of better days, tears; nobody asks for anything. */
  private static void breakUp(Scene scene) {
    Dice dice = scene.dice();
    List<Account> both = twoAdults(scene);
    Talk talk = scene.talk(both.get(0), both.get(1), scene.startMs()).amongAcquaintances();
    if (dice.chance(0.5)) {
      talk.sendsImage().after(Scene.HOUR_MS, 30 * Scene.HOUR_MS);
    }
    for (int left = dice.between(3, 12); left > 0; left--) {
      talk.after(Scene.SECOND_MS, 3 * Scene.HOUR_MS)
          .says(dice.chance(0.15) ? new String[] {"THREAT_VIOLENCE"} : new String[0]);
      talk.after(Scene.SECOND_MS, Scene.HOUR_MS)
          .hears(dice.chance(0.3) ? new String[] {"DISTRESS"} : new String[0]);
    }
    if (dice.chance(0.5)) {
      talk.reacts(InteractionKind.BLOCK);
    }
  }

  private static void debt(Scene scene) {
    Dice dice = scene.dice();
    List<Account> both = twoAdults(scene);
    Talk talk =
        scene
            .talk(both.get(0), both.get(1), scene.startMs())
            .amongAcquaintances()
            .chat(dice.between(4, 20));
    for (int left = dice.between(1, 6); left > 0; left--) {
      talk.after(Scene.HOUR_MS, 20 * Scene.HOUR_MS);
      talk.says(dice.one(List.of("PAYMENT_DEMAND", "DEADLINE", "URGENCY")));
      if (dice.chance(0.4)) {
        talk.acts(InteractionKind.PAYMENT_REQUEST);
      }
      talk.after(Scene.MINUTE_MS, 3 * Scene.HOUR_MS).hears();
    }
    if (dice.chance(0.6)) {
      talk.reacts(InteractionKind.PAYMENT);
    }
  }

  /** Somebody was threatened, and shows it to friends and to those who can help. */
  private static void forwardedThreat(Scene scene) {
    Dice dice = scene.dice();
    Account bully = scene.newcomer(dice.between(18, 40), CareLookAlikes.old(scene));
    Account victim = scene.lead(one -> true);
    List<String> threat = dice.some(List.of("THREAT_EXPOSE", "PAYMENT_DEMAND", "DEADLINE"), 2);
    Talk threatened = scene.talk(bully, victim, scene.startMs()).chat(dice.between(0, 4));
    threatened.says(threat.toArray(new String[0]));
    threatened.after(Scene.MINUTE_MS, 5 * Scene.HOUR_MS);
    for (Account friend : scene.people(dice.between(1, 4), one -> true)) {
      Talk told =
          scene.talk(
              victim,
              friend,
              threatened.nowMs() + dice.spread(Scene.MINUTE_MS, 10 * Scene.HOUR_MS));
      told.says(threat.toArray(new String[0])).after(Scene.MINUTE_MS, Scene.HOUR_MS).hears();
      told.says("DISTRESS");
    }
    threatened.isReported(ReportCategory.SEXTORTION);
  }

  /** Somebody quotes to a moderator what they were written, code by code. */
  private static void forwardedEvidence(Scene scene) {
    Dice dice = scene.dice();
    Account moderator = scene.newcomer(dice.between(25, 50), CareLookAlikes.old(scene));
    CareLookAlikes.asserts(scene, moderator, Role.MODERATOR, true);
    Account reporter = scene.lead(one -> true);
    Talk talk = scene.talk(reporter, moderator, scene.startMs()).says();
    List<String> quoted =
        List.of(
            "SEXUAL",
            "IMAGE_REQUEST",
            "SECRECY",
            "THREAT_EXPOSE",
            "SALE_OFFER",
            "PRICE",
            "MEETING_PROPOSAL");
    for (String code : dice.some(quoted, dice.between(2, 5))) {
      talk.after(5 * Scene.SECOND_MS, 10 * Scene.MINUTE_MS).says(code);
    }
    talk.after(Scene.MINUTE_MS, Scene.DAY_MS).hears().chat(dice.between(0, 4));
  }

  /** One clique reports somebody it dislikes, within the hour. */
  private static void brigading(Scene scene) {
    Dice dice = scene.dice();
    Account disliked = scene.lead(one -> true);
    List<Account> clique = scene.circle(one -> true);
    for (Account member : clique.subList(0, Math.min(clique.size(), dice.between(4, 12)))) {
      Talk talk = scene.talk(disliked, member, scene.startMs() + dice.between(0L, Scene.DAY_MS));
      if (dice.chance(0.5)) {
        talk.says();
      }
      talk.until(scene.startMs() + Scene.DAY_MS).after(Scene.SECOND_MS, Scene.HOUR_MS);
      talk.isReported(
          dice.one(
              List.of(ReportCategory.SPAM, ReportCategory.GROOMING, ReportCategory.IMPERSONATION)));
      if (dice.chance(0.4)) {
        talk.reacts(InteractionKind.BLOCK);
      }
    }
  }

  private static List<Account> twoAdults(Scene scene) {
    List<Account> both = new ArrayList<>();
    both.add(scene.lead(CloseLookAlikes::isAdult));
    both.add(scene.lead(one -> isAdult(one) && one.index() != both.get(0).index()));
    scene.signIn(both.get(0), both.get(0).device(), NetworkKind.RESIDENTIAL, scene.startMs());
    return both;
  }
}
