package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.vigie.event.Ban;
import org.vigie.event.BanReason;
import org.vigie.event.ContactOrigin;
import org.vigie.event.DeviceKind;
import org.vigie.event.InteractionKind;
import org.vigie.event.MeetingStatus;
import org.vigie.event.NetworkKind;
import org.vigie.event.Role;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.simulator.Dice;
import org.vigie.simulator.truth.LookAlikeKind;

/** Trade, and accounts that share a telephone, a network or a past for good reasons. */
final class PlaceLookAlikes {
  private PlaceLookAlikes() {}

  static List<Plot> all() {
    return List.of(
        Plot.lookAlike(
            LookAlikeKind.MARKETPLACE_SELLER, 0, Plot.ANYWHERE, 8, PlaceLookAlikes::seller),
        Plot.lookAlike(
            LookAlikeKind.MARKETPLACE_BUYER, 0, Plot.ANYWHERE, 8, PlaceLookAlikes::buyer),
        Plot.lookAlike(LookAlikeKind.HOST, 0, Plot.ANYWHERE, 8, PlaceLookAlikes::host),
        Plot.lookAlike(
            LookAlikeKind.FAMILY_TABLET, 3, Plot.WITH_MINORS, 8, PlaceLookAlikes::tablet),
        Plot.lookAlike(LookAlikeKind.ROOMMATES, 4, Plot.ANYWHERE, 8, PlaceLookAlikes::roommates),
        Plot.lookAlike(
            LookAlikeKind.SECOND_HAND_PHONE, 2, Plot.ANYWHERE, 8, PlaceLookAlikes::secondHand),
        Plot.lookAlike(
            LookAlikeKind.CAFE_OR_SCHOOL_NETWORK, 0, Plot.WITH_MINORS, 6, PlaceLookAlikes::network),
        Plot.lookAlike(LookAlikeKind.REINSTATED, 0, Plot.ANYWHERE, 8, PlaceLookAlikes::reinstated),
        Plot.lookAlike(
            LookAlikeKind.RENAMED_FOR_SAFETY, 0, Plot.ANYWHERE, 8, PlaceLookAlikes::renamed),
        Plot.lookAlike(
            LookAlikeKind.BRAND_NEW_PLATFORM, 14, Plot.NEW_PLATFORM, 6, PlaceLookAlikes::brandNew));
  }

  private static boolean isAdult(Account one) {
    return !one.isMinor();
  }

  /** Buyers come to the seller; prices, payment, one place to fetch things. */
  private static void seller(Scene scene) {
    Dice dice = scene.dice();
    Account seller = scene.lead(PlaceLookAlikes::isAdult);
    if (dice.chance(0.75)) {
      CareLookAlikes.asserts(scene, seller, Role.SELLER, dice.chance(0.6));
    }
    String shop = scene.token("cell");
    for (Account buyer : scene.people(dice.between(5, 30), one -> one.ageYears() >= 16)) {
      long timeMs = scene.startMs() + dice.between(0L, 6 * Scene.DAY_MS);
      Talk talk = scene.talk(seller, buyer, timeMs);
      // They ask; now and then a regular is told of something new.
      talk.by(ContactOrigin.ROOM);
      if (dice.chance(0.85)) {
        talk.hears().after(Scene.MINUTE_MS, 5 * Scene.HOUR_MS);
      }
      talk.says("SALE_OFFER", "PRICE").after(Scene.MINUTE_MS, Scene.HOUR_MS).hears("PRICE");
      if (dice.chance(0.4)) {
        talk.proposes(
            shop, dice.chance(0.8), talk.nowMs() + dice.spread(Scene.HOUR_MS, Scene.DAY_MS));
        talk.answersMeeting(MeetingStatus.ACCEPTED);
      }
      if (dice.chance(0.3)) {
        talk.acts(InteractionKind.PAYMENT_REQUEST)
            .after(Scene.MINUTE_MS, Scene.DAY_MS)
            .reacts(InteractionKind.PAYMENT);
      }
    }
  }

  private static void buyer(Scene scene) {
    Dice dice = scene.dice();
    Account buyer = scene.lead(PlaceLookAlikes::isAdult);
    for (Account seller : scene.people(dice.between(4, 20), PlaceLookAlikes::isAdult)) {
      Talk talk = scene.talk(buyer, seller, scene.startMs() + dice.between(0L, 6 * Scene.DAY_MS));
      talk.by(ContactOrigin.ROOM)
          .says("PRICE", "QUANTITY")
          .after(Scene.MINUTE_MS, 9 * Scene.HOUR_MS);
      talk.hears("PRICE").chat(dice.between(0, 5));
      if (dice.chance(0.2)) {
        talk.acts(InteractionKind.PAYMENT);
      }
    }
  }

