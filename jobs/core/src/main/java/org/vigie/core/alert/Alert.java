package org.vigie.core.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.Texts.Bilingual;

/**
 * One revision of an alert (CONTRACT §6): everything in it is a function of the record.
 *
 * @param timeMs the instant of the revision, epoch milliseconds
 * @param linkedAccounts accounts whose acts are in the findings, sorted; never counterparts
 * @param score 0..1, fixed-point
 * @param families mask over findings that still hold
 * @param findings sorted by rule, counterpart and way
 * @param subjectAges beliefs about the subject's own accounts
 * @param counterparts the first by account
 * @param pending meetings to warn of, the most urgent first
 * @param bundle hash of the rules in force
 * @param restUntilMs until when a dismissal in force lets findings rest, else {@link
 *     org.vigie.core.event.Unknown#TIME}
 */
public record Alert(
    UUID alertId,
    int revision,
    int episode,
    Harm harm,
    Severity severity,
    AlertState state,
    Subject subject,
    long timeMs,
    boolean certain,
    List<String> linkedAccounts,
    long score,
    int families,
    List<ExplainedFinding> findings,
    List<Counterpart> subjectAges,
    List<Counterpart> counterparts,
    int counterpartsTotal,
    Timeline timeline,
    List<Evidence> evidence,
    List<PendingMeeting> pending,
    Bilingual wouldClear,
    String bundle,
    List<ReviewNote> reviews,
    long restUntilMs) {
  private static final Harm[] HARMS = Harm.values();
  private static final Severity[] SEVERITIES = Severity.values();
  private static final AlertState[] STATES = AlertState.values();

  public Alert {
    linkedAccounts = List.copyOf(linkedAccounts);
    findings = List.copyOf(findings);
    subjectAges = List.copyOf(subjectAges);
    counterparts = List.copyOf(counterparts);
    evidence = List.copyOf(evidence);
    pending = List.copyOf(pending);
    reviews = List.copyOf(reviews);
  }

  /** A finding in words. */
  public record ExplainedFinding(Finding finding, boolean superseded, Bilingual explanation) {}

  /**
   * When what happened; unknown times are {@link org.vigie.core.event.Unknown#TIME}.
   *
   * @param meetingMs the most urgent pending meeting; once all are over, the last of them
   * @param detectedRecordedMs when the event that raised the episode was recorded
   * @param messagesBefore messages with its counterparts before detection
   * @param targetsBefore counterparts before detection
   * @param lastEventMs the newest event in the evidence
   * @param stages first time of each stage, the earliest first
   */
  public record Timeline(
      long firstContactMs,
      long meetingMs,
      long lastEventMs,
      long detectedMs,
      long detectedRecordedMs,
      long messagesBefore,
      int targetsBefore,
      List<StageTime> stages) {
    public Timeline {
      stages = List.copyOf(stages);
    }
  }

  /** Packs it. */
  public byte[] toBytes() {
    ByteWriter out = new ByteWriter(1024);
    out.fixed64(alertId.getMostSignificantBits()).fixed64(alertId.getLeastSignificantBits());
    out.number(revision).number(episode).octet(harm.ordinal()).octet(severity.ordinal());
    out.octet(state.ordinal());
    subject.write(out);
    out.signed(timeMs).flag(certain).number(linkedAccounts.size());
    linkedAccounts.forEach(out::text);
    out.number(score).number(families).number(findings.size());
    for (ExplainedFinding explained : findings) {
      explained.finding().write(out);
      out.flag(explained.superseded());
      out.text(explained.explanation().en()).text(explained.explanation().fr());
    }
    Counterpart.writeAll(subjectAges, out);
    Counterpart.writeAll(counterparts, out);
    out.number(counterpartsTotal);
    out.signed(timeline.firstContactMs()).signed(timeline.meetingMs());
    out.signed(timeline.lastEventMs()).signed(timeline.detectedMs());
    out.signed(timeline.detectedRecordedMs());
    out.number(timeline.messagesBefore()).number(timeline.targetsBefore());
    out.number(timeline.stages().size());
    timeline.stages().forEach(stage -> stage.write(out));
    Evidence.writeAll(evidence, out);
    PendingMeeting.writeAll(pending, out);
    out.text(wouldClear.en()).text(wouldClear.fr()).text(bundle).number(reviews.size());
    reviews.forEach(review -> review.write(out));
    out.signed(restUntilMs);
    return out.toBytes();
  }

  /** Reads what {@link #toBytes} packed. */
  public static Alert fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    UUID alertId = new UUID(in.fixed64(), in.fixed64());
    int revision = in.count();
    int episode = in.count();
    Harm harm = HARMS[in.octet()];
    Severity severity = SEVERITIES[in.octet()];
    AlertState state = STATES[in.octet()];
    Subject subject = Subject.read(in);
    long timeMs = in.signed();
    boolean certain = in.flag();
    List<String> linkedAccounts = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      linkedAccounts.add(in.text());
    }
    long score = in.number();
    int families = in.count();
    List<ExplainedFinding> findings = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      findings.add(
          new ExplainedFinding(Finding.read(in), in.flag(), new Bilingual(in.text(), in.text())));
    }
    return new Alert(
        alertId,
        revision,
        episode,
        harm,
        severity,
        state,
        subject,
        timeMs,
        certain,
        linkedAccounts,
        score,
        families,
        findings,
        Counterpart.readAll(in),
        Counterpart.readAll(in),
        in.count(),
        readTimeline(in),
        Evidence.readAll(in),
        PendingMeeting.readAll(in),
        new Bilingual(in.text(), in.text()),
        in.text(),
        readReviews(in),
        in.signed());
  }

  /** The severity of a packed alert, without unpacking the rest. */
  public static Severity severityOf(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    in.fixed64();
    in.fixed64();
    in.count();
    in.count();
    in.octet();
    return SEVERITIES[in.octet()];
  }

  /** The same alert in another state. */
  public Alert withState(AlertState other) {
    return new Alert(
        alertId,
        revision,
        episode,
        harm,
        severity,
        other,
        subject,
        timeMs,
        certain,
        linkedAccounts,
        score,
        families,
        findings,
        subjectAges,
        counterparts,
        counterpartsTotal,
        timeline,
        evidence,
        pending,
        wouldClear,
        bundle,
        reviews,
        restUntilMs);
  }

  private static Timeline readTimeline(ByteReader in) {
    return new Timeline(
        in.signed(),
        in.signed(),
        in.signed(),
        in.signed(),
        in.signed(),
        in.number(),
        in.count(),
        StageTime.readAll(in));
  }

  private static List<ReviewNote> readReviews(ByteReader in) {
    List<ReviewNote> reviews = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      reviews.add(ReviewNote.read(in));
    }
    return reviews;
  }
}
