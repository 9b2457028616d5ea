package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.vigie.event.AmountBand;
import org.vigie.event.ContactOrigin;
import org.vigie.event.InteractionKind;
import org.vigie.event.MeetingStatus;
import org.vigie.event.NetworkKind;
import org.vigie.event.ReportCategory;
import org.vigie.event.SessionKind;
import org.vigie.simulator.Dice;
import org.vigie.simulator.truth.PlantedHarm;

/** People lured to meetings to be robbed, beaten or blackmailed. */
final class AmbushPlots {
  private AmbushPlots() {}

  static List<Plot> all() {
    return List.of(
        Plot.harm(
            PlantedHarm.LURES_TO_ONE_PLACE,
            4,
            Plot.WITH_STRANGERS,
            8,
            AmbushPlots::luresToOnePlace),
        Plot.harm(
            PlantedHarm.SILENCE_AFTER_MEETINGS, 2, Plot.WITH_STRANGERS, 9, AmbushPlots::silence),
        Plot.harm(
            PlantedHarm.REPORTED_AMBUSH, 3, Plot.WITH_STRANGERS, 7, AmbushPlots::reportedAmbush),
        Plot.harm(
            PlantedHarm.DEMAND_AFTER_MEETING, 1, Plot.WITH_STRANGERS, 7, AmbushPlots::demandAfter),
        Plot.harm(PlantedHarm.LURES_IN_TURN, 5, Plot.WITH_STRANGERS, 9, AmbushPlots::luresInTurn));
  }

  /** Two to four accounts on one telephone ask many to the same corner. */
  private static void luresToOnePlace(Scene scene) {
    Dice dice = scene.dice();
    boolean apart = scene.partial();
    String device = scene.token("device");
    String cell = scene.token("cell");
    scene.truth().subject(device);
    List<Account> lures = lures(scene, apart ? 2 : dice.between(2, 4), device, apart);
    List<Account> targets = scene.adults(apart ? dice.between(1, 2) : dice.between(5, 10));
    List<Long> moments =
        scene.moments(targets.size(), scene.startMs() + 2 * Scene.HOUR_MS, 4 * Scene.DAY_MS);
    for (int at = 0; at < targets.size(); at++) {
      Account lure = lures.get(at % lures.size());
      Talk talk = lured(scene, lure, targets.get(at), moments.get(at));
      meets(talk, apart ? scene.token("cell") : cell, dice);
      if (dice.chance(0.5)) {
        scene.truth().step(talk.nowMs() + 4 * Scene.HOUR_MS);
      }
    }
  }

  /** Meetings after which nobody answers any more, and some block, or the account is gone. */
  private static void silence(Scene scene) {
    Dice dice = scene.dice();
    boolean faint = scene.partial();
    String device = scene.token("device");
    scene.truth().subject(device);
    List<Account> lures = lures(scene, 2, device, false);
    List<Account> targets = scene.adults(faint ? 1 : dice.between(3, 6));
    List<Long> moments =
        scene.moments(targets.size(), scene.startMs() + Scene.HOUR_MS, 2 * Scene.DAY_MS);
    long lastMs = scene.startMs();
    for (int at = 0; at < targets.size(); at++) {
      Talk talk = lured(scene, lures.get(at % lures.size()), targets.get(at), moments.get(at));
      long meetingMs = meets(talk, scene.token("cell"), dice);
      scene.truth().step(meetingMs);
      lastMs = Math.max(lastMs, meetingMs);
      if (!faint && dice.chance(0.75)) {
        talk.until(meetingMs)
            .after(30 * Scene.MINUTE_MS, 30 * Scene.HOUR_MS)
            .reacts(InteractionKind.BLOCK);
      }
    }
    if (!faint && dice.chance(0.6)) {
      delete(scene, lures.get(0), lastMs + dice.spread(Scene.HOUR_MS, 20 * Scene.HOUR_MS));
    }
  }

  /** One of several tells what was done to them, while others are still on their way. */
  private static void reportedAmbush(Scene scene) {
    Dice dice = scene.dice();
    boolean untold = scene.partial();
    String device = scene.token("device");
    String cell = scene.token("cell");
    scene.truth().subject(device);
    scene.truth().subject(cell);
    List<Account> lures = lures(scene, dice.between(1, 3), device, false);
    List<Account> targets = scene.adults(dice.between(2, 4));
    Talk first = lured(scene, lures.get(0), targets.get(0), scene.startMs() + Scene.HOUR_MS);
    long firstMs = meets(first, cell, dice);
    long toldMs = firstMs + dice.spread(40 * Scene.MINUTE_MS, 20 * Scene.HOUR_MS);
    if (!untold) {
      ReportCategory what =
          dice.one(
              List.of(ReportCategory.ROBBERY, ReportCategory.VIOLENCE, ReportCategory.EXTORTION));
      first.until(toldMs).isReported(what, firstMs, cell);
    }
    for (int at = 1; at < targets.size(); at++) {
      Account lure = lures.get(at % lures.size());
      Talk next =
          lured(
              scene, lure, targets.get(at), scene.startMs() + dice.between(1L, 5L) * Scene.HOUR_MS);
      long nextMs = Math.max(toldMs, next.nowMs()) + dice.spread(Scene.HOUR_MS, 40 * Scene.HOUR_MS);
      next.proposes(dice.chance(0.5) ? cell : scene.token("cell"), false, nextMs);
      next.answersMeeting(MeetingStatus.ACCEPTED);
      // The first can't be helped any more, the next can.
      scene.truth().step(nextMs);
    }
  }

