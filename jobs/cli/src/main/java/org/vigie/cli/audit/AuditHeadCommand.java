package org.vigie.cli.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Printable;
import org.vigie.cli.console.Table;
import org.vigie.schemas.audit.AuditReport;
import org.vigie.schemas.audit.AuditVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints where each chain stands. */
@Command(
    name = "head",
    header = "Prints where each chain of the audit stands, to be kept elsewhere.",
    description =
        "Of each writer the newest day's head and the last entry, once its chain is found whole;"
            + " else it ends with 1. Keep what --json prints where nobody who may write to the topic"
            + " can change it: vigie audit verify --heads holds the topic to it.",
    footer = {
      "",
      "Examples:",
      "  vigie audit head --bootstrap-servers localhost:9092",
      "  vigie audit head --bootstrap-servers localhost:9092 --json >> heads.jsonl"
    })
final class AuditHeadCommand implements Callable<Integer> {
  private static final String NOT_SIGNED = "not signed";

  private final Session session;

  @Mixin private final AuditSource source = new AuditSource();

  @Option(names = "--json", description = "Print each as a line of JSON.")
  private boolean json;

  AuditHeadCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Console console = session.get();
    Map<String, AuditEntry> heads = new LinkedHashMap<>();
    AuditVerification verification =
        source.read(
            console,
            middle -> new AuditVerification(middle, List.of()),
            entry -> {
              if (entry.getKind() == AuditKind.HEAD) {
                heads.put(entry.getWriter(), entry);
              }
            });
    AuditReport report = verification.report(List.of());
    if (!report.isWhole()) {
      throw new CommandFailedException(
          ExitCode.NOT_OK,
          report.breaks().get(0).place() + " is broken: its head is not worth keeping",
          "vigie audit verify says more");
    }
    print(shown(report.ends(), heads), console);
    return ExitCode.DONE;
  }

  private static Set<AuditEntry> shown(List<AuditEntry> ends, Map<String, AuditEntry> heads) {
    Set<AuditEntry> shown = new LinkedHashSet<>();
    for (AuditEntry end : ends) {
      AuditEntry head = heads.get(end.getWriter());
      if (head != null) {
        shown.add(head);
      }
      shown.add(end);
    }
    return shown;
  }

  private void print(Set<AuditEntry> shown, Console console) {
    if (json) {
      shown.forEach(entry -> console.print(KeptHeads.line(entry)));
      return;
    }
    Table table = new Table();
    for (AuditEntry entry : shown) {
      table
          .row()
          .cell(Printable.of(entry.getWriter()))
          .cell("#" + entry.getSequence())
          .cell(Instant.ofEpochMilli(entry.getTime()).toString())
          .cell(entry.getKind().name())
          .cell(signed(entry))
          .cell(Printable.of(String.valueOf(entry.getHash())));
    }
    console.print(table.lines(console.style()));
  }

  private static String signed(AuditEntry entry) {
    if (entry.getKind() != AuditKind.HEAD) {
      return "";
    }
    return entry.getSignature() == null ? NOT_SIGNED : "signed";
  }
}
