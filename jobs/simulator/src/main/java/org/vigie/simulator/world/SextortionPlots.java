package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.vigie.event.AmountBand;
import org.vigie.event.DeviceKind;
import org.vigie.event.InteractionKind;
import org.vigie.event.NetworkKind;
import org.vigie.simulator.Dice;
import org.vigie.simulator.truth.PlantedHarm;

/** Images got out of people, and money out of the images: minutes to hours (DOMAIN §1.7). */
final class SextortionPlots {
  private SextortionPlots() {}

  static List<Plot> all() {
    return List.of(
        Plot.harm(
            PlantedHarm.EXTORTION_BY_IMAGE, 1, Plot.WITH_MINORS, 5, SextortionPlots::extortion),
        Plot.harm(PlantedHarm.SERIAL_EXTORTION, 2, Plot.ANYWHERE, 8, SextortionPlots::serial),
        Plot.harm(
            PlantedHarm.SCATTERED_CONTACT, 1, Plot.WITH_STRANGERS, 6, SextortionPlots::scattered),
        Plot.harm(PlantedHarm.ACCOUNT_FARM, 9, Plot.ANYWHERE, 7, SextortionPlots::farm));
  }

  private static void extortion(Scene scene) {
    Account own = scene.offender(scene.dice().between(18, 45), fresh(scene));
    boolean minor = scene.dice().chance(0.7);
    Account target = minor ? scene.minors(1, 13).get(0) : scene.adults(1).get(0);
    Talk talk = lured(scene, own, target, scene.startMs() + Scene.MINUTE_MS);
    if (scene.partial()) {
      // Got elsewhere: what follows is seen by nobody here.
      talk.says("PLATFORM_MOVE").after(Scene.MINUTE_MS, Scene.HOUR_MS).hears("CONTACT_EXCHANGE");
      return;
    }
    squeeze(scene, talk);
  }

  /** The image, the threat, the demand, the target's fear. */
  private static void squeeze(Scene scene, Talk talk) {
    Dice dice = scene.dice();
    talk.says("IMAGE_REQUEST").after(Scene.MINUTE_MS, 2 * Scene.HOUR_MS);
    if (dice.chance(0.6)) {
      talk.sendsImage().after(20 * Scene.SECOND_MS, 20 * Scene.MINUTE_MS);
    }
    talk.receivesImage().after(40 * Scene.SECOND_MS, 6 * Scene.HOUR_MS);
    for (int left = dice.between(2, 5); left > 0; left--) {
      talk.says("THREAT_EXPOSE").after(10 * Scene.SECOND_MS, 4 * Scene.MINUTE_MS);
      talk.says(dice.chance(0.75) ? "PAYMENT_DEMAND" : "DEADLINE");
      talk.after(20 * Scene.SECOND_MS, 30 * Scene.MINUTE_MS);
      talk.hears(dice.chance(0.6) ? new String[] {"DISTRESS"} : new String[0]);
      talk.after(20 * Scene.SECOND_MS, 2 * Scene.HOUR_MS);
    }
    if (dice.chance(0.4)) {
      talk.isPaid(AmountBand.MEDIUM);
    } else if (dice.chance(0.6)) {
      talk.reacts(InteractionKind.BLOCK);
    }
  }

  private static void serial(Scene scene) {
    Dice dice = scene.dice();
    boolean one = scene.partial();
    String device = scene.token("device");
    scene.truth().subject(device);
    List<Account> own = new ArrayList<>();
    for (int left = dice.between(1, 2); left > 0; left--) {
      Account account = scene.offender(dice.between(18, 45), fresh(scene));
      scene.signIn(account, device, NetworkKind.VPN, scene.startMs() + Scene.MINUTE_MS);
      own.add(account);
    }
    List<Account> targets = scene.adults(one ? 1 : dice.between(3, 7));
    List<Long> moments =
        scene.moments(targets.size(), scene.startMs() + Scene.HOUR_MS, 4 * Scene.DAY_MS);
    for (int at = 0; at < targets.size(); at++) {
      Talk talk = lured(scene, own.get(at % own.size()), targets.get(at), moments.get(at));
      if (one) {
        talk.says("IMAGE_REQUEST").after(Scene.MINUTE_MS, Scene.HOUR_MS).says("PLATFORM_MOVE");
      } else {
        squeeze(scene, talk);
      }
    }
  }

  /** An account of today writes to scores of strangers and trades images with some. */
  private static void scattered(Scene scene) {
    Dice dice = scene.dice();
    Account own =
        scene.offender(
            dice.between(18, 35),
            scene.startMs() - dice.spread(10 * Scene.MINUTE_MS, 20 * Scene.HOUR_MS));
    List<Account> targets = scene.adults(scene.count(32, 80, 4, 11));
    long spanMs = scene.span(3 * Scene.HOUR_MS, 14 * Scene.HOUR_MS, 4 * Scene.DAY_MS);
    List<Long> moments = scene.moments(targets.size(), scene.startMs() + Scene.MINUTE_MS, spanMs);
    for (int at = 0; at < targets.size(); at++) {
      Talk talk = scene.talk(own, targets.get(at), moments.get(at)).says("FLATTERY");
      if (at % 7 == 0) {
        talk.after(Scene.MINUTE_MS, 40 * Scene.MINUTE_MS).hears().says("IMAGE_REQUEST");
        talk.after(Scene.MINUTE_MS, 20 * Scene.MINUTE_MS).sendsImage();
        talk.after(Scene.MINUTE_MS, 20 * Scene.MINUTE_MS).receivesImage();
      }
    }
  }

  /** Many accounts worked from one emulated telephone in a data centre. */
  private static void farm(Scene scene) {
    Dice dice = scene.dice();
    String device = scene.token("device");
    scene.truth().subject(device);
    int count = scene.count(7, 9, 2, 3);
    boolean plain = dice.chance(0.25);
    for (int left = count; left > 0; left--) {
      Account own = scene.offender(dice.between(19, 50), fresh(scene));
      long timeMs = scene.startMs() + dice.between(Scene.MINUTE_MS, 2 * Scene.DAY_MS);
      scene.write(
          scene
              .pen()
              .signIn(own, device, plain ? NetworkKind.MOBILE : NetworkKind.HOSTING, timeMs)
              .setDeviceKind(plain ? DeviceKind.PERSONAL : DeviceKind.EMULATOR));
      for (Account target : scene.adults(dice.between(1, 4))) {
        scene
            .talk(own, target, timeMs + dice.spread(Scene.MINUTE_MS, Scene.DAY_MS))
            .says("FLATTERY")
            .chat(dice.between(0, 4));
      }
    }
  }

  private static Talk lured(Scene scene, Account own, Account target, long fromMs) {
    return scene.talk(own, target, fromMs).says("FLATTERY").chat(scene.dice().between(3, 12));
  }

  private static long fresh(Scene scene) {
    return scene.startMs() - scene.dice().spread(10 * Scene.MINUTE_MS, 20 * Scene.DAY_MS);
  }
}