  private static void demandAfter(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.offender();
    Account target = scene.adults(1).get(0);
    Talk talk = lured(scene, own, target, scene.startMs() + Scene.HOUR_MS);
    long meetingMs = meets(talk, scene.token("cell"), dice);
    talk.until(meetingMs).after(30 * Scene.MINUTE_MS, 30 * Scene.HOUR_MS);
    if (scene.partial()) {
      talk.says("PLATFORM_MOVE").after(Scene.MINUTE_MS, Scene.HOUR_MS).hears();
      return;
    }
    for (int left = dice.between(2, 5); left > 0; left--) {
      talk.says(
          dice.chance(0.6)
              ? "PAYMENT_DEMAND"
              : dice.chance(0.5) ? "THREAT_EXPOSE" : "THREAT_VIOLENCE");
      talk.after(Scene.MINUTE_MS, 2 * Scene.HOUR_MS);
      talk.hears(dice.chance(0.5) ? new String[] {"DISTRESS"} : new String[0]);
    }
    if (dice.chance(0.5)) {
      talk.after(20 * Scene.MINUTE_MS, 20 * Scene.HOUR_MS).isPaid(AmountBand.MEDIUM);
    }
  }

  /** An account is made, talks to some, asks one to meet, and is gone; then the next one. */
  private static void luresInTurn(Scene scene) {
    Dice dice = scene.dice();
    boolean once = scene.partial();
    String device = scene.token("device");
    scene.truth().subject(device);
    long bornMs = scene.startMs();
    for (int cycle = once ? 1 : dice.between(3, 5); cycle > 0; cycle--) {
      Account lure = scene.offender(dice.between(19, 40), bornMs);
      scene.signIn(lure, device, NetworkKind.MOBILE, bornMs + Scene.MINUTE_MS);
      long endMs = bornMs;
      for (Account target : scene.adults(dice.between(2, 7))) {
        Talk talk =
            lured(scene, lure, target, bornMs + dice.spread(Scene.HOUR_MS, 8 * Scene.HOUR_MS));
        if (dice.chance(0.6)) {
          long meetingMs = meets(talk, scene.token("cell"), dice);
          scene.truth().step(meetingMs);
          endMs = Math.max(endMs, Math.min(meetingMs, bornMs + 30 * Scene.HOUR_MS));
        }
        endMs = Math.max(endMs, talk.nowMs());
      }
      endMs += dice.spread(10 * Scene.MINUTE_MS, 5 * Scene.HOUR_MS);
      delete(scene, lure, endMs);
      bornMs = endMs + dice.spread(30 * Scene.MINUTE_MS, 8 * Scene.HOUR_MS);
    }
  }

  private static List<Account> lures(Scene scene, int count, String device, boolean apart) {
    List<Account> lures = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      long createdMs = scene.startMs() - scene.dice().spread(Scene.HOUR_MS, 9 * Scene.DAY_MS);
      Account lure = scene.offender(scene.dice().between(19, 40), createdMs);
      if (!apart) {
        long timeMs = scene.startMs() + scene.dice().between(0L, Scene.HOUR_MS);
        scene.signIn(lure, device, NetworkKind.MOBILE, timeMs);
      }
      lures.add(lure);
    }
    return lures;
  }

  private static Talk lured(Scene scene, Account lure, Account target, long fromMs) {
    boolean matched = scene.kind() == CommunityKind.DATING;
    return scene
        .talk(lure, target, fromMs)
        .by(matched ? ContactOrigin.MATCHED : ContactOrigin.SEARCH)
        .says("FLATTERY")
        .chat(scene.dice().between(4, 14));
  }

  /** Fixed a few hours later, where nobody is (DOMAIN §1.7). */
  private static long meets(Talk talk, String cell, Dice dice) {
    long atMs = talk.nowMs() + dice.spread(90 * Scene.MINUTE_MS, 14 * Scene.HOUR_MS);
    if (dice.chance(0.6)) {
      talk.proposes(cell, false, atMs, "COME_ALONE");
    } else {
      talk.proposes(cell, false, atMs);
    }
    talk.answersMeeting(MeetingStatus.ACCEPTED);
    return atMs;
  }

  private static void delete(Scene scene, Account lure, long timeMs) {
    scene.write(scene.session(lure, SessionKind.DELETED, timeMs));
  }
}
