package org.vigie.detection.kafka;

import java.util.List;
import java.util.Optional;
import org.vigie.schemas.RecordKind;

/** Names of the topics (CONTRACT §1). */
public final class Topics {
  /** Messages, by sender. */
  public static final String MESSAGES = "vigie.messages";

  /** Account life and sessions, by account. */
  public static final String SESSIONS = "vigie.sessions";

  /** Interactions, by actor. */
  public static final String INTERACTIONS = "vigie.interactions";

  /** Reviews, by alert id. */
  public static final String REVIEWS = "vigie.reviews";

  /** Settled alerts, by alert id. */
  public static final String ALERTS = "vigie.alerts";

  /** Settled alerts once more, as JSON, for tools without Avro. */
  public static final String ALERTS_JSON = "vigie.alerts.json";

  /** Alerts on arrival, by alert id. */
  public static final String PROVISIONAL = "vigie.alerts.provisional";

  /** Alerts on arrival once more, as JSON. */
  public static final String PROVISIONAL_JSON = "vigie.alerts.provisional.json";

  /** How far each subtask has settled. */
  public static final String PROGRESS = "vigie.alerts.progress";

  /** Rule bundles, by name and version. */
  public static final String RULES = "vigie.rules";

  /** Who changed what, chained by hash. */
  public static final String AUDIT = "vigie.audit";

  /** Refused records, by source topic. */
  public static final String DEAD_LETTERS = "vigie.deadletters";

  /** What the job reads; its time is that of the records in them. */
  public static final List<String> EVENTS = List.of(MESSAGES, SESSIONS, INTERACTIONS, REVIEWS);

  /** What every job writes; the copies in JSON come by an option. */
  public static final List<String> WRITTEN =
      List.of(ALERTS, PROVISIONAL, PROGRESS, DEAD_LETTERS, AUDIT);

  private Topics() {}

  /** Which record any of our topics holds in binary form; empty for a topic that holds none. */
  public static Optional<RecordKind> recordOf(String topic) {
    return switch (topic) {
      case MESSAGES, SESSIONS, INTERACTIONS, REVIEWS -> Optional.of(kindOf(topic));
      case ALERTS, PROVISIONAL -> Optional.of(RecordKind.ALERT);
      case PROGRESS -> Optional.of(RecordKind.PROGRESS);
      case RULES -> Optional.of(RecordKind.RULE_BUNDLE);
      case DEAD_LETTERS -> Optional.of(RecordKind.DEAD_LETTER);
      case AUDIT -> Optional.of(RecordKind.AUDIT_ENTRY);
      default -> Optional.empty();
    };
  }

  /**
   * Which record an event topic holds.
   *
   * @throws IllegalArgumentException for another topic
   */
  public static RecordKind kindOf(String topic) {
    return switch (topic) {
      case MESSAGES -> RecordKind.MESSAGE;
      case SESSIONS -> RecordKind.SESSION;
      case INTERACTIONS -> RecordKind.INTERACTION;
      case REVIEWS -> RecordKind.REVIEW;
      default -> throw new IllegalArgumentException(topic + " is no event topic");
    };
  }
}