  /** A flat, its price, a key handed over at the same door to one guest after the other. */
  private static void host(Scene scene) {
    Dice dice = scene.dice();
    Account host = scene.lead(PlaceLookAlikes::isAdult);
    if (dice.chance(0.6)) {
      CareLookAlikes.asserts(scene, host, Role.SELLER, dice.chance(0.6));
    }
    for (Account guest : scene.people(dice.between(3, 14), PlaceLookAlikes::isAdult)) {
      Talk talk = scene.talk(guest, host, scene.startMs() + dice.between(0L, 5 * Scene.DAY_MS));
      talk.says().after(Scene.MINUTE_MS, 9 * Scene.HOUR_MS).hears("PRICE");
      Talk reply = scene.talk(host, guest, talk.nowMs() + Scene.MINUTE_MS);
      long atMs = reply.nowMs() + dice.spread(5 * Scene.HOUR_MS, 3 * Scene.DAY_MS);
      reply.proposes(host.cell(), false, atMs).answersMeeting(MeetingStatus.ACCEPTED);
      if (dice.chance(0.2)) {
        reply
            .until(atMs)
            .after(Scene.HOUR_MS, Scene.DAY_MS)
            .says("PAYMENT_DEMAND")
            .acts(InteractionKind.PAYMENT_REQUEST);
        reply.after(Scene.HOUR_MS, Scene.DAY_MS).reacts(InteractionKind.PAYMENT);
      }
    }
  }

  /** Parents and children on one device; the platform knows the family, or knows some of it. */
  private static void tablet(Scene scene) {
    Dice dice = scene.dice();
    String device = scene.token("device");
    scene.truth().subject(device);
    Account parent = scene.newcomer(dice.between(30, 50), CareLookAlikes.old(scene));
    List<Account> family = new ArrayList<>(List.of(parent));
    for (int left = 2; left > 0; left--) {
      family.add(scene.newcomer(dice.between(10, 17), CareLookAlikes.old(scene)));
    }
    for (Account member : family) {
      scene.truth().subject(member);
      if (member.index() != parent.index() && dice.chance(0.8)) {
        scene.write(
            scene
                .session(parent, SessionKind.HOUSEHOLD_LINKED, scene.startMs())
                .setLinkedAccount(member.id()));
      }
      shared(scene, member, device, dice.chance(0.5) ? DeviceKind.SHARED : DeviceKind.PERSONAL);
      for (Account friend :
          scene.people(dice.between(1, 6), one -> one.isMinor() == member.isMinor())) {
        Talk talk =
            scene.talk(
                member, friend, scene.startMs() + dice.between(Scene.HOUR_MS, 5 * Scene.DAY_MS));
        talk.chat(dice.between(1, 6));
        if (dice.chance(0.1)) {
          talk.says("PRICE");
        }
      }
    }
  }

  private static void roommates(Scene scene) {
    Dice dice = scene.dice();
    String device = scene.token("device");
    scene.truth().subject(device);
    for (int left = dice.between(2, 4); left > 0; left--) {
      Account mate = scene.newcomer(dice.between(19, 35), CareLookAlikes.old(scene));
      scene.truth().subject(mate);
      shared(scene, mate, device, dice.chance(0.4) ? DeviceKind.SHARED : DeviceKind.PERSONAL);
      for (Account friend : scene.people(dice.between(2, 6), PlaceLookAlikes::isAdult)) {
        Talk talk =
            scene.talk(
                mate, friend, scene.startMs() + dice.between(Scene.HOUR_MS, 4 * Scene.DAY_MS));
        talk.chat(dice.between(2, 8));
        if (dice.chance(0.35)) {
          talk.proposes(
              "cell-bar-" + scene.truth().number(), dice.chance(0.9), talk.nowMs() + Scene.DAY_MS);
          talk.answersMeeting(MeetingStatus.ACCEPTED);
        }
      }
    }
  }

  /**
   * The telephone of somebody who may have been banned, bought by somebody who has nothing to do
   * with it.
   */
  private static void secondHand(Scene scene) {
    Dice dice = scene.dice();
    String device = scene.token("device");
    scene.truth().subject(device);
    Account before = scene.newcomer(dice.between(18, 50), CareLookAlikes.old(scene));
    Account after =
        scene.newcomer(
            dice.between(14, 50), scene.startMs() + dice.spread(Scene.DAY_MS, 3 * Scene.DAY_MS));
    scene.truth().subject(after);
    scene.signIn(before, device, NetworkKind.MOBILE, scene.startMs() + Scene.MINUTE_MS);
    if (dice.chance(0.35)) {
      scene.write(
          scene
              .session(before, SessionKind.BANNED, scene.startMs() + 5 * Scene.HOUR_MS)
              .setBan(
                  Ban.newBuilder()
                      .setReason(dice.chance(0.5) ? BanReason.OTHER : BanReason.SEXTORTION)
                      .build()));
    }
    scene.signIn(after, device, NetworkKind.MOBILE, after.createdMs() + Scene.MINUTE_MS);
    for (Account friend :
        scene.people(dice.between(2, 8), one -> one.isMinor() == after.isMinor())) {
      scene
          .talk(after, friend, after.createdMs() + dice.spread(Scene.HOUR_MS, 2 * Scene.DAY_MS))
          .chat(dice.between(1, 8));
    }
  }

