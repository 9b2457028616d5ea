package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.vigie.event.ContactOrigin;
import org.vigie.event.InteractionKind;
import org.vigie.event.Meeting;
import org.vigie.event.MeetingStatus;
import org.vigie.event.Message;
import org.vigie.event.NetworkKind;
import org.vigie.event.Role;
import org.vigie.event.RoleSource;
import org.vigie.event.Scan;
import org.vigie.event.SessionKind;
import org.vigie.simulator.Dice;
import org.vigie.simulator.truth.LookAlikeKind;

/** Adults who have to do with many minors, or much with one, and should. */
final class CareLookAlikes {
  private static final List<String> OF_A_CLASS =
      List.of("PLATFORM_MOVE", "CONTACT_EXCHANGE", "URGENCY", "MEETING_PROPOSAL", "AGE_PROBE");
  private static final List<String> OF_A_FAMILY =
      List.of(
          "GUARDIAN_PROBE", "LOCATION_PROBE", "URGENCY", "SECRECY", "MONEY_OFFER", "GIFT_OFFER");

  private CareLookAlikes() {}

  static List<Plot> all() {
    return List.of(
        Plot.lookAlike(
            LookAlikeKind.TEACHER, 0, Plot.WITH_FRIENDS, 8, scene -> leads(scene, Role.EDUCATOR)),
        Plot.lookAlike(
            LookAlikeKind.COACH, 0, Plot.WITH_FRIENDS, 8, scene -> leads(scene, Role.COACH)),
        Plot.lookAlike(
            LookAlikeKind.YOUTH_WORKER,
            0,
            Plot.WITH_FRIENDS,
            8,
            scene -> leads(scene, Role.YOUTH_WORKER)),
        Plot.lookAlike(LookAlikeKind.PARENT, 1, Plot.WITH_MINORS, 8, CareLookAlikes::parent),
        Plot.lookAlike(LookAlikeKind.SIBLING, 1, Plot.WITH_MINORS, 8, CareLookAlikes::sibling),
        Plot.lookAlike(
            LookAlikeKind.GUILD_LEADER, 0, Plot.WITH_FRIENDS, 8, CareLookAlikes::guildLeader),
        Plot.lookAlike(LookAlikeKind.MODERATOR, 0, Plot.WITH_MINORS, 8, CareLookAlikes::moderator),
        Plot.lookAlike(LookAlikeKind.HELP_LINE, 1, Plot.WITH_MINORS, 8, CareLookAlikes::helpLine),
        Plot.lookAlike(
            LookAlikeKind.CUSTOMER_SUPPORT, 1, Plot.WITH_MINORS, 8, CareLookAlikes::support),
        Plot.lookAlike(
            LookAlikeKind.EVENT_ORGANISER, 0, Plot.WITH_STRANGERS, 8, CareLookAlikes::organiser));
  }

  /** Two or three classes who know each other: to all of them, and to some alone, by day. */
  private static void leads(Scene scene, Role role) {
    Dice dice = scene.dice();
    Account lead = scene.lead(one -> one.ageYears() >= 21);
    asserts(scene, lead, role, dice.chance(0.7));
    List<Account> pupils = new ArrayList<>();
    for (int left = dice.between(1, 3); left > 0; left--) {
      pupils.addAll(scene.circle(Account::isMinor));
    }
    int told = dice.between(2, 9);
    for (long timeMs : scene.moments(told, scene.startMs(), 6 * Scene.DAY_MS)) {
      toAll(scene, lead, pupils, byDay(lead, timeMs));
    }
    for (Account pupil : dice.some(pupils, dice.between(3, pupils.size()))) {
      long timeMs = byDay(lead, scene.startMs() + dice.between(0L, 6 * Scene.DAY_MS));
      Talk talk = scene.talk(lead, pupil, timeMs).amongAcquaintances().chat(dice.between(1, 6));
      if (dice.chance(0.35)) {
        talk.says(dice.one(OF_A_CLASS)).chat(dice.between(0, 3));
      }
      if (role == Role.COACH && dice.chance(0.3)) {
        talk.proposes("cell-pitch-" + scene.truth().number(), true, timeMs + Scene.DAY_MS);
        talk.answersMeeting(MeetingStatus.ACCEPTED);
      }
    }
  }

