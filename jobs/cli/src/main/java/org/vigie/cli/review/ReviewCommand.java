package org.vigie.cli.review;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.alert.AlertChoice;
import org.vigie.cli.alert.AlertTopics;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.JsonOutput;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.cli.option.InstantWord;
import org.vigie.core.rule.Rule;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.kafka.KafkaSettings;
import org.vigie.detection.kafka.Topics;
import org.vigie.event.Review;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.schemas.ContractRules;
import org.vigie.schemas.Refusal;
import org.vigie.schemas.standing.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers an alert. */
@Command(
    name = "review",
    header = "Answers an alert: confirmed, dismissed, needs_more or escalated.",
    description = {
      "Looks the alert up, writes the review to the topic of reviews, waits until the broker has it,"
          + " and says what will follow.",
      "Closing a CRITICAL alert takes two different reviewers."
    },
    footer = {
      "",
      "Examples:",
      "  vigie review 8f14e45f dismissed --reviewer r1 --reason \"second-hand phone\""
          + " --bootstrap-servers localhost:9092",
      "  vigie review 8f14e45f confirmed --reviewer r2 --reason \"victim was met\""
          + " --bootstrap-servers localhost:9092"
    })
public final class ReviewCommand implements Callable<Integer> {
  private static final int ANSWER_MAX_MS = 10_000;

  private final Session session;

  @Parameters(
      paramLabel = "ALERT DECISION",
      arity = "0..2",
      hideParamSyntax = true,
      description =
          "The alert's id, or how it begins; then confirmed, dismissed, needs_more or escalated.")
  private List<String> positionals = new ArrayList<>();

  @Option(
      names = "--reviewer",
      paramLabel = "R",
      description = "Pseudonym of the person who decides. Required.")
  private @Nullable String reviewer;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why. Required.")
  private @Nullable String reason;

  @Option(
      names = "--snooze-until",
      paramLabel = "T",
      converter = InstantWord.class,
      description = "Until when the alert's rules rest after dismissed. Default: 14 days.")
  private @Nullable Instant snoozeUntil;

  @Mixin private final BrokerAccess brokers = new BrokerAccess();

  @Option(names = "--json", description = "Print the review as a JSON line instead.")
  private boolean json;

  /** The command in a session. */
  public ReviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Console console = session.get();
    Configuration config = brokers.configuration();
    KafkaSettings settings = BrokerAccess.settings(config);
    DecisionWord decision = DecisionWord.of(given("DECISION", positional(1)));
    if (snoozeUntil != null && decision != DecisionWord.DISMISSED) {
      throw CommandFailedException.usage(
          "--snooze-until goes with dismissed alone", "leave it out");
    }
    if (snoozeUntil != null && snoozeUntil.toEpochMilli() <= System.currentTimeMillis()) {
      throw CommandFailedException.usage(
          "--snooze-until " + snoozeUntil + " is past", "name a time to come, or leave it out");
    }
    Review.Builder builder =
        Review.newBuilder()
            .setEventId(UUID.randomUUID().toString())
            .setReviewer(given("--reviewer", reviewer))
            .setDecision(decision.decision())
            .setReason(said("--reason", reason))
            .setSnoozeUntil(snoozeUntil == null ? null : snoozeUntil.toEpochMilli());
    Standing standing = lookUp(given("ALERT", positional(0)), config, console);
    Review review =
        checked(
            builder
                .setCommunity(standing.alert().getCommunity())
                .setAlertId(standing.alert().getAlertId())
                .setTime(System.currentTimeMillis())
                .build());
    RecordMetadata place = send(review, settings);
    console.tell(
        "written to %s, partition %d, offset %d"
            .formatted(place.topic(), place.partition(), place.offset()));
    if (json) {
      JsonOutput.print(List.of(review), console);
    } else {
      console.print(new Consequence(neverSilenced()).of(review, standing));
    }
    return ExitCode.DONE;
  }

  private @Nullable String positional(int index) {
    return index < positionals.size() ? positionals.get(index) : null;
  }

  private static String given(String name, @Nullable String value) {
    if (value == null) {
      throw CommandFailedException.missing(
          name + " is missing",
          "use vigie review ALERT DECISION --reviewer R --reason TEXT --bootstrap-servers H:P");
    }
    return value;
  }

  private static String said(String name, @Nullable String value) {
    String text = given(name, value);
    if (text.isBlank()) {
      throw CommandFailedException.missing(name + " is empty", "say why: others read it");
    }
    return text;
  }

  private static Review checked(Review review) {
    Optional<Refusal> refusal = ContractRules.check(review);
    if (refusal.isPresent()) {
      throw CommandFailedException.usage(refusal.get().describe(), "");
    }
    return review;
  }

  private static Standing lookUp(String alertId, Configuration config, Console console) {
    AlertTopics.Place place =
        new AlertTopics.Place(BrokerAccess.settings(config), BrokerAccess.schemas(config));
    try (AlertTopics topics = AlertTopics.read(place, console)) {
      List<Standing> known =
          topics.board().all().stream().filter(one -> one.phase().isCurrent()).toList();
      return AlertChoice.byId(alertId, known);
    }
  }

  private static RecordMetadata send(Review review, KafkaSettings settings)
      throws InterruptedException {
    Properties properties = settings.sinkProperties();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_MAX_MS);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MAX_MS);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * ANSWER_MAX_MS);
    byte[] key = review.getAlertId().getBytes(StandardCharsets.UTF_8);
    byte[] value = new EventEncoder().encode(review);
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      return producer.send(new ProducerRecord<>(Topics.REVIEWS, key, value)).get();
    } catch (KafkaException e) {
      throw BrokerAccess.unreachable(settings, e);
    } catch (ExecutionException e) {
      throw CommandFailedException.environment(
          "the review was not written to " + Topics.REVIEWS + ": " + e.getCause(),
          "it may or may not stand there: vigie alerts show tells; send it again if not");
    }
  }

  private static Set<String> neverSilenced() {
    return ShippedRules.ruleSet().rules().stream()
        .filter(Rule::neverSilenced)
        .map(Rule::id)
        .collect(Collectors.toSet());
  }
}