  /** Many who have nothing in common but a hot spot, and a computer in the library. */
  private static void network(Scene scene) {
    Dice dice = scene.dice();
    boolean school = dice.chance(0.5);
    String device = scene.token("device");
    scene.truth().subject(device);
    for (Account guest : scene.people(dice.between(6, 25), one -> !school || one.isMinor())) {
      long timeMs = scene.startMs() + dice.between(0L, 4 * Scene.DAY_MS);
      SessionEvent.Builder signIn =
          scene
              .pen()
              .signIn(guest, device, school ? NetworkKind.SCHOOL : NetworkKind.PUBLIC, timeMs);
      scene.write(dice.chance(0.6) ? signIn.setDeviceKind(DeviceKind.SHARED) : signIn);
    }
  }

  /** Banned by mistake, restored, and back to whom they wrote before. */
  private static void reinstated(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.lead(one -> true);
    List<Account> friends =
        scene.people(dice.between(3, 10), one -> one.isMinor() == own.isMinor());
    for (Account friend : friends) {
      scene
          .talk(own, friend, scene.startMs() + dice.between(0L, Scene.DAY_MS))
          .chat(dice.between(1, 6));
    }
    long bannedMs = scene.startMs() + 30 * Scene.HOUR_MS;
    scene.write(
        scene
            .session(own, SessionKind.BANNED, bannedMs)
            .setBan(
                Ban.newBuilder()
                    .setReason(
                        dice.one(
                            List.of(BanReason.OTHER, BanReason.GROOMING, BanReason.DRUG_SALES)))
                    .build()));
    long backMs = bannedMs + dice.spread(3 * Scene.HOUR_MS, 3 * Scene.DAY_MS);
    scene.write(scene.session(own, SessionKind.RESTORED, backMs));
    for (Account friend : friends) {
      scene
          .talk(own, friend, backMs + dice.spread(Scene.MINUTE_MS, Scene.DAY_MS))
          .chat(dice.between(1, 4));
    }
  }

  /** Another name, another telephone, an old acquaintance blocked. */
  private static void renamed(Scene scene) {
    Dice dice = scene.dice();
    Account own = scene.lead(one -> true);
    long timeMs = scene.startMs();
    for (int left = dice.between(1, 3); left > 0; left--) {
      scene.write(scene.session(own, SessionKind.RENAMED, timeMs));
      timeMs += dice.spread(Scene.HOUR_MS, Scene.DAY_MS);
    }
    scene.signIn(own, scene.token("device"), NetworkKind.VPN, timeMs);
    for (Account other : scene.people(dice.between(1, 4), one -> true)) {
      scene
          .talk(own, other, timeMs + dice.spread(Scene.MINUTE_MS, Scene.DAY_MS))
          .acts(InteractionKind.BLOCK);
    }
  }

  /** Everybody came yesterday, knows nobody and writes to everybody. */
  private static void brandNew(Scene scene) {
    Dice dice = scene.dice();
    List<Account> everybody = new ArrayList<>();
    for (int left = dice.between(10, 14); left > 0; left--) {
      int ageYears = dice.chance(0.25) ? dice.between(13, 17) : dice.between(18, 50);
      Account one = scene.newcomer(ageYears, scene.startMs() + dice.between(0L, 8 * Scene.HOUR_MS));
      scene.truth().subject(one);
      scene.signIn(one, one.device(), NetworkKind.MOBILE, one.createdMs() + Scene.MINUTE_MS);
      everybody.add(one);
    }
    for (Account one : everybody) {
      for (Account other : dice.some(everybody, dice.between(2, 9))) {
        if (one.index() != other.index()) {
          scene
              .talk(one, other, scene.startMs() + dice.spread(9 * Scene.HOUR_MS, 4 * Scene.DAY_MS))
              .by(ContactOrigin.SUGGESTED)
              .chat(dice.between(1, 6));
        }
      }
    }
  }

  private static void shared(Scene scene, Account who, String device, DeviceKind kind) {
    long timeMs = scene.startMs() + scene.dice().spread(Scene.MINUTE_MS, Scene.DAY_MS);
    scene.write(
        scene.pen().signIn(who, device, NetworkKind.RESIDENTIAL, timeMs).setDeviceKind(kind));
  }
}
