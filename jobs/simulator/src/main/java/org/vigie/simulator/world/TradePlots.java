package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.event.Link;
import org.vigie.event.LinkKind;
import org.vigie.event.ListMatch;
import org.vigie.event.MatchMethod;
import org.vigie.event.Media;
import org.vigie.event.MediaKind;
import org.vigie.event.Message;
import org.vigie.event.Scan;
import org.vigie.simulator.Dice;
import org.vigie.simulator.truth.PlantedHarm;

/** Drugs that are sold, and abuse material that is passed on. */
final class TradePlots {
  private TradePlots() {}

  static List<Plot> all() {
    return List.of(
        Plot.harm(PlantedHarm.DEALING, 1, Plot.ANYWHERE, 8, TradePlots::dealing),
        Plot.harm(PlantedHarm.PASSED_MENU, 1, Plot.ANYWHERE, 6, TradePlots::menu),
        Plot.harm(PlantedHarm.LISTED_MATERIAL, 1, Plot.ANYWHERE, 5, TradePlots::listed),
        Plot.harm(PlantedHarm.SIMILAR_MATERIAL, 1, Plot.ANYWHERE, 9, TradePlots::similar),
        Plot.harm(PlantedHarm.SPREAD_MATERIAL, 2, Plot.ANYWHERE, 5, TradePlots::spread));
  }

  private static void dealing(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.offender();
    int count = scene.count(11, 30, 2, 3);
    long spanMs = scene.span(2 * Scene.HOUR_MS, 16 * Scene.HOUR_MS, 6 * Scene.DAY_MS);
    if (dice.chance(0.3)) {
      for (long timeMs : scene.moments(Math.min(9, count), scene.startMs(), spanMs)) {
        offer(scene, own, scene.token("room"), timeMs);
      }
      return;
    }
    List<Account> buyers = scene.people(count, one -> one.ageYears() >= 15);
    scene.truth().victims(buyers);
    List<Long> moments = scene.moments(buyers.size(), scene.startMs(), spanMs);
    for (int at = 0; at < buyers.size(); at++) {
      Talk talk = scene.talk(own, buyers.get(at), moments.get(at));
      talk.says("SALE_OFFER", dice.chance(0.5) ? "PRICE" : "QUANTITY");
      if (dice.chance(0.6)) {
        talk.after(Scene.SECOND_MS, Scene.MINUTE_MS).says("SALE_OFFER", "PRICE");
      }
      if (dice.chance(0.3)) {
        talk.chat(dice.between(1, 4));
      }
    }
  }

  private static void offer(Scene scene, Account own, String room, long timeMs) {
    Scan scan = scene.classifier().scan();
    scene
        .pen()
        .write(
            scene
                .pen()
                .post(own, room, timeMs)
                .setScan(scan)
                .setSignals(scene.classifier().of(scan, "SALE_OFFER", "PRICE", "QUANTITY")));
    scene.truth().act(own, timeMs);
  }

  /** The same text to many, a word changed here and there. */
  private static void menu(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.offender();
    boolean varied = scene.partial();
    List<Account> buyers =
        scene.people(varied ? dice.between(3, 6) : dice.between(16, 45), one -> true);
    scene.truth().victims(buyers);
    long menu = dice.between(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);
    List<Long> moments =
        scene.moments(
            buyers.size(), scene.startMs(), dice.spread(Scene.HOUR_MS, 15 * Scene.HOUR_MS));
    for (int at = 0; at < buyers.size(); at++) {
      long written = varied ? dice.between(0L, Long.MAX_VALUE - 1) : changed(menu, dice);
      String[] codes = dice.chance(0.7) ? new String[] {"SALE_OFFER", "PRICE"} : new String[0];
      scene
          .pen()
          .write(
              scene
                  .talk(own, buyers.get(at), moments.get(at))
                  .message(codes)
                  .setTextFingerprint("%016x".formatted(written)));
    }
  }

