package org.vigie.rules.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.Role;
import org.vigie.core.alert.Subject;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Link;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Media;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Report;
import org.vigie.core.event.Review;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Harm;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.schema.Spans;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;
import org.vigie.rules.yaml.YamlScalar;

/** Makes events out of their short form. */
final class CaseEvents {
  /** When cases begin: a midnight, 2024-06-25T00:00:00Z. */
  static final long BEGIN_MS = 1_719_273_600_000L;

  /** The one community of a case. */
  static final String COMMUNITY = "c1";

  /** Events of a case, repetitions included. */
  static final int EVENTS_MAX = 2000;

  private static final String SCORE = "0.9";

  private final Harm harm;
  private final Diagnostics diagnostics;
  private final List<RecordedEvent> events = new ArrayList<>();

  private CaseEvents(Harm harm, Diagnostics diagnostics) {
    this.harm = harm;
    this.diagnostics = diagnostics;
  }

  /**
   * The events of a case, in the order in which they are written.
   *
   * @param harm of the rule: reviews are of its alerts
   */
  static List<RecordedEvent> of(List<YamlNode> written, Harm harm, Diagnostics diagnostics) {
    CaseEvents made = new CaseEvents(harm, diagnostics);
    written.forEach(node -> made.repeat((YamlMap) node));
    if (made.events.size() > EVENTS_MAX) {
      diagnostics.add(
          DiagnosticCode.OUT_OF_RANGE,
          written.get(0).place(),
          "the case has " + made.events.size() + " events",
          "at most " + EVENTS_MAX);
    }
    return made.events;
  }

  /** Whether both sides of an arrow stand there; what is wrong is told. */
  static boolean isBetweenTwo(String field, YamlScalar between, Diagnostics diagnostics) {
    List<String> sides = List.of(between.text().split("->", -1));
    boolean isFine = sides.size() == 2 && sides.stream().noneMatch(String::isBlank);
    if (!isFine) {
      diagnostics.add(
          DiagnosticCode.BAD_EVENT,
          between.place(),
          field + " is " + between.text(),
          "two sides such as: a -> b");
    }
    return isFine;
  }

  private void repeat(YamlMap map) {
    int times = Integer.parseInt(map.text("times", "1"));
    long everyMs = spanMs(map, "every", 0);
    for (int i = 1; i <= times; i++) {
      long timeMs = BEGIN_MS + spanMs(map, "at", 0) + (i - 1) * everyMs;
      One one = new One(map, timeMs, times == 1 ? "" : String.valueOf(i));
      Event event = one.event();
      long recordedMs = timeMs + spanMs(map, "recorded", 0);
      events.add(new RecordedEvent(event, recordedMs, new Position("test", 0, events.size())));
    }
  }

  private static long spanMs(YamlMap map, String field, long otherwiseMs) {
    return map.has(field) ? Spans.parse(map.text(field)).orElseThrow() : otherwiseMs;
  }

  /** One event in the making. */
  private final class One {
    private final YamlMap map;
    private final long timeMs;
    private final String number;

    One(YamlMap map, long timeMs, String number) {
      this.map = map;
      this.timeMs = timeMs;
      this.number = number;
    }

    Event event() {
      if (map.has("message")) {
        return message();
      }
      if (map.has("report") || map.has("interaction")) {
        return interaction();
      }
      if (map.has("review")) {
        return review();
      }
      if (map.has("joined")) {
        sides("joined"); // tells what is wrong with it
      }
      return new CaseAccountLife(map, number).event(id(), timeMs);
    }

    private String text(String field) {
      return map.text(field, Unknown.ID).replace("#", number);
    }

    private String id() {
      String given = text("id");
      return given.isEmpty() ? "e" + (events.size() + 1) : given;
    }

    /** Both sides of an arrow; the other side empty if there is none, which is then told. */
    private String[] sides(String field) {
      if (!isBetweenTwo(field, map.scalar(field), diagnostics)) {
        return new String[] {"a", "b"};
      }
      return Arrays.stream(text(field).split("->", -1)).map(String::strip).toArray(String[]::new);
    }

