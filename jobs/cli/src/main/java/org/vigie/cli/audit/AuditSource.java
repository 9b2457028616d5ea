package org.vigie.cli.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.AuditEntry;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.IoReason;
import org.vigie.cli.console.Console;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.cli.topic.ScanPart;
import org.vigie.cli.topic.TopicScan;
import org.vigie.detection.decode.RecordReader;
import org.vigie.detection.kafka.Topics;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.JsonLineReader;
import org.vigie.schemas.JsonLineStream;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.RegistryUnavailableException;
import org.vigie.schemas.audit.AuditVerification;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where audit entries are read from: the topic, or a file of what {@code topics cat} printed. */
final class AuditSource {
  private static final String STANDARD_INPUT = "-";

  @Mixin private final BrokerAccess brokers = new BrokerAccess();

  @Option(
      names = "--from-the-middle",
      description =
          "What is read may begin later than the chains do. Of the topic it is taken for granted"
              + " where its oldest records are gone.")
  private boolean fromTheMiddle;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description =
          "Entries as vigie topics cat vigie.audit prints them, - for standard input; without it"
              + " the topic is read.")
  private @Nullable String file;

  /** Makes a verification once it is known whether the beginning is missing. */
  @FunctionalInterface
  interface Maker {
    AuditVerification make(boolean fromTheMiddle);
  }

  /** What is done with an entry beside its verification. */
  @FunctionalInterface
  interface Visitor {
    void see(AuditEntry entry);
  }

  /**
   * Reads everything.
   *
   * @return the verification that took it
   * @throws CommandFailedException if file, brokers or registry can't be read
   */
  AuditVerification read(Console console, Maker maker, Visitor visitor) {
    if (file != null) {
      AuditVerification verification = maker.make(fromTheMiddle);
      readFile(file, console, verification, visitor);
      return verification;
    }
    Configuration config = brokers.configuration();
    Reading reading = new Reading(BrokerAccess.reader(config), maker, visitor);
    try {
      new TopicScan(BrokerAccess.settings(config), Topics.AUDIT).run(whole(), reading::take);
    } catch (RegistryUnavailableException e) {
      throw CommandFailedException.environment(String.valueOf(e.getMessage()), "");
    }
    return reading.verification(0);
  }

  private static ScanPart whole() {
    return new ScanPart(ScanPart.FROM_THE_BEGINNING, ScanPart.TO_THE_END, Long.MAX_VALUE, false);
  }

  /** The topic on its way through the verification. */
  private final class Reading {
    private final RecordReader reader;
    private final Maker maker;
    private final Visitor visitor;
    private @Nullable AuditVerification verification;

    private Reading(RecordReader reader, Maker maker, Visitor visitor) {
      this.reader = reader;
      this.maker = maker;
      this.visitor = visitor;
    }

    private AuditVerification verification(long firstOffset) {
      AuditVerification made = verification;
      if (made == null) {
        made = maker.make(fromTheMiddle || firstOffset > 0);
        verification = made;
      }
      return made;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
      String place = record.topic() + "-" + record.partition() + "@" + record.offset();
      AuditVerification made = verification(record.offset());
      Decoded<? extends ContractRecord> read = reader.read(RecordKind.AUDIT_ENTRY, record.value());
      if (read instanceof Decoded.Accepted<? extends ContractRecord> accepted
          && accepted.record() instanceof AuditEntry entry) {
        made.take(entry, place);
        visitor.see(entry);
      } else if (read instanceof Decoded.Refused<? extends ContractRecord> refused) {
        made.takeNoEntry(place, refused.refusal().message());
      }
    }
  }

  private static void readFile(
      String name, Console console, AuditVerification verification, Visitor visitor) {
    JsonLineReader reader = JsonLineReader.of(RecordKind.AUDIT_ENTRY);
    try (JsonLineStream lines = new JsonLineStream(open(name, console), reader)) {
      Optional<JsonLine> line = lines.next();
      while (line.isPresent()) {
        take(name + ":" + line.get().number(), line.get(), verification, visitor);
        line = lines.next();
      }
    } catch (IOException e) {
      throw CommandFailedException.usage(
          name + " can't be read: " + IoReason.of(e),
          "give a file of audit entries as JSON Lines, or - for standard input");
    }
  }

  private static void take(
      String place, JsonLine line, AuditVerification verification, Visitor visitor) {
    if (line instanceof JsonLine.Read read && read.record() instanceof AuditEntry entry) {
      verification.take(entry, place);
      visitor.see(entry);
    } else if (line instanceof JsonLine.Refused refused) {
      verification.takeNoEntry(place, refused.refusal().message());
    }
  }

  private static InputStream open(String name, Console console) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return console.in();
    }
    InputStream file = new BufferedInputStream(Files.newInputStream(Path.of(name)));
    return name.endsWith(".gz") ? new GZIPInputStream(file) : file;
  }
}
