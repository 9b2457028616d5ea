package org.vigie.cli.alert;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.Harm;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.option.InstantWord;
import org.vigie.schemas.standing.Standing;
import picocli.CommandLine.Option;

/** Which alerts someone wants to see. Without a state: those that there is something to see of. */
final class AlertFilter {
  @Option(
      names = {"--at-least", "--severity"},
      paramLabel = "SEVERITY",
      description = "Leave out what is below low, medium, high or critical.")
  private @Nullable SeverityBar atLeast;

  @Option(
      names = "--community",
      paramLabel = "NAME",
      description = "Only alerts of this community.")
  private @Nullable String community;

  @Option(
      names = "--harm",
      paramLabel = "HARM",
      description = "Only alerts of this harm, such as ambush.")
  private @Nullable String harm;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description =
          "Only open, confirmed, dismissed, expired, provisional, withdrawn or void ones. Default:"
              + " all but withdrawn and void.")
  private @Nullable StateWord state;

  @Option(
      names = "--since",
      paramLabel = "T",
      converter = InstantWord.class,
      description = "Only alerts with a finding at or after this time.")
  private @Nullable Instant since;

  /**
   * Those that were asked for, in their order.
   *
   * @throws CommandFailedException if the harm is none
   */
  List<Standing> of(List<Standing> standings) {
    return news(standings).stream()
        .filter(one -> state != null || one.phase().isCurrent())
        .toList();
  }

  /** The same, and without a state also what was taken back or became void. */
  List<Standing> news(List<Standing> standings) {
    Harm wanted = harm == null ? null : harm(harm);
    return standings.stream()
        .filter(one -> state == null || state.describes(one))
        .filter(one -> isWanted(one.alert(), wanted))
        .toList();
  }

  /** Whether only what came after some time is asked for. */
  boolean hasStart() {
    return since != null;
  }

  private boolean isWanted(Alert alert, @Nullable Harm wanted) {
    return (atLeast == null || atLeast.isReachedBy(alert.getSeverity()))
        && (community == null || community.equals(alert.getCommunity()))
        && (wanted == null || wanted == alert.getHarm())
        && (since == null
            || PendingMeeting.instantMs(alert).orElse(Long.MIN_VALUE) >= since.toEpochMilli());
  }

  private static Harm harm(String word) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    List<String> names =
        Arrays.stream(Harm.values())
            .filter(one -> one != Harm.UNRECOGNISED)
            .map(Harm::name)
            .toList();
    if (!names.contains(name)) {
      throw CommandFailedException.unknownName(
          "--harm " + word + " is not known",
          name,
          names.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList());
    }
    return Harm.valueOf(name);
  }
}
