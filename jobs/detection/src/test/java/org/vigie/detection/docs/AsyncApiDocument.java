package org.vigie.detection.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;
import org.vigie.detection.kafka.PlannedTopic;
import org.vigie.detection.kafka.TopicPlan;
import org.vigie.detection.kafka.Topics;

/**
 * The topics as an AsyncAPI 3 document, seen from the job: what it receives and what it sends. The
 * records are those of the published Avro schemas, by reference.
 */
final class AsyncApiDocument {
  private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";

  private final StringBuilder text = new StringBuilder();
  private final List<PlannedTopic> topics =
      TopicPlan.withJsonCopies(TopicPlan.EVENT_PARTITIONS, (short) 1);

  private AsyncApiDocument() {}

  static String text() {
    AsyncApiDocument made = new AsyncApiDocument();
    made.head();
    made.line("channels:");
    made.topics.forEach(made::channel);
    made.line("operations:");
    made.topics.forEach(made::operation);
    made.line("components:", "  messages:");
    made.topics.forEach(made::message);
    return made.text.toString();
  }

  private void head() {
    line(
        "# Generated from TopicPlan and the published schemas; a test keeps it in sync.",
        "asyncapi: 3.0.0",
        "info:",
        "  title: Vigie",
        "  version: 0.1.0",
        "  description: >-",
        "    Watches a chat platform's event streams and raises alerts for people to judge. Records",
        "    are Avro: with a schema registry in the Confluent wire format, else in single-object",
        "    encoding. Null is unknown, never zero.",
        "defaultContentType: application/vnd.apache.avro+binary");
  }

  private void channel(PlannedTopic topic) {
    TopicWords words = TopicWords.of(topic.name());
    line(
        "  " + id(topic) + ":",
        "    address: " + topic.name(),
        "    description: " + quoted(words.about()),
        "    messages:",
        "      " + words.title() + ":",
        "        $ref: '#/components/messages/" + words.title() + "'",
        "    bindings:",
        "      kafka:",
        "        topic: " + topic.name(),
        "        partitions: " + topic.partitions(),
        "        topicConfiguration:");
    Map<String, String> configs = new TreeMap<>(topic.configs());
    String policy = configs.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
    line(
        "          "
            + Arrays.stream(policy.split(",", -1))
                .map(one -> "\"" + one + "\"")
                .collect(Collectors.joining(", ", "cleanup.policy: [", "]")));
    setting(configs, TopicConfig.RETENTION_MS_CONFIG);
    setting(configs, TopicConfig.DELETE_RETENTION_MS_CONFIG);
    line("        bindingVersion: 0.5.0");
  }

  private void setting(Map<String, String> configs, String name) {
    if (configs.containsKey(name)) {
      line("          " + name + ": " + configs.get(name));
    }
  }

  private void operation(PlannedTopic topic) {
    if (TopicWords.RESERVED.contains(topic.name())) {
      return;
    }
    boolean reads = TopicWords.READ.contains(topic.name());
    line(
        "  " + (reads ? "receive-" : "send-") + id(topic) + ":",
        "    action: " + (reads ? "receive" : "send"),
        "    channel:",
        "      $ref: '#/channels/" + id(topic) + "'",
        "    summary: " + quoted(TopicWords.of(topic.name()).about()));
  }

  private void message(PlannedTopic topic) {
    TopicWords words = TopicWords.of(topic.name());
    boolean isJson = topic.name().endsWith(".json");
    line(
        "    " + words.title() + ":",
        "      name: " + words.title(),
        "      title: " + words.title(),
        "      summary: " + quoted(words.about()));
    if (isJson) {
      line("      contentType: application/json");
    }
    line(
        "      bindings:",
        "        kafka:",
        "          key:",
        "            type: string",
        "            description: " + words.key(),
        "          bindingVersion: 0.5.0");
    if (isJson) {
      line("      payload:", "        type: object");
    }
    Topics.recordOf(topic.name())
        .ifPresent(
            kind ->
                line(
                    "      payload:",
                    "        schemaFormat: " + AVRO,
                    "        schema:",
                    "          $ref: '../" + TopicsPage.schemaFile(kind) + "'"));
  }

  /** A topic's name without dots: the keys of a document may not hold any. */
  private static String id(PlannedTopic topic) {
    return topic.name().replace('.', '-');
  }

  private static String quoted(String words) {
    return "'" + words.replace("'", "''") + "'";
  }

  private void line(String... lines) {
    for (String line : lines) {
      text.append(line).append('\n');
    }
  }
}
