package org.vigie.cli.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.DeadLetterCode;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.JsonFields;
import org.vigie.cli.console.Printable;
import org.vigie.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts dead letters by code. */
@Command(
    name = "ls",
    header = "Counts refused records by code, topic and field.",
    footer = {
      "",
      "Examples:",
      "  vigie deadletters ls --bootstrap-servers localhost:9092",
      "  vigie deadletters ls --bootstrap-servers localhost:9092 --from 2026-01-31T00:00Z --json"
    })
final class DeadLettersLsCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final LetterOptions letters = new LetterOptions();

  @Option(names = "--json", description = "Print each count as a line of JSON.")
  private boolean json;

  /** Letters that are counted together. */
  private record Group(DeadLetterCode code, String topic, String field)
      implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int byCode = code.compareTo(other.code);
      int byTopic = byCode != 0 ? byCode : topic.compareTo(other.topic);
      return byTopic != 0 ? byTopic : field.compareTo(other.field);
    }
  }

  private static final class Tally {
    private long letters;
    private long replayable;
    private long firstMs = Long.MAX_VALUE;
    private long lastMs = Long.MIN_VALUE;

    private void add(DeadLetter letter) {
      letters++;
      replayable += letter.getPayload() == null ? 0 : 1;
      firstMs = Math.min(firstMs, letter.getTime());
      lastMs = Math.max(lastMs, letter.getTime());
    }
  }

  DeadLettersLsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Map<Group, Tally> tallies = new TreeMap<>();
    Console console = session.get();
    letters.read(
        letters.configuration(),
        console,
        (letter, record) ->
            tallies.computeIfAbsent(group(letter), missing -> new Tally()).add(letter));
    if (json) {
      tallies.forEach((group, tally) -> console.print(line(group, tally)));
    } else {
      console.print(table(tallies).lines(console.style()));
      long all = tallies.values().stream().mapToLong(tally -> tally.letters).sum();
      console.tell(all + " dead letters");
    }
    return ExitCode.DONE;
  }

  private static Group group(DeadLetter letter) {
    String field = letter.getField() == null ? "" : letter.getField();
    return new Group(letter.getCode(), letter.getSourceTopic(), field.replaceAll("[0-9]+", "n"));
  }

  private static Table table(Map<Group, Tally> tallies) {
    Table table = new Table();
    tallies.forEach(
        (group, tally) ->
            table
                .row()
                .cell(Ink.STRONG, group.code().name())
                .cell(Long.toString(tally.letters))
                .cell(Printable.of(group.topic()))
                .cell(group.field().isEmpty() ? "(record)" : Printable.of(group.field()))
                .cell(tally.replayable == 0 ? "no payload" : tally.replayable + " with payload")
                .cell(Instant.ofEpochMilli(tally.lastMs).toString()));
    return table;
  }

  private static String line(Group group, Tally tally) {
    return new JsonFields()
        .put("code", group.code().name())
        .put("source_topic", group.topic())
        .put("field", group.field())
        .put("letters", tally.letters)
        .put("with_payload", tally.replayable)
        .put("first", tally.firstMs)
        .put("last", tally.lastMs)
        .line();
  }
}
