package org.vigie.rules.scenario;

import java.util.List;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;
import org.vigie.rules.yaml.YamlMap;

/** Makes an event of an account's life out of its short form. */
final class CaseAccountLife {
  private final YamlMap map;
  private final String number;

  CaseAccountLife(YamlMap map, String number) {
    this.map = map;
    this.number = number;
  }

  SessionEvent event(String id, long timeMs) {
    String[] pair = text("household").split("\\+", 2);
    return new SessionEvent(
        id,
        CaseEvents.COMMUNITY,
        timeMs,
        map.has("household") ? pair[0].strip() : account(),
        kind(),
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
        map.has("household") && pair.length == 2 ? pair[1].strip() : Unknown.ID,
        Unknown.ID,
        List.of(),
        Unknown.ID,
        Unknown.TIME);
  }

  private String text(String field) {
    return map.text(field, Unknown.ID).replace("#", number);
  }

  private String account() {
    for (String field : List.of("age", "sign_in", "role", "created")) {
      if (map.has(field)) {
        return text(field);
      }
    }
    throw new IllegalStateException("the schema let an event of no kind through");
  }

  private SessionEvent.Kind kind() {
    if (map.has("age")) {
      return SessionEvent.Kind.AGE_SIGNAL;
    }
    if (map.has("sign_in")) {
      return SessionEvent.Kind.SIGNED_IN;
    }
    if (map.has("household")) {
      return SessionEvent.Kind.HOUSEHOLD_LINKED;
    }
    return map.has("role") ? SessionEvent.Kind.ROLE_ASSERTED : SessionEvent.Kind.ACCOUNT_CREATED;
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