  private static void toAll(Scene scene, Account lead, List<Account> pupils, long timeMs) {
    Scan scan = scene.classifier().scan();
    boolean meeting = scene.dice().chance(0.3);
    List<Integer> common = new ArrayList<>();
    pupils.forEach(one -> common.add(scene.dice().between(1, 9)));
    Message.Builder message =
        scene
            .pen()
            .group(lead, pupils, timeMs)
            .setScan(scan)
            .setSignals(
                meeting
                    ? scene.classifier().of(scan, "MEETING_PROPOSAL")
                    : scene.classifier().of(scan));
    scene
        .pen()
        .write(lead.kind().hasFriendGraph() ? message.setRecipientMutualContacts(common) : message);
    for (Account pupil : scene.dice().some(pupils, scene.dice().between(0, 4))) {
      scene
          .talk(pupil, lead, timeMs + scene.dice().spread(Scene.MINUTE_MS, 3 * Scene.HOUR_MS))
          .amongAcquaintances()
          .says();
    }
  }

  private static void parent(Scene scene) {
    Account parent = scene.newcomer(scene.dice().between(30, 57), old(scene));
    family(scene, parent, scene.people(1, Account::isMinor).get(0));
  }

  private static void sibling(Scene scene) {
    Account sibling = scene.newcomer(scene.dice().between(15, 25), old(scene));
    family(scene, sibling, scene.people(1, Account::isMinor).get(0));
  }

  /** One telephone now and then, a link that the platform knows or not, and much to arrange. */
  private static void family(Scene scene, Account own, Account child) {
    Dice dice = scene.dice();
    scene.truth().subject(own);
    if (dice.chance(0.75)) {
      scene.write(
          scene
              .session(own, SessionKind.HOUSEHOLD_LINKED, scene.startMs())
              .setLinkedAccount(child.id()));
    }
    String device = dice.chance(0.6) ? child.device() : own.device();
    scene.signIn(own, device, NetworkKind.RESIDENTIAL, scene.startMs() + Scene.MINUTE_MS);
    for (int left = dice.between(3, 14); left > 0; left--) {
      long timeMs = scene.startMs() + dice.between(0L, 6 * Scene.DAY_MS);
      Talk talk = scene.talk(own, child, timeMs).amongAcquaintances().says(dice.one(OF_A_FAMILY));
      talk.chat(dice.between(0, 5));
      if (dice.chance(0.3)) {
        talk.proposes(own.cell(), dice.chance(0.5), talk.nowMs() + 5 * Scene.HOUR_MS);
        talk.answersMeeting(MeetingStatus.ACCEPTED);
      }
      if (dice.chance(0.15)) {
        talk.acts(InteractionKind.GIFT);
      }
    }
  }

  /** Players of all ages, told where to talk and given things for the game. */
  private static void guildLeader(Scene scene) {
    Dice dice = scene.dice();
    Account leader = scene.lead(one -> one.ageYears() >= 18 && one.ageYears() < 45);
    List<Account> guild = scene.people(dice.between(8, 40), one -> one.ageYears() < 40);
    for (Account player : guild) {
      long timeMs = scene.startMs() + dice.between(0L, 6 * Scene.DAY_MS);
      Talk talk = scene.talk(leader, player, timeMs).by(ContactOrigin.ROOM);
      if (dice.chance(0.8)) {
        talk.amongAcquaintances();
      }
      talk.chat(dice.between(2, 8));
      if (dice.chance(0.3)) {
        talk.says("PLATFORM_MOVE").after(Scene.SECOND_MS, Scene.HOUR_MS).hears();
      }
      if (dice.chance(0.15)) {
        talk.acts(InteractionKind.GIFT).after(Scene.SECOND_MS, Scene.MINUTE_MS).hears();
      }
    }
  }

  /** Warns many who did not ask for it; some block. */
  private static void moderator(Scene scene) {
    Dice dice = scene.dice();
    Account moderator = scene.lead(one -> one.ageYears() >= 18);
    asserts(scene, moderator, Role.MODERATOR, true);
    for (Account warned : scene.people(dice.between(8, 40), one -> true)) {
      long timeMs = scene.startMs() + dice.between(0L, 6 * Scene.DAY_MS);
      Talk talk = scene.talk(moderator, warned, timeMs).by(ContactOrigin.ROOM).says();
      if (dice.chance(0.4)) {
        talk.after(Scene.MINUTE_MS, 5 * Scene.HOUR_MS).hears().says();
      } else if (dice.chance(0.08)) {
        talk.after(Scene.MINUTE_MS, Scene.HOUR_MS).reacts(InteractionKind.BLOCK);
      }
    }
  }

