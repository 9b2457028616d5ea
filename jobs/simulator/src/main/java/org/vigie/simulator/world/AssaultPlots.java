package org.vigie.simulator.world;

import java.util.List;
import org.vigie.event.Media;
import org.vigie.event.MediaKind;
import org.vigie.event.NetworkKind;
import org.vigie.event.Scan;
import org.vigie.event.SessionKind;
import org.vigie.simulator.Dice;
import org.vigie.simulator.truth.PlantedHarm;

/** Assaults on people who are drugged, planned or sought company for. */
final class AssaultPlots {
  private AssaultPlots() {}

  static List<Plot> all() {
    return List.of(
        Plot.harm(PlantedHarm.PLANNED_ASSAULT, 1, Plot.WITH_STRANGERS, 7, AssaultPlots::planned),
        Plot.harm(
            PlantedHarm.SEARCH_FOR_ACCOMPLICES, 1, Plot.WITH_STRANGERS, 9, AssaultPlots::search),
        Plot.harm(PlantedHarm.ROOM_OF_ACCOMPLICES, 7, Plot.WITH_STRANGERS, 9, AssaultPlots::room));
  }

  private static void planned(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.offender();
    Account other = scene.people(1, one -> !one.isMinor()).get(0);
    Talk talk = scene.talk(own, other, scene.startMs()).chat(dice.between(2, 8));
    boolean vague = scene.partial();
    for (int left = vague ? 1 : dice.between(2, 5); left > 0; left--) {
      talk.after(5 * Scene.MINUTE_MS, 20 * Scene.HOUR_MS);
      talk.says(dice.chance(0.5) ? "SEDATION" : "THIRD_PARTY_UNAWARE").chat(dice.between(0, 3));
    }
    if (vague) {
      return;
    }
    if (dice.chance(0.4)) {
      Media media =
          Media.newBuilder().setHash(scene.token("image")).setKind(MediaKind.IMAGE).build();
      scene.pen().write(talk.message("THIRD_PARTY_UNAWARE").setMedia(List.of(media)));
      talk.after(Scene.MINUTE_MS, Scene.HOUR_MS);
    }
    long atMs = talk.nowMs() + dice.spread(5 * Scene.HOUR_MS, 3 * Scene.DAY_MS);
    talk.proposes(scene.token("cell"), false, atMs);
    scene.truth().step(atMs);
  }

  private static void search(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.offender();
    List<Account> asked = scene.people(scene.count(4, 11, 1, 1), one -> !one.isMinor());
    List<Long> moments = scene.moments(asked.size(), scene.startMs(), 6 * Scene.DAY_MS);
    for (int at = 0; at < asked.size(); at++) {
      Talk talk = scene.talk(own, asked.get(at), moments.get(at)).chat(dice.between(1, 5));
      talk.says(dice.chance(0.5) ? "SEDATION" : "THIRD_PARTY_UNAWARE");
      if (dice.chance(0.6)) {
        talk.after(Scene.MINUTE_MS, Scene.HOUR_MS).says("SEDATION", "THIRD_PARTY_UNAWARE");
      }
    }
  }

  /** A room that is about little else; some who drop in say nothing of the kind. */
  private static void room(Scene scene) {
    Dice dice = scene.dice();
    String room = scene.token("room");
    scene.truth().subject(room);
    int insiders = scene.count(6, 7, 1, 2);
    for (int left = insiders; left > 0; left--) {
      Account member = scene.offender();
      join(scene, member, room);
      int posts = dice.between(2, 8);
      boolean coded = true; // who never speaks of it is no insider
      for (long timeMs : scene.moments(posts, scene.startMs() + Scene.HOUR_MS, 6 * Scene.DAY_MS)) {
        String code = dice.chance(0.5) ? "SEDATION" : "THIRD_PARTY_UNAWARE";
        post(scene, member, room, timeMs, coded ? new String[] {code} : new String[0]);
        coded = dice.chance(0.6);
      }
    }
    for (Account visitor : scene.people(dice.between(1, 6), one -> !one.isMinor())) {
      join(scene, visitor, room);
      post(scene, visitor, room, scene.startMs() + dice.spread(Scene.HOUR_MS, 6 * Scene.DAY_MS));
    }
  }

  private static void join(Scene scene, Account member, String room) {
    long timeMs = scene.startMs() + scene.dice().between(Scene.MINUTE_MS, Scene.HOUR_MS);
    scene.signIn(member, member.device(), NetworkKind.RESIDENTIAL, timeMs);
    scene.write(scene.session(member, SessionKind.ROOM_JOINED, timeMs).setRoom(room));
  }

  private static void post(Scene scene, Account member, String room, long timeMs, String... codes) {
    Scan scan = scene.classifier().scan();
    scene
        .pen()
        .write(
            scene
                .pen()
                .post(member, room, timeMs)
                .setScan(scan)
                .setSignals(scene.classifier().of(scan, codes)));
    scene.truth().act(member, timeMs);
  }
}
