package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.event.InteractionKind;
import org.vigie.event.Media;
import org.vigie.event.MediaKind;
import org.vigie.event.MeetingStatus;
import org.vigie.event.Message;
import org.vigie.event.ReportCategory;
import org.vigie.event.Scan;
import org.vigie.simulator.Dice;
import org.vigie.simulator.world.Scene.Ground;

/** What ordinary people write to friends, groups, rooms and strangers; some of it sounds odd. */
final class Chatter {
  private static final int TRIES = 12;

  /** A thing that is said now and then, in one message of so many. */
  private record Odd(String code, double share) {}

  private static final List<Odd> AMONG_FRIENDS =
      List.of(
          new Odd("LOCATION_PROBE", 0.03),
          new Odd("FLATTERY", 0.02),
          new Odd("SECRECY", 0.006),
          new Odd("PLATFORM_MOVE", 0.006),
          new Odd("CONTACT_EXCHANGE", 0.006),
          new Odd("PAYMENT_DEMAND", 0.001),
          new Odd("DEADLINE", 0.002),
          new Odd("URGENCY", 0.004),
          new Odd("DISTRESS", 0.002),
          new Odd("GUARDIAN_PROBE", 0.003));
  private static final List<Odd> AMONG_STRANGERS =
      List.of(
          new Odd("AGE_PROBE", 0.05),
          new Odd("FLATTERY", 0.04),
          new Odd("LOCATION_PROBE", 0.03),
          new Odd("PLATFORM_MOVE", 0.015),
          new Odd("CONTACT_EXCHANGE", 0.015),
          new Odd("REFUSAL", 0.01),
          new Odd("THREAT_VIOLENCE", 0.0008),
          new Odd("PRICE", 0.003));
  private static final List<Odd> AMONG_ADULTS_WHO_DATE =
      List.of(
          new Odd("FLATTERY", 0.14),
          new Odd("SEXUAL", 0.05),
          new Odd("IMAGE_REQUEST", 0.012),
          new Odd("PLATFORM_MOVE", 0.04),
          new Odd("CONTACT_EXCHANGE", 0.04),
          new Odd("REFUSAL", 0.02));

  private final Ground ground;

  Chatter(Ground ground) {
    this.ground = ground;
  }

  void friend(Account own, Scene scene) {
    Dice dice = scene.dice();
    Optional<Account> friend = someFriend(own, scene);
    if (friend.isEmpty()) {
      return;
    }
    Talk talk = scene.talk(own, friend.get(), scene.startMs());
    turns(talk, scene, AMONG_FRIENDS);
    if (dice.chance(0.04)) {
      long atMs = talk.nowMs() + dice.spread(2 * Scene.HOUR_MS, 4 * Scene.DAY_MS);
      talk.proposes(friend.get().cell(), dice.chance(0.5), atMs);
      talk.answersMeeting(dice.chance(0.75) ? MeetingStatus.ACCEPTED : MeetingStatus.REFUSED);
    }
    if (dice.chance(0.012)) {
      talk.acts(InteractionKind.GIFT);
    }
    if (dice.chance(0.008)) {
      talk.acts(InteractionKind.PAYMENT_REQUEST)
          .after(Scene.MINUTE_MS, Scene.HOUR_MS)
          .reacts(InteractionKind.PAYMENT);
    }
  }

  /** Somebody new: mostly of one's own age, mostly answered. */
  void stranger(Account own, Scene scene) {
    Dice dice = scene.dice();
    Optional<Account> other = someStranger(own, scene);
    if (other.isEmpty()) {
      return;
    }
    Talk talk = scene.talk(own, other.get(), scene.startMs()).by(Life.origin(own.kind(), dice));
    boolean asks = own.kind() == CommunityKind.FRIENDS || dice.chance(0.15);
    if (asks) {
      talk.acts(InteractionKind.REQUEST).after(Scene.MINUTE_MS, 9 * Scene.HOUR_MS);
      if (dice.chance(0.35)) {
        talk.reacts(dice.chance(0.7) ? InteractionKind.DECLINE : InteractionKind.BLOCK);
        return;
      }
      talk.reacts(InteractionKind.ACCEPT);
    }
    talk.says();
    if (dice.chance(0.3)) {
      return; // nobody answers
    }
    if (dice.chance(0.04)) {
      talk.disclosesAge();
    }
    turns(
        talk, scene, own.kind() == CommunityKind.DATING ? AMONG_ADULTS_WHO_DATE : AMONG_STRANGERS);
    if (own.kind() == CommunityKind.DATING) {
      date(talk, scene);
    }
    annoyed(talk, scene);
  }

  void group(Account own, Scene scene) {
    Dice dice = scene.dice();
    List<Account> members = friends(own, scene, dice.between(2, 8));
    if (members.isEmpty()) {
      return;
    }
    long timeMs = scene.startMs();
    List<Account> all = new ArrayList<>(members);
    all.add(own);
    Account speaker = own;
    for (int left = dice.between(1, 7); left > 0; left--) {
      List<Account> others = new ArrayList<>(all);
      others.remove(speaker);
      Scan scan = scene.classifier().scan();
      Message.Builder message = scene.pen().group(speaker, others, timeMs).setScan(scan);
      scene.pen().write(message.setSignals(scene.classifier().of(scan, odd(AMONG_FRIENDS, dice))));
      timeMs += dice.spread(10 * Scene.SECOND_MS, 10 * Scene.MINUTE_MS);
      speaker = dice.one(all);
    }
  }

