package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.vigie.core.event.Event;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.SessionEvent;
import org.vigie.reference.ReferenceDetector;

/** Random logs: plots mingled, dated, recorded, some of it twice. A function of the seed. */
final class Chronicle {
  /** The one that some logs have beside the first. */
  static final String SECOND_COMMUNITY = "c2";

  private static final int EVENTS_MIN = 30;
  private static final int EVENTS_MAX = 80;
  private static final long SECOND_MS = 1_000;
  private static final long HOUR_MS = 3_600 * SECOND_MS;
  private static final long DAY_MS = 24 * HOUR_MS;

  /** Spans at whose end something changes. */
  private static final List<Long> LIMITS_MS =
      List.of(
          SECOND_MS,
          10 * SECOND_MS,
          HOUR_MS,
          6 * HOUR_MS,
          DAY_MS,
          7 * DAY_MS,
          14 * DAY_MS,
          28 * DAY_MS,
          30 * DAY_MS,
          90 * DAY_MS,
          180 * DAY_MS);

  /** More of them, where events bear signs. */
  private static final List<Long> LIMITS_OF_SIGNS_MS =
      List.of(
          HOUR_MS,
          DAY_MS,
          3 * DAY_MS,
          7 * DAY_MS,
          28 * DAY_MS,
          30 * DAY_MS,
          60 * DAY_MS,
          90 * DAY_MS);

  private static final List<Matter> ANY_MATTER =
      List.of(
          Matter.CONTACTS,
          Matter.CONTACTS,
          Matter.CONTACTS,
          Matter.SIGNS,
          Matter.LINKS,
          Matter.LINKS,
          Matter.MEETINGS);
  private static final List<Matter> MOSTLY_SIGNS =
      List.of(Matter.SIGNS, Matter.SIGNS, Matter.LINKS, Matter.MEETINGS);

  /** 2024-06-25T23:59:50Z: a midnight is near. */
  private static final long START_MS = 1_719_359_990_000L;

  /** What a log is mostly about. */
  private enum Matter {
    CONTACTS,
    SIGNS,
    LINKS,
    MEETINGS
  }

  /** How fast time goes by. */
  private enum Tempo {
    BURST,
    MIXED,
    SPARSE
  }

  private static final List<Tempo> ANY_TEMPO =
      List.of(Tempo.BURST, Tempo.BURST, Tempo.MIXED, Tempo.SPARSE);

  /** So that midnights go by. */
  private static final List<Tempo> SLOWER =
      List.of(Tempo.BURST, Tempo.MIXED, Tempo.MIXED, Tempo.SPARSE, Tempo.SPARSE);

  private final Dice dice;
  private final Tempo tempo;
  private final boolean twoCommunities;
  private final Matter matter;
  private final boolean someLeave;
  private final List<RecordedEvent> log = new ArrayList<>();
  private final List<Long> timesMs = new ArrayList<>();
  private final List<String> idPrefixes = List.of("e", "é", "\uFF5E", "\uD83D\uDE00");
  private long nowMs = START_MS;
  private int ids;

  private Chronicle(Dice dice, List<Matter> matters) {
    this.dice = dice;
    this.matter = dice.pick(matters);
    this.someLeave = dice.percent(35);
    this.tempo = dice.pick(someLeave ? SLOWER : ANY_TEMPO);
    this.twoCommunities = dice.percent(18);
  }

  /** The log of a seed, in the order of recording. */
  static List<RecordedEvent> of(long seed) {
    return ofSound(wild(seed));
  }

  /** The same with events of one identity that differ in more than their time. */
  static List<RecordedEvent> wild(long seed) {
    return written(new Chronicle(new Dice(seed), ANY_MATTER));
  }

  /** The log of a seed in which most events bear signs, or leave traces. */
  static List<RecordedEvent> ofSigns(long seed) {
    return ofSound(written(new Chronicle(new Dice(seed), MOSTLY_SIGNS)));
  }

  private static List<RecordedEvent> written(Chronicle chronicle) {
    chronicle.write();
    return chronicle.recorded();
  }

  /** Without what the page of readings leaves to the engine: copies with another content. */
  private static List<RecordedEvent> ofSound(List<RecordedEvent> log) {
    Map<Object, Event> first = new HashMap<>();
    Map<Object, Event> atInstant = new HashMap<>();
    List<RecordedEvent> sound = new ArrayList<>();
    for (RecordedEvent recorded : log) {
      Event event = recorded.event();
      Object identity =
          List.of(event.community(), event.eventId(), event.getClass(), event.actor());
      Object instant = List.of(identity, ReferenceDetector.effectiveMs(recorded));
      Event known = first.putIfAbsent(identity, event);
      Event then = atInstant.putIfAbsent(instant, event);
      if ((known == null || isCopy(known, event)) && (then == null || then.equals(event))) {
        sound.add(recorded);
      }
    }
    return sound;
  }

