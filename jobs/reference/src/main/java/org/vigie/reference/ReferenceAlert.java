package org.vigie.reference;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.core.event.ListMatch;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Severity;

/**
 * One settled revision of an alert: the fields of CONTRACT §6 that are functions of the record.
 * Lists are sorted as stated, so that two revisions are equal exactly when their contents are.
 *
 * @param alertId UUID in text form (ORDER §4)
 * @param revision 1, 2, … without gaps
 * @param timeMs the instant of the revision, epoch milliseconds
 * @param episode 1, and one more with every re-opening after a closing review
 * @param linkedAccounts accounts whose acts are in the findings, sorted
 * @param score fixed-point 0..1
 * @param families of the findings that are not superseded
 * @param findings sorted by rule, counterpart, way
 * @param counterparts sorted by account
 * @param counterpartsTotal at least the number of {@code counterparts}; more where only the newest
 *     are listed
 * @param pendingMeetings those that the alert knows and that are not over by this revision, the
 *     most urgent first
 * @param meetingTimeMs agreed time of the most urgent one; once all are over, of the latest that a
 *     finding which holds names; {@code Unknown.TIME} if that is unknown
 * @param evidence event ids, sorted, each once
 * @param media matched media of the evidence, event by event from the oldest on
 */
public record ReferenceAlert(
    String alertId,
    long revision,
    long timeMs,
    int episode,
    String community,
    Harm harm,
    Severity severity,
    State state,
    String subject,
    SubjectKind subjectKind,
    Role subjectRole,
    List<String> linkedAccounts,
    long score,
    SortedSet<Family> families,
    List<ReferenceFinding> findings,
    List<Counterpart> counterparts,
    int counterpartsTotal,
    boolean imminent,
    List<PendingMeeting> pendingMeetings,
    long meetingTimeMs,
    List<String> evidence,
    List<NamedMedia> media) {
  public ReferenceAlert {
    linkedAccounts = List.copyOf(linkedAccounts);
    families = new TreeSet<>(families);
    findings = List.copyOf(findings);
    counterparts = List.copyOf(counterparts);
    pendingMeetings = List.copyOf(pendingMeetings);
    evidence = List.copyOf(evidence);
    media = List.copyOf(media);
    if (imminent == pendingMeetings.isEmpty()) {
      throw new IllegalArgumentException("imminent means that a meeting is pending");
    }
  }

  /** What became of the alert; WITHDRAWN is for provisional ones only. */
  public enum State {
    OPEN,
    CONFIRMED,
    DISMISSED,
    EXPIRED
  }

  /** What kind of thing an alert is about; those that the first rules can name. */
  public enum SubjectKind {
    ACCOUNT,
    DEVICE,
    PLACE,
    MEDIA,
    LINK,
    ROOM
  }

  /** The part someone plays in an alert. */
  public enum Role {
    SUSPECTED_ACTOR,
    POSSIBLE_VICTIM,
    NEUTRAL
  }

  /**
   * Someone on the other side.
   *
   * @param pMinor P(under 18) as of the finding's instant, fixed-point
   * @param messages messages between the two so far that were acts, either direction
   * @param firstTimeMs first act between the two, {@code Unknown.TIME} if there is none
   * @param lastTimeMs last act between the two, {@code Unknown.TIME} if there is none
   */
  public record Counterpart(
      String account, Role role, long pMinor, int messages, long firstTimeMs, long lastTimeMs) {}

  /** A file that a list knows, and the message that had it. */
  public record NamedMedia(String eventId, String hash, ListMatch match) {}

  /**
   * A meeting to warn of.
   *
   * @param id the platform's, may be empty
   * @param account who of the subject's accounts takes part, at a place who proposed it
   * @param with the one who would come
   * @param isReporter whether that is one who reported
   * @param place may be empty
   * @param timeMs agreed time, {@code Unknown.TIME} if unknown
   * @param endMs the last millisecond at which it is pending
   */
  public record PendingMeeting(
      String id,
      String account,
      String with,
      boolean isReporter,
      String place,
      long timeMs,
      long endMs) {}
}