  void room(Account own, Scene scene) {
    Dice dice = scene.dice();
    String room = "room-" + own.kind().community() + dice.between(0, 40);
    long timeMs = scene.startMs();
    for (int left = dice.between(1, 4); left > 0; left--) {
      Scan scan = scene.classifier().scan();
      boolean sells = dice.chance(0.01);
      Message.Builder post = scene.pen().post(own, room, timeMs).setScan(scan);
      post.setSignals(
          sells
              ? scene.classifier().of(scan, "SALE_OFFER", "PRICE")
              : scene.classifier().of(scan, odd(AMONG_STRANGERS, dice)));
      scene.pen().write(post);
      timeMs += dice.spread(20 * Scene.SECOND_MS, 20 * Scene.MINUTE_MS);
    }
  }

  private void turns(Talk talk, Scene scene, List<Odd> odd) {
    Dice dice = scene.dice();
    for (long left = dice.spread(1, 12); left > 0; left--) {
      talk.after(6 * Scene.SECOND_MS, 6 * Scene.MINUTE_MS);
      String[] codes = odd(odd, dice);
      if (dice.chance(0.06)) {
        Media media =
            Media.newBuilder().setHash(scene.token("picture")).setKind(MediaKind.IMAGE).build();
        scene.pen().write(talk.message(codes).setMedia(List.of(media)));
      } else if (dice.chance(0.5)) {
        talk.says(codes);
      } else {
        talk.hears(codes);
      }
    }
  }

  private static String[] odd(List<Odd> odd, Dice dice) {
    double drawn = dice.between(0.0, 1.0);
    for (Odd one : odd) {
      drawn -= one.share;
      if (drawn < 0) {
        return new String[] {one.code};
      }
    }
    return new String[0];
  }

  private static void date(Talk talk, Scene scene) {
    Dice dice = scene.dice();
    if (dice.chance(0.05)) {
      talk.sendsImage().after(Scene.SECOND_MS, Scene.HOUR_MS).receivesImage();
    }
    if (dice.chance(0.12)) {
      long atMs = talk.nowMs() + dice.spread(3 * Scene.HOUR_MS, 4 * Scene.DAY_MS);
      talk.proposes(scene.token("cell"), dice.chance(0.7), atMs);
      talk.answersMeeting(dice.chance(0.8) ? MeetingStatus.ACCEPTED : MeetingStatus.REFUSED);
    }
  }

  private static void annoyed(Talk talk, Scene scene) {
    Dice dice = scene.dice();
    if (dice.chance(0.025)) {
      talk.after(Scene.SECOND_MS, Scene.HOUR_MS).reacts(InteractionKind.BLOCK);
      if (dice.chance(0.2)) {
        talk.isReported(dice.chance(0.7) ? ReportCategory.SPAM : ReportCategory.OTHER);
      }
    }
  }

  private Optional<Account> someFriend(Account own, Scene scene) {
    List<Account> friends = friends(own, scene, 1);
    return friends.isEmpty() ? Optional.empty() : Optional.of(friends.get(0));
  }

  private List<Account> friends(Account own, Scene scene, int count) {
    Census census = ground.census();
    int circle = own.index() / Census.CIRCLE * Census.CIRCLE;
    List<Account> friends = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    for (int tries = 0; tries < TRIES + count && friends.size() < count; tries++) {
      int other = circle + scene.dice().between(0, Census.CIRCLE - 1);
      boolean here = other < census.residents() && census.createdMs(other) <= scene.startMs();
      if (here && !seen.contains(other) && census.areFriends(own.index(), other)) {
        seen.add(other);
        friends.add(census.resident(other));
      }
    }
    return friends;
  }

  private Optional<Account> someStranger(Account own, Scene scene) {
    Census census = ground.census();
    Dice dice = scene.dice();
    for (int tries = 0; tries < TRIES * 3; tries++) {
      // Most new contacts are friends of friends, where there are friends (DOMAIN §1.4).
      boolean near = own.kind().hasFriendGraph() && dice.chance(0.8);
      int from = near ? own.index() / Census.QUARTER * Census.QUARTER : 0;
      int size = near ? Census.QUARTER : census.residents();
      int other = from + dice.between(0, size - 1);
      boolean here = other < census.residents() && other != own.index();
      if (here && census.kind(other) == own.kind() && census.createdMs(other) <= scene.startMs()) {
        Account stranger = census.resident(other);
        if (getsAlong(own, stranger, dice)) {
          return Optional.of(stranger);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean getsAlong(Account own, Account other, Dice dice) {
    int apartYears = Math.abs(own.ageYears() - other.ageYears());
    boolean bothGrown = !own.isMinor() && !other.isMinor();
    return apartYears <= 4 || dice.chance(bothGrown ? 0.5 : 0.03);
  }
}
