package org.vigie.cli.alert;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.Finding;
import org.vigie.alert.Timeline;

/**
 * The meeting that makes an alert imminent, as far as it can be told from the alert's words.
 *
 * @param atMs when, epoch milliseconds; empty if not known
 * @param with whom
 * @param more how many other meetings are pending
 */
record PendingMeeting(OptionalLong atMs, String with, int more) {
  private static final Pattern REASON =
      Pattern.compile(
          "meeting pending (?:at (?<at>\\S+Z)|at a time not known) with (?<with>\\S+?)"
              + "(?: and (?<more>\\d{1,6}) more)?");
  private static final Pattern TO_THE_MINUTE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}Z");

  /** Of an alert whose reason is such a meeting; empty for any other reason. */
  static Optional<PendingMeeting> of(Alert alert) {
    String reason = alert.getImminentReason();
    Matcher matcher = REASON.matcher(reason == null ? "" : reason);
    if (!alert.getImminent() || !matcher.matches()) {
      return Optional.empty();
    }
    String more = matcher.group("more");
    return Optional.of(
        new PendingMeeting(
            parsed(matcher.group("at")),
            matcher.group("with"),
            more == null ? 0 : Integer.parseInt(more)));
  }

  /** The instant that a revision is about: its latest finding, epoch milliseconds. */
  static OptionalLong instantMs(Alert alert) {
    return alert.getFindings().stream().mapToLong(Finding::getTime).max();
  }

  /** The instant of a revision, from which on something is still to come; epoch milliseconds. */
  static OptionalLong revisedMs(Alert alert) {
    Timeline timeline = alert.getTimeline();
    Long revisedMs = timeline == null ? null : timeline.getRevisedEventTime();
    return revisedMs == null ? instantMs(alert) : OptionalLong.of(revisedMs);
  }

  private static OptionalLong parsed(@Nullable String at) {
    if (at == null) {
      return OptionalLong.empty();
    }
    boolean toTheMinute = TO_THE_MINUTE.matcher(at).matches();
    String whole = toTheMinute ? at.replace("Z", ":00Z") : at;
    try {
      return OptionalLong.of(Instant.parse(whole).toEpochMilli());
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }
}
