package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.event.InteractionKind;
import org.vigie.event.MeetingStatus;
import org.vigie.event.ReportCategory;
import org.vigie.simulator.Dice;
import org.vigie.simulator.truth.PlantedHarm;

/** Adults after minors, one at a time or many. */
final class GroomingPlots {
  private static final List<String> GOALS = List.of("SEXUAL", "IMAGE_REQUEST", "MEETING_PROPOSAL");
  private static final List<String> COVERS =
      List.of("SECRECY", "ISOLATION", "PLATFORM_MOVE", "GUARDIAN_PROBE");
  private static final List<String> SOFT =
      List.of("FLATTERY", "AGE_PROBE", "LOCATION_PROBE", "CONTACT_EXCHANGE", "GIFT_OFFER");
  private static final Set<CommunityKind> MINORS = Plot.WITH_MINORS;

  private GroomingPlots() {}

  static List<Plot> all() {
    return List.of(
        Plot.harm(PlantedHarm.WIDE_CONTACT, 1, MINORS, 8, GroomingPlots::wideContact),
        Plot.harm(PlantedHarm.STAGED_APPROACH, 1, MINORS, 8, GroomingPlots::stagedApproach),
        Plot.harm(PlantedHarm.QUICK_SOLICITATION, 1, MINORS, 5, GroomingPlots::quickSolicitation),
        Plot.harm(PlantedHarm.SAME_LINE_TO_MANY, 1, MINORS, 8, GroomingPlots::sameLine),
        Plot.harm(PlantedHarm.REJECTED_BY_MANY, 1, MINORS, 8, GroomingPlots::rejected),
        Plot.harm(PlantedHarm.PERSISTENCE, 1, MINORS, 8, GroomingPlots::persistence),
        Plot.harm(PlantedHarm.MOVING_AWAY, 1, MINORS, 8, GroomingPlots::movingAway),
        Plot.harm(PlantedHarm.GIFTS, 1, MINORS, 8, GroomingPlots::gifts));
  }

  private static void wideContact(Scene scene) {
    Account own = scene.offender();
    List<Account> minors = scene.minors(12, 55, 2, 6, 10);
    long spanMs = scene.span(8 * Scene.HOUR_MS, 5 * Scene.DAY_MS, 7 * Scene.DAY_MS);
    List<Long> moments = scene.moments(minors.size(), scene.startMs(), spanMs);
    for (int at = 0; at < minors.size(); at++) {
      Talk talk = scene.talk(own, minors.get(at), moments.get(at)).says();
      if (scene.dice().chance(0.15)) {
        talk.chat(scene.dice().between(1, 6));
      }
    }
  }

  /** Stages in any order, some left out, between a quarter of an hour and days (DOMAIN §1.7). */
  private static void stagedApproach(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.offender();
    Account minor = scene.minors(1, 11).get(0);
    List<String> stages = new ArrayList<>(dice.some(SOFT, dice.between(1, 4)));
    if (scene.partial()) {
      stages.addAll(dice.some(dice.chance(0.5) ? COVERS : GOALS, 1));
    } else {
      stages.addAll(dice.some(COVERS, dice.between(2, 4)));
      stages.addAll(dice.some(GOALS, dice.between(1, 3)));
    }
    long spanMs = scene.span(18 * Scene.MINUTE_MS, 82 * Scene.HOUR_MS, 6 * Scene.DAY_MS);
    Talk talk = scene.talk(own, minor, scene.startMs()).chat(dice.between(2, 8));
    for (String stage : dice.some(stages, stages.size())) {
      talk.after(Math.max(1, spanMs / 40), Math.max(2, spanMs / stages.size()));
      stage(talk, stage, scene);
      if (stage.equals("AGE_PROBE") && dice.chance(0.6)) {
        talk.disclosesAge();
      }
      talk.chat(dice.between(0, 5));
    }
    if (stages.contains("IMAGE_REQUEST") && dice.chance(0.6)) {
      talk.after(10 * Scene.MINUTE_MS, 12 * Scene.HOUR_MS).receivesImage();
    }
  }

  private static void stage(Talk talk, String stage, Scene scene) {
    if (!stage.equals("MEETING_PROPOSAL")) {
      // What is wanted is asked for more than once.
      for (int left = scene.dice().between(1, 2); left > 0; left--) {
        talk.says(stage).after(20 * Scene.SECOND_MS, 10 * Scene.MINUTE_MS);
      }
      return;
    }
    long atMs = talk.nowMs() + scene.dice().spread(3 * Scene.HOUR_MS, 3 * Scene.DAY_MS);
    talk.proposes(scene.token("cell"), scene.dice().chance(0.4), atMs);
    if (scene.dice().chance(0.6)) {
      talk.answersMeeting(MeetingStatus.ACCEPTED);
      scene.truth().step(atMs);
    }
  }

