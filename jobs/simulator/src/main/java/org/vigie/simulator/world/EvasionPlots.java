package org.vigie.simulator.world;

import java.util.List;
import org.vigie.event.Ban;
import org.vigie.event.BanReason;
import org.vigie.event.NetworkKind;
import org.vigie.event.SessionKind;
import org.vigie.simulator.Dice;
import org.vigie.simulator.truth.PlantedHarm;

/** People who were banned and come back, and accounts made to be thrown away. */
final class EvasionPlots {
  private EvasionPlots() {}

  static List<Plot> all() {
    return List.of(
        Plot.harm(PlantedHarm.RETURN_ON_THE_DEVICE, 2, Plot.ANYWHERE, 8, EvasionPlots::onDevice),
        Plot.harm(PlantedHarm.RETURN_TO_THE_TARGETS, 2, Plot.ANYWHERE, 9, EvasionPlots::toTargets),
        Plot.harm(PlantedHarm.THROWAWAY_ACCOUNTS, 7, Plot.ANYWHERE, 8, EvasionPlots::throwaway));
  }

  private static void onDevice(Scene scene) {
    Dice dice = scene.dice();
    boolean careful = scene.partial();
    String device = scene.token("device");
    scene.truth().subject(device);
    List<Account> targets = scene.adults(dice.between(4, 10));
    long bannedMs = banned(scene, device, targets);
    long backMs = bannedMs + dice.spread(10 * Scene.MINUTE_MS, 2 * Scene.DAY_MS);
    Account back = scene.offender(dice.between(20, 55), backMs);
    scene.signIn(
        back, careful ? back.device() : device, NetworkKind.MOBILE, backMs + Scene.MINUTE_MS);
    List<Account> again = careful ? scene.adults(3) : dice.some(targets, dice.between(2, 5));
    for (Account target : again) {
      scene
          .talk(back, target, backMs + dice.spread(10 * Scene.MINUTE_MS, Scene.DAY_MS))
          .chat(dice.between(1, 6));
    }
  }

  private static void toTargets(Scene scene) {
    Dice dice = scene.dice();
    List<Account> targets = scene.adults(dice.between(9, 16));
    long bannedMs = banned(scene, scene.token("device"), targets);
    long backMs = bannedMs + dice.spread(Scene.HOUR_MS, 2 * Scene.DAY_MS);
    Account back = scene.offender(dice.between(20, 55), backMs);
    List<Account> again = dice.some(targets, scene.count(5, 9, 1, 2));
    for (Account target : again) {
      scene
          .talk(back, target, backMs + dice.spread(10 * Scene.MINUTE_MS, 2 * Scene.DAY_MS))
          .chat(dice.between(1, 5));
    }
  }

  /** Writes to all of them, and is banned for it. */
  private static long banned(Scene scene, String device, List<Account> targets) {
    Dice dice = scene.dice();
    Account own = scene.offender();
    scene.signIn(own, device, NetworkKind.MOBILE, scene.startMs() + Scene.MINUTE_MS);
    long lastMs = scene.startMs();
    for (Account target : targets) {
      Talk talk =
          scene.talk(own, target, scene.startMs() + dice.spread(2 * Scene.MINUTE_MS, Scene.DAY_MS));
      talk.chat(dice.between(1, 6));
      lastMs = Math.max(lastMs, talk.nowMs());
    }
    long bannedMs = lastMs + dice.spread(10 * Scene.MINUTE_MS, Scene.DAY_MS);
    BanReason reason =
        dice.one(
            List.of(
                BanReason.GROOMING, BanReason.SEXTORTION, BanReason.DRUG_SALES, BanReason.AMBUSH));
    scene.write(
        scene
            .session(own, SessionKind.BANNED, bannedMs)
            .setBan(Ban.newBuilder().setReason(reason).build()));
    return bannedMs;
  }

  private static void throwaway(Scene scene) {
    Dice dice = scene.dice();
    String device = scene.token("device");
    scene.truth().subject(device);
    long bornMs = scene.startMs();
    for (int left = scene.count(5, 7, 1, 2); left > 0; left--) {
      Account own = scene.offender(dice.between(18, 50), bornMs);
      scene.signIn(own, device, NetworkKind.MOBILE, bornMs + Scene.MINUTE_MS);
      for (Account target : scene.people(dice.between(1, 4), one -> true)) {
        scene
            .talk(own, target, bornMs + dice.spread(5 * Scene.MINUTE_MS, 2 * Scene.HOUR_MS))
            .says();
      }
      long goneMs = bornMs + dice.spread(3 * Scene.HOUR_MS, 15 * Scene.HOUR_MS);
      scene.write(scene.session(own, SessionKind.DELETED, goneMs));
      bornMs = goneMs + dice.spread(5 * Scene.MINUTE_MS, 4 * Scene.HOUR_MS);
    }
  }
}
