package org.vigie.detection.docs;

import org.vigie.detection.log.LogEvent;

/** The reference of the log, as Markdown. */
final class LogEventsPage {
  private static final String HEAD =
      """
      # Log events

      Generated from the code; a test keeps it in sync. What Vigie itself logs begins with a stable id, which is also the marker of
      the line. `--log-json` writes the log of a command as JSON Lines on standard error, with the id in the field `event`; for a
      cluster `config/job/log4j-console.properties` does the same. Lines of Flink and Kafka have no id. No line of ours holds an id,
      a key or a text of a person: a test runs a job over marked events and looks for them.

      | id | level | text | when, and what to do |
      |---|---|---|---|
      """;

  private LogEventsPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    for (LogEvent event : LogEvent.values()) {
      page.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(event.id(), event.level(), event.message(), event.meaning()));
    }
    return page.toString();
  }
}
