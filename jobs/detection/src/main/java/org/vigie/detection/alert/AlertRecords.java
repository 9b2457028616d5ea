package org.vigie.detection.alert;

import org.vigie.alert.Alert;
import org.vigie.core.alert.Announcement;
import org.vigie.core.order.Input;

/**
 * Makes the records of the contract of what the last stop says and settles, each with its hash.
 *
 * <p>One instance belongs to one thread.
 */
public final class AlertRecords {
  private final JobMarks marks;
  private final ContentHash hash = new ContentHash();

  /**
   * Records of one job.
   *
   * @param marks what the job's options put on every alert
   */
  public AlertRecords(JobMarks marks) {
    this.marks = marks;
  }

  /** The record of a revision that the last stop settled. */
  public Alert settled(Input settled) {
    return settled(
        org.vigie.core.alert.Alert.fromBytes(settled.content()), ProvisionalId.of(settled));
  }

  /**
   * The record of a settled revision.
   *
   * @param provisionalId under which it was said on arrival, if it was ({@link ProvisionalId})
   */
  Alert settled(org.vigie.core.alert.Alert alert, String provisionalId) {
    return hash.putInto(
        SettledAlert.fields(alert, marks)
            .setSettled(true)
            .setCertain(true)
            .setProvisionalId(provisionalId)
            .build());
  }

  /**
   * The record of what CASES says on arrival. It is void once every alert of its instant is settled
   * and it is not among them, so it is valid until that instant and no longer.
   */
  public Alert provisional(Input said) {
    Announcement announcement = Announcement.fromBytes(said.content());
    return hash.putInto(
        SettledAlert.fields(announcement.alert(), marks)
            .setRevision(announcement.settledRevision())
            .setSettled(false)
            .setCertain(announcement.alert().certain())
            .setProvisionalId(ProvisionalId.of(said))
            .setValidUntil(said.root().timeMs())
            .build());
  }
}