  /** None, one, two or three bits of it are different. */
  private static long changed(long fingerprint, Dice dice) {
    long changed = fingerprint;
    for (int left = dice.between(0, 3); left > 0; left--) {
      changed ^= 1L << dice.between(0, 63);
    }
    return changed;
  }

  private static void listed(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.offender();
    boolean unlisted = scene.partial();
    String hash = scene.token("media");
    scene.truth().subject(hash);
    List<Account> receivers = scene.people(dice.between(1, 2), one -> !one.isMinor());
    for (Account receiver : receivers) {
      Talk talk = scene.talk(own, receiver, scene.startMs()).chat(dice.between(1, 4));
      for (int left = dice.between(1, 3); left > 0; left--) {
        talk.after(Scene.MINUTE_MS, 10 * Scene.HOUR_MS);
        attach(
            scene,
            talk.message(),
            unlisted ? media(hash, Optional.empty()) : media(hash, Optional.of(verified())));
      }
    }
  }

  /** Like what is on a list, or on a list that nobody checked. */
  private static void similar(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.offender();
    int count = scene.count(4, 9, 1, 1);
    Account receiver = scene.people(1, one -> !one.isMinor()).get(0);
    Talk talk = scene.talk(own, receiver, scene.startMs()).chat(dice.between(1, 4));
    for (int left = count; left > 0; left--) {
      boolean near = dice.chance(0.6);
      ListMatch match =
          ListMatch.newBuilder()
              .setList(near ? "verified-1" : "community-2")
              .setVerified(near)
              .setMethod(near ? MatchMethod.PERCEPTUAL : MatchMethod.EXACT)
              .setDistance(near ? dice.between(1, 12) : 0)
              .build();
      String hash = scene.token("media");
      scene.truth().subject(hash);
      talk.after(10 * Scene.MINUTE_MS, 36 * Scene.HOUR_MS);
      attach(scene, talk.message(), media(hash, Optional.of(match)));
    }
  }

  /** One file, or the link to it, to many within hours. */
  private static void spread(Scene scene) {
    Dice dice = scene.dice();
    boolean quiet = scene.partial();
    String hash = scene.token("media");
    String link = scene.token("link");
    scene.truth().subject(hash);
    scene.truth().subject(link);
    List<Account> own = new ArrayList<>();
    for (int left = dice.between(1, 2); left > 0; left--) {
      own.add(scene.offender());
    }
    List<Account> receivers =
        scene.people(quiet ? dice.between(1, 2) : dice.between(6, 24), one -> !one.isMinor());
    List<Long> moments =
        scene.moments(
            receivers.size(), scene.startMs(), dice.spread(Scene.HOUR_MS, 14 * Scene.HOUR_MS));
    for (int at = 0; at < receivers.size(); at++) {
      Talk talk = scene.talk(own.get(at % own.size()), receivers.get(at), moments.get(at));
      Message.Builder message = talk.message();
      if (at % 3 == 0 && dice.chance(0.5)) {
        message.setLinks(
            List.of(Link.newBuilder().setHash(link).setKind(LinkKind.FILE_HOST).build()));
      }
      attach(
          scene,
          message,
          quiet ? media(hash, Optional.empty()) : media(hash, Optional.of(verified())));
    }
  }

  private static ListMatch verified() {
    return ListMatch.newBuilder()
        .setList("verified-1")
        .setVerified(true)
        .setMethod(MatchMethod.EXACT)
        .setDistance(0)
        .build();
  }

  private static Media media(String hash, Optional<ListMatch> match) {
    Media.Builder media = Media.newBuilder().setHash(hash).setKind(MediaKind.IMAGE);
    match.ifPresent(media::setMatch);
    return media.build();
  }

  private static void attach(Scene scene, Message.Builder message, Media media) {
    scene.pen().write(message.setMedia(List.of(media)));
  }
}
