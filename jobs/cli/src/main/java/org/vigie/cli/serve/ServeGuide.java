package org.vigie.cli.serve;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.kafka.Topics;

/** What to type next, word for word: every line was run. */
final class ServeGuide {
  /** One message whose file a verified list knows: the shortest way to an alert. */
  private static final String EVENT =
      "{\"event_id\":\"m1\",\"community\":\"c1\",\"time\":\"'$(date -u +%FT%TZ)'\",\"sender\":\"a1\","
          + "\"recipients\":[\"b1\"],\"channel\":\"DIRECT\",\"media\":[{\"hash\":\"h1\",\"kind\":\"IMAGE\","
          + "\"match\":{\"list\":\"verified-1\",\"verified\":true,\"method\":\"EXACT\"}}]}";

  private ServeGuide() {}

  /** The lines, for a broker and a folder that is kept, or none. */
  static List<String> lines(String servers, @Nullable Path kept) {
    return List.of(
        "ready: broker "
            + servers
            + " (this machine only), all topics, job running; "
            + keeps(kept),
        "",
        "Send an event, one JSON object a line (Avro as well; docs/wire.md has the fields):",
        "  echo '" + EVENT + "' | kcat -P -b " + servers + " -t " + Topics.MESSAGES + " -k a1",
        "See alerts as JSON: HIGH and CRITICAL ones on arrival, and all when they are settled, some 10"
            + " to 25 s after their event:",
        "  kcat -C -q -b " + servers + " -t " + Topics.PROVISIONAL_JSON,
        "  kcat -C -q -b " + servers + " -t " + Topics.ALERTS_JSON,
        "  ./vigie alerts list --bootstrap-servers " + servers,
        "See what was refused, and why:",
        "  kcat -C -q -b " + servers + " -t " + Topics.DEAD_LETTERS + " -f '%h\\n'",
        "",
        "Ctrl-C ends it.");
  }

  private static String keeps(@Nullable Path kept) {
    return kept == null
        ? "nothing is kept when it ends (--dir DIR keeps everything)"
        : "all is kept in " + kept;
  }
}
