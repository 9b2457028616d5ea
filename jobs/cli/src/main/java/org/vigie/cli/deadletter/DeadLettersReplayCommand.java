package org.vigie.cli.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.alert.DeadLetter;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.JsonFields;
import org.vigie.cli.console.Table;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.detection.decode.DecodeSettings;
import org.vigie.detection.decode.Decoder;
import org.vigie.detection.kafka.KafkaSettings;
import org.vigie.detection.wire.SchemaRegistration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends refused records to their topics again. */
@Command(
    name = "replay",
    header = "Sends refused records to their topics again; without --send only says what would be.",
    description = {
      "Only records that the job would accept now are sent: with the schemas, limits and options of"
          + " this version. They are recorded anew, so an old message counts as of shortly before"
          + " now, or is STALE and left out.",
      "Sending one twice changes nothing: the job knows the events of the last 24 hours."
    },
    footer = {
      "",
      "Examples:",
      "  vigie deadletters replay --bootstrap-servers localhost:9092",
      "  vigie deadletters replay --bootstrap-servers localhost:9092 --code UNREADABLE --send"
    })
final class DeadLettersReplayCommand implements Callable<Integer> {
  private static final int BATCH = 500;
  private static final long NO_SECRET = 0;

  private final Session session;

  @Mixin private final LetterOptions letters = new LetterOptions();

  @Option(names = "--send", description = "Send them.")
  private boolean send;

  @Option(names = "--json", description = "Print each count as a line of JSON.")
  private boolean json;

  DeadLettersReplayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration config = letters.configuration();
    KafkaSettings settings = BrokerAccess.settings(config);
    Decoder decoder =
        new Decoder(
            NO_SECRET,
            DecodeSettings.from(config).withWire(SchemaRegistration.agree(config, List.of())));
    Resending resending = new Resending(decoder, System.currentTimeMillis());
    Map<Resending.Verdict, Long> verdicts = new TreeMap<>();
    List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
    letters.read(
        config,
        session.get(),
        (letter, record) -> {
          Resending.Verdict verdict = resending.of(letter);
          verdicts.merge(verdict, 1L, Long::sum);
          if (verdict.fate() == Resending.Fate.ACCEPTED) {
            batch.add(again(letter));
          }
        });
    if (send) {
      send(batch, settings);
    }
    report(verdicts, batch.size());
    return ExitCode.DONE;
  }

  private static ProducerRecord<byte[], byte[]> again(DeadLetter letter) {
    return new ProducerRecord<>(
        letter.getSourceTopic(),
        Resending.bytes(letter.getKey()),
        Resending.bytes(letter.getPayload()));
  }

  private static void send(List<ProducerRecord<byte[], byte[]>> records, KafkaSettings settings)
      throws InterruptedException {
    try (Producer<byte[], byte[]> producer = new KafkaProducer<>(properties(settings))) {
      for (int at = 0; at < records.size(); at += BATCH) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        records
            .subList(at, Math.min(records.size(), at + BATCH))
            .forEach(record -> sent.add(producer.send(record)));
        for (Future<RecordMetadata> one : sent) {
          one.get();
        }
      }
    } catch (ExecutionException | KafkaException e) {
      throw BrokerAccess.unreachable(settings, e);
    }
  }

  private static Properties properties(KafkaSettings settings) {
    Properties properties = settings.sinkProperties();
    properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    properties.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    String bytes = ByteArraySerializer.class.getName();
    properties.setProperty(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, bytes);
    properties.setProperty(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, bytes);
    return properties;
  }

  private void report(Map<Resending.Verdict, Long> verdicts, int accepted) {
    Console console = session.get();
    Table table = new Table();
    verdicts.forEach(
        (verdict, count) -> {
          table.row().cell(Long.toString(count)).cell(words(verdict));
          if (json) {
            console.print(line(verdict, count));
          }
        });
    if (!json) {
      console.print(table.lines(console.style()));
    }
    console.tell(
        send ? accepted + " sent" : "nothing was sent; --send sends the " + accepted + " accepted");
  }

  private static String words(Resending.Verdict verdict) {
    return verdict.fate().words() + (verdict.detail().isEmpty() ? "" : ": " + verdict.detail());
  }

  private String line(Resending.Verdict verdict, long count) {
    return new JsonFields()
        .put("fate", verdict.fate().name())
        .put("code", verdict.detail())
        .put("letters", count)
        .put("sent", send && verdict.fate() == Resending.Fate.ACCEPTED)
        .line();
  }
}
