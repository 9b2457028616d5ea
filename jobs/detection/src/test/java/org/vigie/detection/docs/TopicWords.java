package org.vigie.detection.docs;

import java.util.List;
import org.vigie.detection.kafka.Topics;

/**
 * What there is to say of a topic beside its settings (CONTRACT §1).
 *
 * @param title of one record
 * @param key by what records are keyed
 * @param about what they are
 */
record TopicWords(String title, String key, String about) {
  /** What the job reads; it writes the others, but for {@link #RESERVED}. */
  static final List<String> READ = Topics.EVENTS;

  /** Topics that exist and that this version neither reads nor writes. */
  static final List<String> RESERVED = List.of(Topics.RULES);

  static TopicWords of(String topic) {
    return switch (topic) {
      case Topics.MESSAGES ->
          new TopicWords("Message", "sender", "A message: who to whom, and its signals.");
      case Topics.SESSIONS ->
          new TopicWords(
              "SessionEvent", "account", "The life of an account, its sessions and its age.");
      case Topics.INTERACTIONS ->
          new TopicWords("Interaction", "actor", "A request, gift, payment, block or report.");
      case Topics.REVIEWS -> new TopicWords("Review", "alert_id", "A reviewer's decision.");
      case Topics.RULES ->
          new TopicWords("RuleBundle", "name@version", "A bundle of rules; reserved.");
      case Topics.ALERTS ->
          new TopicWords(
              "Alert", "alert_id", "A settled revision; the highest of an alert is its state.");
      case Topics.PROVISIONAL ->
          new TopicWords(
              "ProvisionalAlert",
              "alert_id",
              "An alert on arrival: it becomes settled, or WITHDRAWN repeats its provisional_id.");
      case Topics.PROGRESS ->
          new TopicWords("Progress", "run/subtask", "How far each subtask has settled.");
      case Topics.DEAD_LETTERS ->
          new TopicWords("DeadLetter", "source topic", "A record that was refused, and why.");
      case Topics.AUDIT ->
          new TopicWords(
              "AuditEntry", "writer", "What was in force and what people did, chained by hash.");
      case Topics.ALERTS_JSON ->
          new TopicWords("AlertJson", "alert_id", "The same as vigie.alerts, in JSON, by option.");
      case Topics.PROVISIONAL_JSON ->
          new TopicWords(
              "ProvisionalAlertJson",
              "alert_id",
              "The same as vigie.alerts.provisional, in JSON, by option.");
      default -> throw new IllegalArgumentException(topic + " is no topic of ours");
    };
  }
}