  /** Whether two events differ in their time alone. */
  private static boolean isCopy(Event one, Event other) {
    return one.toString()
        .replace("timeMs=" + one.timeMs(), "")
        .equals(other.toString().replace("timeMs=" + other.timeMs(), ""));
  }

  private void write() {
    int count = (int) dice.between(EVENTS_MIN, EVENTS_MAX);
    List<List<Draft>> plots = plots(count);
    if (someLeave) {
      plots.stream().limit(3).forEach(new Leavings(dice)::weave);
    }
    while (log.size() < count && !plots.isEmpty()) {
      // The first plot is the main one, so that it comes to its end more often than not.
      List<Draft> plot = dice.percent(70) ? plots.get(0) : dice.pick(plots);
      write(plot.remove(0));
      if (plot.isEmpty()) {
        plots.remove(plot);
      }
    }
  }

  private List<List<Draft>> plots(int count) {
    return switch (matter) {
      case CONTACTS -> otherPlots(count);
      case SIGNS -> plots(count, new SignPlots(dice)::any);
      case LINKS -> mingled(count, new LinkPlots(dice)::any);
      case MEETINGS -> mingled(count, new MeetingPlots(dice)::any);
    };
  }

  /** One of a kind first, then others of it and such as bear signs. */
  private List<List<Draft>> mingled(int count, Supplier<List<Draft>> from) {
    SignPlots others = new SignPlots(dice);
    List<Draft> first = from.get();
    List<List<Draft>> plots = new ArrayList<>();
    plots.add(new ArrayList<>(first));
    plots.addAll(plots(count - first.size(), () -> dice.percent(50) ? from.get() : others.any()));
    return plots;
  }

  private List<List<Draft>> plots(int count, Supplier<List<Draft>> from) {
    List<List<Draft>> plots = new ArrayList<>();
    int length = 0;
    while (length < count) {
      List<Draft> plot = from.get();
      plots.add(new ArrayList<>(plot));
      length += plot.size();
    }
    Plots others = new Plots(dice);
    plots.add(new ArrayList<>(dice.percent(70) ? others.noise(10) : others.manyContacts()));
    return plots;
  }

  private List<List<Draft>> otherPlots(int count) {
    Plots from = new Plots(dice);
    List<List<Draft>> plots = new ArrayList<>();
    int length = 0;
    while (length < count) {
      List<Draft> plot =
          switch (dice.below(12)) {
            case 0, 1, 2, 3, 4, 5 -> from.manyContacts();
            case 6, 7 -> from.stages();
            case 8, 9 -> from.ambush();
            case 10 -> from.matchedMedia();
            default -> dice.percent(30) ? from.tooMany() : from.noise(8);
          };
      plots.add(new ArrayList<>(plot));
      length += plot.size();
    }
    plots.add(new ArrayList<>(from.noise(3 + dice.below(10))));
    return plots;
  }

  private void write(Draft draft) {
    nowMs += gapMs();
    timesMs.add(nowMs);
    String id = dice.pick(idPrefixes) + ids++;
    String community = twoCommunities && dice.percent(30) ? SECOND_COMMUNITY : "c1";
    Draft.Stamp stamp = new Draft.Stamp(id, community, nowMs, nowMs);
    Event event = dated(draft, stamp);
    log.add(recorded(event));
    if (dice.percent(6)) {
      log.add(recorded(event));
    }
    if (dice.percent(5)) {
      log.add(recorded(draft.at(again(stamp))));
    }
    if (twoCommunities && dice.percent(20)) {
      log.add(recorded(draft.at(stamp.in(SECOND_COMMUNITY))));
    }
    if (dice.percent(3)) {
      log.add(recorded(new Plots(dice).noise(1).get(0).at(stamp)));
    }
  }

  /** An account's life may be told long after. */
  private Event dated(Draft draft, Draft.Stamp stamp) {
    Event event = draft.at(stamp);
    boolean creates =
        event instanceof SessionEvent session
            && session.kind() == SessionEvent.Kind.ACCOUNT_CREATED;
    return event instanceof SessionEvent && dice.percent(creates ? agedPercent() : 8)
        ? draft.at(stamp.at(stamp.timeMs() - dice.below(800 * DAY_MS)))
        : event;
  }

