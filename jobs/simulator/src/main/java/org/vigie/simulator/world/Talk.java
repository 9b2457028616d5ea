package org.vigie.simulator.world;

import java.util.List;
import org.vigie.event.AmountBand;
import org.vigie.event.ContactOrigin;
import org.vigie.event.Incident;
import org.vigie.event.InteractionKind;
import org.vigie.event.Media;
import org.vigie.event.MediaKind;
import org.vigie.event.Meeting;
import org.vigie.event.MeetingStatus;
import org.vigie.event.Message;
import org.vigie.event.Report;
import org.vigie.event.ReportCategory;
import org.vigie.event.Scan;
import org.vigie.simulator.Dice;

/** What passes between two people, one after the other, with a clock that moves on. */
final class Talk {
  private final Scene scene;
  private final Account own;
  private final Account other;
  private final Dice dice;
  private ContactOrigin origin = ContactOrigin.SEARCH;
  private Meeting meeting = new Meeting();
  private long nowMs;
  private boolean opened;
  private boolean acquainted;

  Talk(Scene scene, Account own, Account other, long fromMs) {
    this.scene = scene;
    this.own = own;
    this.other = other;
    this.dice = scene.dice();
    this.nowMs = Math.max(fromMs, Math.max(own.createdMs(), other.createdMs()) + 1);
  }

  long nowMs() {
    return nowMs;
  }

  /** How they came upon each other. */
  Talk by(ContactOrigin how) {
    origin = how;
    return this;
  }

  /** The two know people in common whom the friend graph of strangers does not show. */
  Talk amongAcquaintances() {
    acquainted = true;
    return this;
  }

  /** Time passes. */
  Talk after(long leastMs, long mostMs) {
    nowMs += dice.spread(leastMs, mostMs);
    return this;
  }

  /** Time passes up to a moment, if it is not past. */
  Talk until(long timeMs) {
    nowMs = Math.max(nowMs, timeMs);
    return this;
  }

  Talk says(String... codes) {
    send(own, other, codes);
    return this;
  }

  Talk hears(String... codes) {
    send(other, own, codes);
    return this;
  }

  /** Ordinary turns, the other's now and then. */
  Talk chat(int turns) {
    for (int turn = 0; turn < turns; turn++) {
      pause();
      send(turn % 2 == 0 ? own : other, turn % 2 == 0 ? other : own);
    }
    pause();
    return this;
  }

  /** The other says how old they are, as true as their profile is. */
  Talk disclosesAge() {
    pause();
    Scan scan = scene.classifier().scan();
    finish(
        scene
            .pen()
            .direct(other, own, nowMs)
            .setScan(scan)
            .setSignals(scene.classifier().disclosure(scan, other.ageYears())));
    return this;
  }

  /** The other sends an intimate image: what many harms lead to. */
  Talk receivesImage() {
    image(other, own);
    scene.truth().step(nowMs);
    return this;
  }

  Talk sendsImage() {
    image(own, other);
    return this;
  }

  /** Proposes to meet. */
  Talk proposes(String place, boolean isPublic, long atMs, String... codes) {
    meeting =
        Meeting.newBuilder()
            .setId(scene.token("meeting"))
            .setStatus(MeetingStatus.PROPOSED)
            .setPlace(place)
            .setPublicPlace(isPublic)
            .setTime(atMs)
            .build();
    Message.Builder message = message(own, other, with("MEETING_PROPOSAL", codes));
    scene.pen().write(message.setMeeting(meeting));
    scene.truth().act(own, other, nowMs);
    return this;
  }

  /** The other says what becomes of it. */
  Talk answersMeeting(MeetingStatus status) {
    pause();
    Message.Builder message = message(other, own);
    scene.pen().write(message.setMeeting(Meeting.newBuilder(meeting).setStatus(status).build()));
    return this;
  }

  /** Someone acts otherwise than by a message. */
  Talk acts(InteractionKind interaction) {
    scene.interact(own, other, interaction, nowMs);
    return this;
  }

  /** The other acts otherwise than by a message. */
  Talk reacts(InteractionKind interaction) {
    scene.interact(other, own, interaction, nowMs);
    return this;
  }

  /** The other pays, which is what some harms lead to. */
  Talk isPaid(AmountBand amount) {
    scene
        .pen()
        .write(
            scene
                .pen()
                .interaction(other, own, InteractionKind.PAYMENT, nowMs)
                .setAmountBand(amount));
    scene.truth().step(nowMs);
    return this;
  }

  /** The other reports. */
  Talk isReported(ReportCategory category) {
    return isReported(Report.newBuilder().setCategory(category));
  }

  /** The other reports something that happened somewhere. */
  Talk isReported(ReportCategory category, long incidentMs, String place) {
    Incident incident = Incident.newBuilder().setTime(incidentMs).setPlace(place).build();
    return isReported(Report.newBuilder().setCategory(category).setIncident(incident));
  }

  private Talk isReported(Report.Builder report) {
    scene
        .pen()
        .write(
            scene
                .pen()
                .interaction(other, own, InteractionKind.REPORT, nowMs)
                .setReport(report.build()));
    return this;
  }

  /** A message of one's own, to be added to. */
  Message.Builder message(String... codes) {
    scene.truth().act(own, other, nowMs);
    return message(own, other, codes);
  }

  private void image(Account from, Account to) {
    Media media = Media.newBuilder().setHash(scene.token("image")).setKind(MediaKind.IMAGE).build();
    scene.pen().write(message(from, to, "IMAGE_SENT").setMedia(List.of(media)));
    scene.truth().act(from, to, nowMs);
  }

  private void send(Account from, Account to, String... codes) {
    finish(message(from, to, codes));
    scene.truth().act(from, to, nowMs);
  }

  private void finish(Message.Builder message) {
    scene.pen().write(message);
  }

  private Message.Builder message(Account from, Account to, String... codes) {
    Scan scan = scene.classifier().scan();
    Message.Builder message =
        scene
            .pen()
            .direct(from, to, nowMs)
            .setScan(scan)
            .setSignals(scene.classifier().of(scan, codes));
    if (acquainted && own.kind().hasFriendGraph()) {
      message.setMutualContacts(dice.chance(0.88) ? dice.between(1, 9) : 0);
    }
    if (!opened) {
      opened = true;
      message.setContactOrigin(origin);
    }
    return message;
  }

  private void pause() {
    nowMs += dice.spread(8 * Scene.SECOND_MS, 5 * Scene.MINUTE_MS);
  }

  private static String[] with(String first, String... more) {
    String[] all = new String[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }
}