  /** Minors write to it in distress, and it asks what one asks then. */
  private static void helpLine(Scene scene) {
    Dice dice = scene.dice();
    Account line = scene.newcomer(35, old(scene));
    scene.truth().subject(line);
    asserts(scene, line, Role.HELPLINE, dice.chance(0.85));
    for (Account caller :
        scene.people(dice.between(5, 25), one -> one.isMinor() || dice.chance(0.2))) {
      long timeMs = scene.startMs() + dice.between(0L, 6 * Scene.DAY_MS);
      Talk talk = scene.talk(caller, line, timeMs).says("DISTRESS");
      talk.after(Scene.MINUTE_MS, Scene.HOUR_MS).hears("AGE_PROBE");
      talk.after(Scene.SECOND_MS, Scene.MINUTE_MS).hears("GUARDIAN_PROBE");
      if (dice.chance(0.5)) {
        talk.after(Scene.SECOND_MS, Scene.MINUTE_MS).hears("LOCATION_PROBE");
      }
      if (dice.chance(0.3)) {
        talk.after(Scene.SECOND_MS, Scene.MINUTE_MS).hears("PLATFORM_MOVE", "SECRECY");
      }
      talk.chat(dice.between(1, 8));
    }
  }

  private static void support(Scene scene) {
    Dice dice = scene.dice();
    Account support = scene.newcomer(30, old(scene));
    scene.truth().subject(support);
    asserts(scene, support, Role.SUPPORT, dice.chance(0.9));
    for (Account customer : scene.people(dice.between(15, 60), one -> true)) {
      long timeMs = scene.startMs() + dice.between(0L, 6 * Scene.DAY_MS);
      boolean asked = dice.chance(0.6);
      Talk talk =
          asked
              ? scene.talk(customer, support, timeMs).says().after(Scene.MINUTE_MS, Scene.HOUR_MS)
              : scene.talk(support, customer, timeMs).says();
      if (dice.chance(0.2)) {
        talk.hears("CONTACT_EXCHANGE", "AGE_PROBE");
      }
      talk.chat(dice.between(0, 4));
    }
  }

  /** Invites many, strangers among them, young and old, to a public place. */
  private static void organiser(Scene scene) {
    Dice dice = scene.dice();
    Account organiser = scene.lead(one -> one.ageYears() >= 20);
    if (dice.chance(0.7)) {
      asserts(scene, organiser, Role.ORGANISER, dice.chance(0.5));
    }
    String place = scene.token("cell");
    long eventMs = scene.startMs() + dice.between(3L, 7L) * Scene.DAY_MS;
    for (Account guest : scene.people(dice.between(12, 60), one -> true)) {
      long timeMs = scene.startMs() + dice.between(0L, 2 * Scene.DAY_MS);
      Talk talk = scene.talk(organiser, guest, timeMs).by(ContactOrigin.ROOM);
      talk.proposes(place, true, eventMs);
      if (dice.chance(0.6)) {
        talk.answersMeeting(dice.chance(0.7) ? MeetingStatus.ACCEPTED : MeetingStatus.REFUSED);
      }
    }
    Meeting announced =
        Meeting.newBuilder()
            .setStatus(MeetingStatus.PROPOSED)
            .setPlace(place)
            .setPublicPlace(true)
            .setTime(eventMs)
            .build();
    scene
        .pen()
        .write(scene.pen().post(organiser, "room-events", scene.startMs()).setMeeting(announced));
  }

  static void asserts(Scene scene, Account who, Role role, boolean isVerified) {
    scene.write(
        scene
            .session(who, SessionKind.ROLE_ASSERTED, scene.startMs())
            .setRole(role)
            .setRoleSource(isVerified ? RoleSource.PLATFORM_VERIFIED : RoleSource.SELF));
  }

  static long old(Scene scene) {
    return scene.startMs() - scene.dice().spread(40 * Scene.DAY_MS, 900 * Scene.DAY_MS);
  }

  /** The same day between eight and eighteen o'clock where they live. */
  private static long byDay(Account who, long timeMs) {
    long hour = Math.floorDiv(timeMs, Scene.HOUR_MS);
    int local = who.zone().localHour(hour);
    return local >= 8 && local < 18 ? timeMs : timeMs + (8 - local + 24) % 24 * Scene.HOUR_MS;
  }
}
