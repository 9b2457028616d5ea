package org.vigie.rules.scenario;

import java.util.List;
import java.util.Map;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;
import org.vigie.rules.schema.Spans;
import org.vigie.rules.yaml.YamlMap;

/** Makes an event of an account's life out of its short form. */
final class CaseAccountLife {
  /** The field that says of which kind an event is, and who it is about. */
  private static final Map<SessionEvent.Kind, String> WORDS =
      Map.of(
          SessionEvent.Kind.AGE_SIGNAL, "age",
          SessionEvent.Kind.SIGNED_IN, "sign_in",
          SessionEvent.Kind.HOUSEHOLD_LINKED, "household",
          SessionEvent.Kind.ROLE_ASSERTED, "role",
          SessionEvent.Kind.ACCOUNT_CREATED, "created",
          SessionEvent.Kind.DELETED, "deleted",
          SessionEvent.Kind.ERASURE_REQUESTED, "erased",
          SessionEvent.Kind.RESTORED, "restored",
          SessionEvent.Kind.BANNED, "banned",
          SessionEvent.Kind.ROOM_JOINED, "joined");

  private final YamlMap map;
  private final String number;

  CaseAccountLife(YamlMap map, String number) {
    this.map = map;
    this.number = number;
  }

  SessionEvent event(String id, long timeMs) {
    SessionEvent.Kind kind = kind();
    String[] parties = parties(kind);
    return new SessionEvent(
        id,
        CaseEvents.COMMUNITY,
        timeMs,
        parties[0],
        kind,
        SessionEvent.AccountKind.valueOf(map.text("account_kind", "UNKNOWN")),
        text("device"),
        SessionEvent.DeviceKind.valueOf(map.text("device_kind", "UNKNOWN")),
        SessionEvent.NetworkKind.valueOf(map.text("network", "UNKNOWN")),
        Unknown.ID,
        age(),
        SessionEvent.Role.valueOf(map.text("is", "NONE")),
        map.has("role")
            ? SessionEvent.RoleSource.valueOf(map.text("by", "SELF"))
            : SessionEvent.RoleSource.NONE,
        kind == SessionEvent.Kind.HOUSEHOLD_LINKED ? parties[1] : Unknown.ID,
        kind == SessionEvent.Kind.ROOM_JOINED ? parties[1] : Unknown.ID,
        List.of(),
        text("reason"),
        untilMs());
  }

  private long untilMs() {
    return map.has("until")
        ? CaseEvents.BEGIN_MS + Spans.parse(map.text("until")).orElseThrow()
        : Unknown.TIME;
  }

  private String text(String field) {
    return map.text(field, Unknown.ID).replace("#", number);
  }

  /** The account, and whom it is linked to or which room it joins. */
  private String[] parties(SessionEvent.Kind kind) {
    String split = kind == SessionEvent.Kind.HOUSEHOLD_LINKED ? "\\+" : "->";
    String[] parties = text(WORDS.getOrDefault(kind, "")).split(split, 2);
    return new String[] {parties[0].strip(), parties.length == 2 ? parties[1].strip() : Unknown.ID};
  }

  private SessionEvent.Kind kind() {
    return WORDS.entrySet().stream()
        .filter(word -> map.has(word.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the schema let an event of no kind through"));
  }

  private AgeClaim age() {
    if (!map.has("years")) {
      return AgeClaim.NONE;
    }
    String[] years = map.text("years").split("-", 2);
    AgeClaim.Source source = AgeClaim.Source.valueOf(map.text("source", "VERIFIED"));
    return new AgeClaim(Integer.parseInt(years[0]), Integer.parseInt(years[1]), source);
  }
}