  /** Seconds to most of an hour after the first word; slowly over days if little is to show. */
  private static void quickSolicitation(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.offender();
    Account minor = scene.minors(1, 10).get(0);
    Talk talk =
        scene.talk(own, minor, scene.startMs()).says(dice.chance(0.5) ? "AGE_PROBE" : "FLATTERY");
    if (scene.partial()) {
      talk.chat(dice.between(6, 20)).after(5 * Scene.HOUR_MS, 82 * Scene.HOUR_MS);
    } else {
      talk.after(19 * Scene.SECOND_MS, 45 * Scene.MINUTE_MS);
    }
    for (int left = dice.between(2, 5); left > 0; left--) {
      talk.says(dice.chance(0.5) ? "SEXUAL" : "IMAGE_REQUEST");
      talk.after(10 * Scene.SECOND_MS, 2 * Scene.MINUTE_MS);
    }
    if (dice.chance(0.35)) {
      talk.after(5 * Scene.MINUTE_MS, 3 * Scene.HOUR_MS).receivesImage();
    } else {
      talk.hears("REFUSAL").after(Scene.SECOND_MS, Scene.MINUTE_MS).reacts(InteractionKind.BLOCK);
    }
  }

  private static void sameLine(Scene scene) {
    Account own = scene.offender();
    Dice dice = scene.dice();
    String line =
        dice.one(List.of("SECRECY", "IMAGE_REQUEST", "SEXUAL", "PLATFORM_MOVE", "GUARDIAN_PROBE"));
    List<Account> minors = scene.minors(7, 18, 1, 2, 10);
    long spanMs = scene.span(3 * Scene.HOUR_MS, 4 * Scene.DAY_MS, 7 * Scene.DAY_MS);
    List<Long> moments = scene.moments(minors.size(), scene.startMs(), spanMs);
    for (int at = 0; at < minors.size(); at++) {
      Talk talk = scene.talk(own, minors.get(at), moments.get(at)).chat(dice.between(1, 6));
      talk.says(line).after(Scene.MINUTE_MS, 30 * Scene.MINUTE_MS).says(line);
      if (dice.chance(0.3)) {
        talk.after(Scene.MINUTE_MS, 5 * Scene.HOUR_MS).hears("REFUSAL");
      } else if (line.equals("IMAGE_REQUEST") && dice.chance(0.3)) {
        talk.after(Scene.MINUTE_MS, 5 * Scene.HOUR_MS).receivesImage();
      }
    }
  }

  private static void rejected(Scene scene) {
    Account own = scene.offender();
    Dice dice = scene.dice();
    List<Account> minors = scene.minors(14, 40, 2, 5, 10);
    List<Long> moments = scene.moments(minors.size(), scene.startMs(), 4 * Scene.DAY_MS);
    int angry = scene.partial() ? dice.between(0, 1) : dice.between(4, 9);
    for (int at = 0; at < minors.size(); at++) {
      Talk talk = scene.talk(own, minors.get(at), moments.get(at)).acts(InteractionKind.REQUEST);
      talk.after(2 * Scene.MINUTE_MS, 9 * Scene.HOUR_MS);
      if (at < angry) {
        talk.says("FLATTERY").after(Scene.MINUTE_MS, Scene.HOUR_MS).reacts(InteractionKind.BLOCK);
        if (dice.chance(0.5)) {
          talk.after(Scene.SECOND_MS, Scene.MINUTE_MS).isReported(ReportCategory.GROOMING);
        }
      } else if (dice.chance(0.7)) {
        talk.reacts(InteractionKind.DECLINE);
      } else if (dice.chance(0.3)) {
        talk.reacts(InteractionKind.ACCEPT);
      }
    }
  }

  private static void persistence(Scene scene) {
    Account own = scene.offender();
    for (Account minor : scene.minors(4, 9, 1, 2, 10)) {
      Talk talk = scene.talk(own, minor, scene.startMs() + scene.dice().between(0L, Scene.DAY_MS));
      for (int left = scene.count(12, 28, 2, 6); left > 0; left--) {
        talk.says(scene.dice().chance(0.2) ? new String[] {"FLATTERY"} : new String[0]);
        talk.after(5 * Scene.MINUTE_MS, 10 * Scene.HOUR_MS);
      }
    }
  }

  private static void movingAway(Scene scene) {
    Account own = scene.offender();
    Dice dice = scene.dice();
    List<Account> minors = scene.minors(6, 14, 1, 2, 10);
    List<Long> moments = scene.moments(minors.size(), scene.startMs(), 3 * Scene.DAY_MS);
    for (int at = 0; at < minors.size(); at++) {
      Talk talk = scene.talk(own, minors.get(at), moments.get(at)).chat(dice.between(2, 9));
      talk.after(Scene.MINUTE_MS, 9 * Scene.HOUR_MS).says("PLATFORM_MOVE");
      if (dice.chance(0.6)) {
        talk.after(Scene.MINUTE_MS, 20 * Scene.MINUTE_MS).says("PLATFORM_MOVE", "CONTACT_EXCHANGE");
      }
    }
  }

  private static void gifts(Scene scene) {
    Account own = scene.offender();
    Dice dice = scene.dice();
    for (Account minor : scene.minors(4, 7, 1, 1, 10)) {
      Talk talk = scene.talk(own, minor, scene.startMs() + dice.between(0L, 2 * Scene.DAY_MS));
      talk.chat(dice.between(1, 5));
      for (int left = dice.between(1, 3); left > 0; left--) {
        talk.after(10 * Scene.MINUTE_MS, 20 * Scene.HOUR_MS).acts(InteractionKind.GIFT);
        talk.after(Scene.SECOND_MS, Scene.MINUTE_MS).hears();
      }
    }
  }
}