  /** How often an account is as old as that; what comes and goes on a device is mostly new. */
  private int agedPercent() {
    return matter == Matter.LINKS ? 20 : 50;
  }

  private Draft.Stamp again(Draft.Stamp stamp) {
    long laterMs =
        switch (dice.below(4)) {
          case 0 -> 1 + dice.below(5 * SECOND_MS);
          case 1 -> dice.below(DAY_MS);
          case 2 -> DAY_MS + dice.between(-1, 1);
          default -> dice.below(3 * DAY_MS);
        };
    return stamp.at(stamp.timeMs() + laterMs);
  }

  private long gapMs() {
    int throwOf100 = dice.below(100);
    return switch (tempo) {
      case BURST ->
          throwOf100 < 12 ? 0 : throwOf100 < 94 ? dice.below(1_500L) : dice.below(HOUR_MS);
      case MIXED -> mixedGapMs(throwOf100);
      case SPARSE -> sparseGapMs(throwOf100);
    };
  }

  private long mixedGapMs(int throwOf100) {
    if (throwOf100 < 60) {
      return throwOf100 < 10 ? 0 : dice.below(4 * SECOND_MS);
    }
    if (throwOf100 < 80) {
      return dice.below(HOUR_MS);
    }
    return throwOf100 < 95 ? dice.below(12 * HOUR_MS) : toLimitMs();
  }

  private long sparseGapMs(int throwOf100) {
    if (throwOf100 < 45) {
      return dice.below(4 * SECOND_MS);
    }
    if (throwOf100 < 65) {
      return dice.below(8 * HOUR_MS);
    }
    if (throwOf100 < 85) {
      return dice.below(3 * DAY_MS);
    }
    return throwOf100 < 95 ? toLimitMs() : dice.below(60 * DAY_MS);
  }

  /** To where a limit after something earlier is just reached, missed or passed; or a midnight. */
  private long toLimitMs() {
    long targetMs;
    if (dice.percent(20)) {
      targetMs = (Math.floorDiv(nowMs, DAY_MS) + 1 + dice.below(30)) * DAY_MS;
    } else {
      targetMs =
          dice.pick(timesMs.isEmpty() ? List.of(nowMs) : timesMs)
              + dice.pick(matter == Matter.CONTACTS ? LIMITS_MS : LIMITS_OF_SIGNS_MS);
    }
    return Math.max(0, targetMs + dice.between(-1, 1) - nowMs);
  }

  private RecordedEvent recorded(Event event) {
    long atMs = event.timeMs() > nowMs || nowMs - event.timeMs() < DAY_MS ? event.timeMs() : nowMs;
    return new RecordedEvent(event, atMs + delayMs(), new Position("", 0, 0));
  }

  private long delayMs() {
    int throwOf100 = dice.below(100);
    if (throwOf100 < 55) {
      return dice.below(2 * SECOND_MS);
    }
    if (throwOf100 < 80) {
      return dice.below(10 * SECOND_MS);
    }
    return switch (dice.below(10)) {
      case 0, 1, 2, 3 -> 10 * SECOND_MS + dice.below(20 * SECOND_MS);
      case 4 -> 10 * SECOND_MS + dice.between(-1, 1);
      case 5 -> -dice.below(2 * SECOND_MS);
      case 6 -> -2 * SECOND_MS + dice.between(-1, 1);
      case 7 -> dice.below(HOUR_MS);
      case 8 -> dice.percent(50) ? DAY_MS + dice.between(-1, 1) : -dice.below(30 * SECOND_MS);
      default -> dice.percent(70) ? -DAY_MS - dice.between(-1, 1) : 0;
    };
  }

  /** In the order of recording, each at its place. */
  private List<RecordedEvent> recorded() {
    List<RecordedEvent> sorted = new ArrayList<>(log);
    sorted.sort(Comparator.comparingLong(RecordedEvent::recordedMs));
    List<RecordedEvent> placed = new ArrayList<>();
    for (RecordedEvent one : sorted) {
      Position position = new Position(topic(one.event()), 0, placed.size());
      placed.add(new RecordedEvent(one.event(), one.recordedMs(), position));
    }
    return placed;
  }

  private static String topic(Event event) {
    return event instanceof SessionEvent ? "vigie.sessions" : "vigie.messages";
  }

  /** Ids that occur, for a check of the generator. */
  static Set<String> ids(List<RecordedEvent> log) {
    Set<String> ids = new HashSet<>();
    log.forEach(one -> ids.add(one.event().eventId()));
    return ids;
  }
}
