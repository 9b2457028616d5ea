package org.vigie.detection.docs;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.vigie.detection.kafka.PlannedTopic;
import org.vigie.detection.kafka.TopicPlan;
import org.vigie.detection.kafka.Topics;
import org.vigie.schemas.PublishedSchemas;
import org.vigie.schemas.RecordKind;

/** The topics and their settings, as a page. */
final class TopicsPage {
  private TopicsPage() {}

  static String text() {
    StringBuilder page =
        new StringBuilder("# Topics\n\nGenerated from `TopicPlan`; a test keeps it in sync. ");
    page.append("`vigie topics plan` compares them with a broker's, `vigie topics apply` creates ");
    page.append("what is missing. For tools: [asyncapi.yaml](asyncapi.yaml).\n\n");
    page.append("| topic | for the job | key | record | partitions | kept |\n");
    page.append("|---|---|---|---|---|---|\n");
    for (PlannedTopic topic : TopicPlan.withJsonCopies(TopicPlan.EVENT_PARTITIONS, (short) 1)) {
      TopicWords words = TopicWords.of(topic.name());
      page.append("| `").append(topic.name()).append("` | ").append(direction(topic.name()));
      page.append(" | ").append(words.key()).append(" | ").append(record(topic.name()));
      page.append(" | ").append(topic.partitions()).append(" | ").append(kept(topic.configs()));
      page.append(" |\n");
    }
    page.append("\nEvent topics may have more partitions. Their records carry the broker's time ");
    page.append("(`message.timestamp.type=LogAppendTime`): that time is what the job goes by.\n");
    return page.toString();
  }

  static String direction(String topic) {
    if (TopicWords.RESERVED.contains(topic)) {
      return "reserved";
    }
    return TopicWords.READ.contains(topic) ? "reads" : "writes";
  }

  /** The published schema that this version writes by. */
  static String schemaFile(RecordKind kind) {
    var versions = PublishedSchemas.of(kind);
    String file = kind == RecordKind.SESSION ? "session_event" : kind.typeName();
    return "schemas/published/"
        + versions.get(versions.size() - 1).version()
        + "/"
        + file
        + ".avsc";
  }

  private static String record(String topic) {
    return Topics.recordOf(topic)
        .map(kind -> "[" + kind.schema().getName() + "](../" + schemaFile(kind) + ")")
        .orElse(topic.endsWith(".json") ? "JSON" : "");
  }

  private static String kept(Map<String, String> configs) {
    String policy = configs.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
    String retention = configs.get(TopicConfig.RETENTION_MS_CONFIG);
    String kept =
        retention == null
            ? ""
            : retention.equals("-1")
                ? "for ever"
                : Duration.ofMillis(Long.parseLong(retention)).toDays() + " d";
    return policy.contains("compact") ? kept.isEmpty() ? "compacted" : "compacted, " + kept : kept;
  }
}
