package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertMode;
import org.vigie.alert.Finding;
import org.vigie.alert.Severity;
import org.vigie.alert.Timeline;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.Printable;
import org.vigie.cli.console.Style;
import org.vigie.cli.console.Table;
import org.vigie.cli.console.Wrap;

/**
 * Draws an alert: what to do first, why, when what happened, who else is concerned, what speaks
 * against it, and where all that comes from.
 */
public final class AlertSheet {
  private static final int LISTED_MAX = 8;
  private static final int ENTRIES_MAX = 16;
  private static final int INDENT = 2;

  private final Words words;
  private final AlertReasons reasons;
  private final AlertPeople people;
  private final AlertMeetings meetings;
  private final AlertMedia media;
  private final AlertNotes notes;
  private final AlertGaps gaps;
  private final Style style;
  private final int width;
  private final int labelWidth;

  /**
   * A sheet in a language.
   *
   * @param lore what is known of the rules that made an alert's findings
   * @param width columns, at least 60
   */
  public AlertSheet(Language language, RuleLore lore, Style style, int width) {
    this.words = new Words(language);
    RuleNames names = new RuleNames(words, lore);
    this.reasons = new AlertReasons(words, names);
    this.people = new AlertPeople(words);
    this.meetings = new AlertMeetings(words);
    this.media = new AlertMedia(words);
    this.notes = new AlertNotes(words);
    this.gaps = new AlertGaps(words, lore, names);
    this.style = style;
    this.width = width;
    this.labelWidth =
        Stream.of(
                Label.WHY_NOW,
                Label.LOOK_AFTER,
                Label.TIMELINE,
                Label.GUARDS,
                Label.CLEARS,
                Label.MISSING)
            .mapToInt(label -> words.label(label).length())
            .max()
            .orElse(0);
  }

  /** All that a revision says. */
  public List<String> lines(Alert alert) {
    List<String> lines = new ArrayList<>();
    lines.add(title(alert));
    whyNow(alert).ifPresent(why -> wrapped(Label.WHY_NOW, why, lines));
    section(Label.TO_WARN, wrapped(meetings.toCome(alert)), lines);
    section(Label.LOOK_AFTER, wrapped(meetings.passed(alert)), lines);
    findings(alert, lines);
    section(Label.ACCOUNTS, accounts(alert), lines);
    section(Label.TIMELINE, timeline(alert), lines);
    wrapped(Label.LEAD, reasons.lead(alert), lines);
    section(Label.MEASURED, wrapped(reasons.measured(alert)), lines);
    wrapped(Label.EVIDENCE, reasons.evidence(alert), lines);
    wrapped(Label.ABSENT, gaps.absent(alert), lines);
    section(Label.MISSING, wrapped(gaps.missing(alert)), lines);
    section(Label.MEDIA, media.lines(alert, style), lines);
    wrapped(Label.GUARDS, reasons.guards(alert), lines);
    section(Label.COUNTERPARTS, people.counterparts(alert, style), lines);
    section(Label.AGES, people.ages(alert, style), lines);
    section(Label.LOOK_ALIKES, wrapped(gaps.lookAlikes(alert)), lines);
    wrapped(Label.CLEARS, text(alert.getWouldClear()), lines);
    wrapped(Label.NOTED, notes.noted(alert), lines);
    wrapped(Label.REVIEW, notes.review(alert), lines);
    wrapped(Label.SOURCE, notes.source(alert), lines);
    wrapped(Label.ALERT, Printable.of(alert.getAlertId()), lines);
    return lines;
  }

  /** One line: how bad, what, whom. */
  public String title(Alert alert) {
    String subject =
        "%s%s%s %s%s"
            .formatted(
                words.harm(alert.getHarm()),
                words.colon(),
                words.subjectKind(alert.getSubjectKind()),
                Printable.of(alert.getSubject()),
                words.part(alert.getSubjectKind(), alert.getSubjectRole()));
    return severity(alert.getSeverity())
        + "  "
        + style.paint(Ink.STRONG, subject)
        + "  "
        + style.paint(Ink.FAINT, "(" + standing(alert) + ")");
  }

  private String severity(Severity severity) {
    return style.paint(Inks.of(severity), words.severity(severity));
  }

  private String standing(Alert alert) {
    List<String> parts = new ArrayList<>();
    if (!alert.getSettled()) {
      parts.add(words.label(alert.getCertain() ? Label.CERTAIN : Label.PROVISIONAL));
    }
    if (alert.getMode() == AlertMode.SHADOW) {
      parts.add(words.label(Label.SHADOW));
    }
    parts.add(words.state(alert.getState()));
    parts.add(words.label(Label.REVISION) + " " + alert.getRevision());
    if (alert.getEpisode() > 1) {
      parts.add(words.label(Label.EPISODE) + " " + alert.getEpisode());
    }
    return String.join(", ", parts);
  }

