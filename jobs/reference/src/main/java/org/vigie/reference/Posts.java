package org.vigie.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.vigie.core.event.Link;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Media;
import org.vigie.core.event.Message;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Table;

/** What accounts sent, apart from to whom: posts in rooms, known media and links (0011 ¶51). */
final class Posts {
  private static final int ROWS_MAX = 64;
  private static final long ROWS_MS = 30 * Days.DAY_MS;

  private final Log log;
  private final Forgetting forgetting;

  Posts(Log log, Forgetting forgetting) {
    this.log = log;
    this.forgetting = forgetting;
  }

  /** Posts of an account up to an instant, of those that it keeps at the same or a later one. */
  List<Rows.Row> inRooms(String account, Instant asOf, Instant now) {
    return rows(account, Posts::postsOf, asOf, now);
  }

  /** Media and links that a list knows, likewise. */
  List<Rows.Row> ofKnownMedia(String account, Instant asOf, Instant now) {
    return rows(account, Posts::knownMediaOf, asOf, now);
  }

  private List<Rows.Row> rows(
      String account, Function<Observation, List<Rows.Row>> rowsOf, Instant asOf, Instant now) {
    List<Rows.Row> rows = new ArrayList<>();
    for (Observation message : log.messagesOf(account)) {
      if (message.at().isWithin(ROWS_MS, now)
          && !forgetting.isForgotten(account, message.at(), now)) {
        rows.addAll(rowsOf.apply(message));
      }
    }
    return Newest.last(rows, ROWS_MAX).stream().filter(row -> !row.at().isAfter(asOf)).toList();
  }

  /** The codes of a message, whatever its channel. */
  static Set<SignalCode> codes(Message message) {
    Set<SignalCode> codes = EnumSet.noneOf(SignalCode.class);
    for (Signal signal : message.signals()) {
      if (signal.counts()) {
        codes.add(signal.code());
      }
    }
    return codes;
  }

  /** The row of a message in a room with a code, if it is one. */
  static List<Rows.Row> postsOf(Observation seen) {
    Message message = seen.message().orElseThrow();
    Set<SignalCode> codes = codes(message);
    if (message.channel() != Message.Channel.ROOM || codes.isEmpty()) {
      return List.of();
    }
    Map<String, Long> columns = new HashMap<>();
    for (SignalCode code : SignalCode.values()) {
      columns.put(Table.columnOf(code), flag(codes.contains(code)));
    }
    return List.of(
        new Rows.Row(seen.at(), message.eventId(), columns, Map.of("room", message.room())));
  }

  /** The rows of a message with media and links that a list knows, one an item. */
  static List<Rows.Row> knownMediaOf(Observation seen) {
    Message message = seen.message().orElseThrow();
    List<Rows.Row> rows = new ArrayList<>();
    for (Media media : message.media()) {
      add(rows, seen, media.hash(), media.match());
    }
    for (Link link : message.links()) {
      add(rows, seen, link.hash(), link.match());
    }
    return rows;
  }

  private static void add(List<Rows.Row> rows, Observation seen, String hash, ListMatch match) {
    if (!match.equals(ListMatch.NONE)) {
      boolean exact = match.method() == ListMatch.Method.EXACT;
      rows.add(
          new Rows.Row(
              seen.at(),
              seen.event().eventId(),
              Map.of("exact", flag(exact), "verified", flag(match.verified())),
              Map.of("hash", hash)));
    }
  }

  private static long flag(boolean value) {
    return value ? Fixed.ONE : 0;
  }
}