    private Message message() {
      String[] sides = sides("message");
      List<String> recipients = Arrays.stream(sides[1].split(",")).map(String::strip).toList();
      Message.Channel channel = Message.Channel.valueOf(map.text("channel", "DIRECT"));
      boolean room = channel == Message.Channel.ROOM;
      int mutual = map.has("mutual") ? Integer.parseInt(map.text("mutual")) : Unknown.INT;
      return new Message(
          id(),
          COMMUNITY,
          timeMs,
          sides[0],
          room ? List.of() : recipients,
          room ? List.of() : Collections.nCopies(recipients.size(), mutual),
          room ? sides[1] : Unknown.ID,
          channel,
          signals(),
          meeting(),
          media(),
          links(),
          map.has("fingerprint"),
          map.has("fingerprint") ? Long.parseUnsignedLong(text("fingerprint"), 16) : 0,
          Message.ContactOrigin.valueOf(map.text("origin", "UNKNOWN")));
    }

    private List<Signal> signals() {
      double score = Double.parseDouble(map.text("score", SCORE));
      return map.texts("codes").stream()
          .map(code -> signal(SignalCode.valueOf(code), score))
          .toList();
    }

    private Signal signal(SignalCode code, double score) {
      if (code != SignalCode.AGE_DISCLOSURE || !map.has("years")) {
        return new Signal(code, score, Unknown.INT, Unknown.INT);
      }
      String[] years = map.text("years").split("-", 2);
      return new Signal(code, score, Integer.parseInt(years[0]), Integer.parseInt(years[1]));
    }

    private Meeting meeting() {
      if (!map.has("meeting")) {
        return Meeting.NONE;
      }
      long onMs = map.has("on") ? BEGIN_MS + spanMs(map, "on", 0) : Unknown.TIME;
      boolean isPublic = map.text("public_place", "false").equals("true");
      Meeting.Status status = Meeting.Status.valueOf(map.text("meeting"));
      return new Meeting(text("meeting_id"), status, text("place"), onMs, isPublic);
    }

    private List<Media> media() {
      return map.has("media")
          ? List.of(new Media(hash(), Media.Kind.IMAGE, match("media")))
          : List.of();
    }

    private List<Link> links() {
      return map.has("link")
          ? List.of(new Link(linkHash(), Link.Kind.OTHER, match("link")))
          : List.of();
    }

    private String linkHash() {
      return map.has("link_hash") ? text("link_hash") : hash();
    }

    private String hash() {
      return map.has("hash") ? text("hash") : "hash";
    }

    private ListMatch match(String field) {
      return switch (map.text(field)) {
        case "verified_exact" -> new ListMatch("list", true, ListMatch.Method.EXACT);
        case "verified_alike" -> new ListMatch("list", true, ListMatch.Method.PERCEPTUAL);
        case "unverified_exact" -> new ListMatch("other", false, ListMatch.Method.EXACT);
        case "unverified_alike" -> new ListMatch("other", false, ListMatch.Method.PERCEPTUAL);
        default -> ListMatch.NONE;
      };
    }

    private Interaction interaction() {
      boolean isReport = map.has("report");
      String[] sides = sides(isReport ? "report" : "interaction");
      Interaction.Kind kind =
          isReport
              ? Interaction.Kind.REPORT
              : Interaction.Kind.valueOf(map.text("kind", "REQUEST"));
      Report report =
          isReport
              ? new Report(
                  Report.Category.valueOf(map.text("category", "OTHER")),
                  Unknown.TIME,
                  text("place"),
                  text("on_behalf_of"))
              : Report.NONE;
      int mutual = map.has("mutual") ? Integer.parseInt(map.text("mutual")) : Unknown.INT;
      return new Interaction(id(), COMMUNITY, timeMs, sides[0], sides[1], kind, mutual, report);
    }

    private Review review() {
      String about = text("about");
      SubjectKind kind = SubjectKind.valueOf(map.text("subject_kind", "ACCOUNT"));
      String alertId =
          AlertId.of(harm, new Subject(COMMUNITY, kind, about, Role.SUSPECTED_ACTOR)).toString();
      Review.Decision decision = Review.Decision.valueOf(map.text("decision", "DISMISSED"));
      return new Review(
          id(), COMMUNITY, timeMs, text("review"), alertId, decision, Unknown.ID, Unknown.TIME);
    }
  }
}