  private Optional<String> whyNow(Alert alert) {
    if (!alert.getImminent()) {
      return Optional.empty();
    }
    String reason = alert.getImminentReason();
    return Optional.of(
        PendingMeeting.of(alert)
            .map(meeting -> sentence(meeting, PendingMeeting.revisedMs(alert)))
            .orElse(reason == null ? "!" : Printable.of(reason)));
  }

  private String sentence(PendingMeeting meeting, OptionalLong instantMs) {
    StringBuilder sentence = new StringBuilder(words.label(Label.PENDING)).append(' ');
    if (meeting.atMs().isEmpty()) {
      sentence.append(words.label(Label.TIME_UNKNOWN));
    } else {
      sentence.append(words.fullTime(meeting.atMs().getAsLong()));
    }
    sentence.append(' ').append(words.label(Label.WITH)).append(' ').append(meeting.with());
    if (meeting.atMs().isPresent() && instantMs.isPresent()) {
      long leftMs = meeting.atMs().getAsLong() - instantMs.getAsLong();
      sentence.append(", ");
      sentence.append(
          leftMs < 0
              ? words.label(Label.OVERDUE)
              : words.label(Label.IN) + " " + words.span(leftMs));
    }
    if (meeting.more() > 0) {
      sentence.append(", ").append(words.label(Label.AND)).append(' ').append(meeting.more());
      sentence.append(' ').append(words.label(Label.MORE));
    }
    return Printable.of(sentence.toString());
  }

  private void findings(Alert alert, List<String> lines) {
    List<Finding> shown = alert.getFindings().stream().limit(LISTED_MAX).toList();
    Set<String> texts = new LinkedHashSet<>();
    for (Finding finding : shown) {
      StringBuilder text = new StringBuilder();
      text.append(Printable.of(finding.getRule())).append(" v").append(finding.getVersion());
      Severity claim = finding.getSeverity();
      if (claim != null) {
        text.append(", ").append(words.label(Label.CLAIMS)).append(' ');
        text.append(words.severity(claim));
      }
      text.append(", ").append(words.time(finding.getTime()));
      if (finding.getSuperseded()) {
        text.append(", ").append(words.label(Label.SUPERSEDED));
      }
      text.append(". ").append(text(finding.getExplanation()));
      texts.add(text.toString());
    }
    // Two findings may say the same of two counterparts: a reader learns nothing from the second.
    texts.forEach(text -> wrapped(Label.FINDING, text, lines));
    int hidden = alert.getFindings().size() - shown.size();
    if (hidden > 0) {
      wrapped(Label.FINDING, words.more(hidden), lines);
    }
  }

  private List<String> accounts(Alert alert) {
    String accounts = Printable.of(String.join(", ", alert.getLinkedAccounts()));
    return accounts.isEmpty() ? List.of() : Wrap.lines(accounts, textWidth());
  }

  private List<String> timeline(Alert alert) {
    List<TimelineEntry> all = TimelineEntry.of(alert, words);
    Table table = new Table();
    for (TimelineEntry entry : all.subList(0, Math.min(all.size(), ENTRIES_MAX))) {
      table
          .row()
          .cell(words.time(entry.timeMs()))
          .cell(entry.what())
          .cell(Ink.FAINT, entry.reference());
    }
    List<String> lines = new ArrayList<>(table.lines(style));
    if (all.size() > ENTRIES_MAX) {
      lines.add(words.more(all.size() - ENTRIES_MAX));
    }
    Timeline timeline = alert.getTimeline();
    if (timeline != null
        && timeline.getMessagesBefore() != null
        && timeline.getMessagesBefore() > 0) {
      lines.add(
          "%s%s%s, %d %s"
              .formatted(
                  words.label(Label.BEFORE),
                  words.colon(),
                  words.messages(timeline.getMessagesBefore()),
                  timeline.getTargetsBefore() == null ? 0 : timeline.getTargetsBefore(),
                  words.label(Label.REACHED)));
    }
    return lines;
  }

  private String text(Map<String, String> byLanguage) {
    String text = byLanguage.get(words.language().code());
    return Printable.of(text == null ? byLanguage.getOrDefault("en", "") : text);
  }

  private void wrapped(Label label, String text, List<String> lines) {
    section(label, text.isEmpty() ? List.of() : Wrap.lines(text, textWidth()), lines);
  }

  private List<String> wrapped(List<String> texts) {
    return texts.stream().flatMap(text -> Wrap.lines(text, textWidth()).stream()).toList();
  }

  private void section(Label label, List<String> texts, List<String> lines) {
    String name = words.label(label);
    for (int at = 0; at < texts.size(); at++) {
      String start =
          at == 0 ? name + " ".repeat(labelWidth - name.length()) : " ".repeat(labelWidth);
      Ink ink = label == Label.WHY_NOW ? Ink.BAD : Ink.FAINT;
      lines.add(" ".repeat(INDENT) + style.paint(ink, start) + "  " + texts.get(at));
    }
  }

  private int textWidth() {
    return width - INDENT - labelWidth - 2;
  }
}
