package org.vigie.cli.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.DiagnosticLines;
import org.vigie.detection.rules.FileRules;
import org.vigie.detection.rules.ProfileChoice;
import org.vigie.rules.bundle.Profile;
import org.vigie.rules.bundle.RuleFiles;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.Rulebooks;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.Diagnostics;
import picocli.CommandLine.Option;

/** Where rules come from, the same for every command that reads them. */
public final class RulesOrigin {
  private static final Path BESIDE = Path.of("config");

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "Parameters of a kind of community; for a replay and its alerts also one of each community,"
              + " as in 'open-chat; harbour friends-based'. Default: open-chat.")
  private String profile = Profile.DEFAULT;

  /** Files and what is wrong with them. */
  record Read(RuleFiles files, Optional<Rulebook> book, Diagnostics diagnostics) {}

  /**
   * Reads rules: a folder, a file, or, if none is named, config beside, or else those that ship.
   *
   * @throws CommandFailedException if the path does not exist
   */
  Read read(@Nullable Path named) {
    Diagnostics diagnostics = new Diagnostics();
    RuleFiles files = files(named, diagnostics);
    return new Read(files, Rulebooks.read(files, profile, diagnostics), diagnostics);
  }

  /**
   * Rules that are known to be right; what is wrong is told.
   *
   * @throws CommandFailedException if something is wrong
   */
  public Rulebook right(@Nullable Path named, Console console) {
    Read read = read(named);
    tell(read.diagnostics().all(), console);
    return read.book()
        .orElseThrow(
            () ->
                new CommandFailedException(
                    ExitCode.NOT_OK, "the rules are wrong", "mend what is named above"));
  }

  /**
   * Rules for a job, and for who reads its alerts: those of a folder or file, else those that ship;
   * what is wrong is told.
   *
   * @throws CommandFailedException if something is wrong
   */
  public FileRules forJob(@Nullable Path named, Console console) {
    Diagnostics diagnostics = new Diagnostics();
    RuleFiles files = named == null ? RuleFiles.shipped() : files(named, diagnostics);
    Optional<FileRules> checked = FileRules.checked(files, profiles(), diagnostics);
    tell(diagnostics.all(), console);
    return checked.orElseThrow(
        () ->
            new CommandFailedException(
                ExitCode.NOT_OK, "the rules are wrong", "mend what is named above"));
  }

  /** Whether nothing else was asked for than the rules that ship, as they ship. */
  public boolean isDefault(@Nullable Path named) {
    return named == null && profile.equals(Profile.DEFAULT);
  }

  private ProfileChoice profiles() {
    try {
      return ProfileChoice.parse(profile);
    } catch (IllegalArgumentException notReadable) {
      throw CommandFailedException.notAllowed("--profile " + profile, ProfileChoice.FORM);
    }
  }

  private static RuleFiles files(@Nullable Path named, Diagnostics diagnostics) {
    if (named == null && !Files.isDirectory(BESIDE.resolve("rules"))) {
      return RuleFiles.shipped();
    }
    Path path = named == null ? BESIDE : named;
    if (!Files.exists(path)) {
      throw CommandFailedException.usage(
          path + " does not exist", "name a folder such as config, or a file of one rule");
    }
    RuleFiles own = RuleFiles.of(path, diagnostics);
    return own.isEmpty() ? own : own.completed();
  }

  /** Tells people what is wrong. */
  static void tell(List<Diagnostic> diagnostics, Console console) {
    diagnostics.forEach(
        one -> DiagnosticLines.of(one, console.errorStyle()).forEach(console::tell));
  }
}
