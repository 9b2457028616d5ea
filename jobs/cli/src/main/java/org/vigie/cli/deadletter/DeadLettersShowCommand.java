package org.vigie.cli.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.DeadLetter;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.JsonOutput;
import org.vigie.cli.console.Printable;
import org.vigie.cli.console.Table;
import org.vigie.detection.kafka.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is known of one refused record. */
@Command(
    name = "show",
    header = "Shows why one record was refused.",
    description =
        "The record is named by its place, as logs and alerts name it. What it held is printed only"
            + " with --json, and only if the job was told to keep it (vigie.dead-letters.payload).",
    footer = {
      "",
      "Examples:",
      "  vigie deadletters show vigie.messages-0@17 --bootstrap-servers localhost:9092",
      "  vigie deadletters show vigie.deadletters-0@3 --bootstrap-servers localhost:9092 --json"
    })
final class DeadLettersShowCommand implements Callable<Integer> {
  private static final Pattern PLACE = Pattern.compile("(.+)-([0-9]{1,9})[@-]([0-9]{1,18})");

  private final Session session;

  @Mixin private final LetterOptions letters = new LetterOptions();

  @Option(names = "--json", description = "Print the letters as JSON Lines.")
  private boolean json;

  @Parameters(
      paramLabel = "PLACE",
      description = "TOPIC-PARTITION@OFFSET of the refused record, or of the letter itself.")
  private String place = "";

  DeadLettersShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Matcher parts = PLACE.matcher(place);
    if (!parts.matches()) {
      throw CommandFailedException.usage(
          "'" + place + "' names no record", "use TOPIC-PARTITION@OFFSET: vigie.messages-0@17");
    }
    List<DeadLetter> found = new ArrayList<>();
    Console console = session.get();
    letters.read(
        letters.configuration(),
        console,
        (letter, record) -> {
          if (isAt(letter, record, parts)) {
            found.add(letter);
          }
        });
    if (json) {
      JsonOutput.print(found, console);
    } else {
      found.forEach(letter -> print(letter, console));
    }
    if (found.isEmpty()) {
      console.tell("no dead letter about " + place + "; letters are kept for 14 days");
      return ExitCode.NOT_OK;
    }
    return ExitCode.DONE;
  }

  private static boolean isAt(
      DeadLetter letter, ConsumerRecord<byte[], byte[]> record, Matcher parts) {
    String topic = parts.group(1);
    int partition = Integer.parseInt(parts.group(2));
    long offset = Long.parseLong(parts.group(3));
    if (topic.equals(Topics.DEAD_LETTERS)) {
      return record.partition() == partition && record.offset() == offset;
    }
    return letter.getSourceTopic().equals(topic)
        && Objects.equals(letter.getPartition(), partition)
        && Objects.equals(letter.getOffset(), offset);
  }

  private static void print(DeadLetter letter, Console console) {
    console.print(
        console.style().paint(Ink.BAD, letter.getCode().name())
            + "  %s-%s@%s"
                .formatted(
                    Printable.of(letter.getSourceTopic()),
                    letter.getPartition(),
                    letter.getOffset()));
    Table table = new Table();
    row(table, "recorded", Instant.ofEpochMilli(letter.getTime()).toString());
    row(table, "what", letter.getMessage());
    row(table, "field", letter.getField());
    row(table, "value", letter.getValue());
    row(table, "allowed", letter.getAllowed());
    row(table, "nearest", letter.getNearest());
    row(table, "sha-256", letter.getPayloadSha256());
    row(
        table,
        "payload",
        letter.getPayload() == null
            ? "not kept (vigie.dead-letters.payload)"
            : letter.getPayload().remaining() + " bytes, shown with --json");
    console.print(table.lines(console.style()));
  }

  private static void row(Table table, String name, @Nullable String value) {
    if (value != null) {
      table.row().cell("  " + name).cell(Printable.of(value));
    }
  }
}
