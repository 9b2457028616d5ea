package org.vigie.cli.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.IoReason;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.JsonFields;
import org.vigie.cli.console.Printable;
import org.vigie.schemas.audit.AuditBreak;
import org.vigie.schemas.audit.AuditReport;
import org.vigie.schemas.audit.AuditVerification;
import org.vigie.schemas.audit.KeptHead;
import org.vigie.schemas.audit.KeyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks whether the audit is as it was written. */
@Command(
    name = "verify",
    header = "Checks whether the audit is as it was written: nothing removed, changed or moved.",
    description =
        "Of each writer the first broken place is named, with what was expected there; then it ends"
            + " with 1. Entries that stand there more than once, as after a restart, are in order."
            + " A chain proves nothing of what was cut off its end: heads that were kept elsewhere"
            + " do, with --heads. It proves what it says up to the last of them.",
    footer = {
      "",
      "Examples:",
      "  vigie audit verify --bootstrap-servers localhost:9092",
      "  vigie audit verify --bootstrap-servers localhost:9092 --heads heads.jsonl"
          + " --public-key audit-public.pem",
      "  vigie audit verify audit.jsonl --json"
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final AuditSource source = new AuditSource();

  @Option(
      names = "--heads",
      paramLabel = "FILE",
      description = "Heads that were kept elsewhere, as vigie audit head --json prints them.")
  private List<Path> headFiles = List.of();

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description =
          "Key that heads must be signed by, in PEM; several after one another were in use. Without"
              + " it signatures are counted and not checked.")
  private List<Path> keyFiles = List.of();

  @Option(names = "--json", description = "Print each finding and the sum as a line of JSON.")
  private boolean json;

  AuditVerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<PublicKey> keys = keyFiles.stream().map(AuditVerifyCommand::key).toList();
    List<KeptHead> heads = new ArrayList<>();
    headFiles.forEach(file -> heads.addAll(KeptHeads.read(file)));
    Console console = session.get();
    AuditReport report =
        source
            .read(console, middle -> new AuditVerification(middle, keys), entry -> {})
            .report(heads);
    if (json) {
      report.breaks().forEach(broken -> console.print(line(broken)));
      report.notes().forEach(note -> console.print(note(note)));
      console.print(sum(report, heads.size()));
    } else {
      tell(report, heads.size(), console);
    }
    return report.isWhole() ? ExitCode.DONE : ExitCode.NOT_OK;
  }

  private static PublicKey key(Path file) {
    try {
      return KeyText.checking(Files.readString(file));
    } catch (IOException e) {
      throw CommandFailedException.usage(file + " can't be read: " + IoReason.of(e), "");
    } catch (IllegalArgumentException e) {
      throw CommandFailedException.usage(
          file + " " + e.getMessage(), "openssl pkey -in audit-key.pem -pubout writes one");
    }
  }

  private void tell(AuditReport report, int heads, Console console) {
    for (AuditBreak broken : report.breaks()) {
      console.print(Printable.of(broken.place()) + ": " + words(broken.kind()));
      if (!broken.writer().isEmpty()) {
        console.print("  entry:    " + Printable.of(broken.writer() + " #" + broken.sequence()));
      }
      console.print("  expected: " + Printable.of(broken.expected()));
      console.print("  found:    " + Printable.of(broken.found()));
    }
    report.notes().forEach(note -> console.tell("note: " + Printable.of(note)));
    console.print(
        "%d entries of %d writers, %d of them repeats; heads: %d signed, %d not%s: %s"
            .formatted(
                report.entries(),
                report.ends().size(),
                report.repeats(),
                report.signedHeads(),
                report.unsignedHeads(),
                keyFiles.isEmpty() ? ", signatures not checked" : "",
                report.isWhole() ? "whole" : "broken"));
    if (heads == 0) {
      console.tell(
          "what was cut off the end does not show: keep heads elsewhere (vigie audit head --json)"
              + " and give them with --heads");
    }
  }

  private static String words(AuditBreak.Kind kind) {
    return switch (kind) {
      case CHANGED -> "the entry was changed: its content does not give its hash";
      case GAP -> "entries were removed, or put elsewhere";
      case TWO_OF_ONE_NUMBER -> "two different entries have one number";
      case WRONG_PREDECESSOR -> "the entry was written after another than the one before it";
      case NO_PREDECESSOR -> "the end of the run that this one goes on from was removed";
      case SIGNATURE -> "the head is not signed as it should be";
      case KEPT_HEAD -> "the topic does not hold what was kept: it was cut, or written anew";
      case NO_ENTRY -> "what stands here is no audit entry";
      case NEWER_VERSION -> "the entry is of a newer version than this vigie, use that one";
    };
  }

  private static String line(AuditBreak broken) {
    return new JsonFields()
        .put("what", "break")
        .put("place", broken.place())
        .put("kind", broken.kind().name())
        .put("writer", broken.writer())
        .put("sequence", broken.sequence())
        .put("expected", broken.expected())
        .put("found", broken.found())
        .line();
  }

  private static String note(String text) {
    return new JsonFields().put("what", "note").put("text", text).line();
  }

  private String sum(AuditReport report, int heads) {
    return new JsonFields()
        .put("what", "sum")
        .put("whole", report.isWhole())
        .put("entries", report.entries())
        .put("writers", report.ends().size())
        .put("repeats", report.repeats())
        .put("signed_heads", report.signedHeads())
        .put("unsigned_heads", report.unsignedHeads())
        .put("signatures_checked", !keyFiles.isEmpty())
        .put("kept_heads", heads)
        .line();
  }
}
