package org.vigie.detection.alert;

import org.vigie.alert.Alert;
import org.vigie.core.alert.Announcement;
import org.vigie.core.order.Input;

/** A revision that is not settled yet, or was taken back, in the words of the contract. */
final class ProvisionalAlert {
  private ProvisionalAlert() {}

  /**
   * The record of what CASES says on arrival. It is void once every alert of its instant is settled
   * and it is not among them, so it is valid until that instant and no longer.
   */
  static Alert of(Input said, JobMarks marks) {
    Announcement announcement = Announcement.fromBytes(said.content());
    return SettledAlert.hashed(
        SettledAlert.fields(announcement.alert(), marks)
            .setRevision(announcement.settledRevision())
            .setSettled(false)
            .setCertain(announcement.alert().certain())
            .setProvisionalId(ProvisionalId.of(said))
            .setValidUntil(said.root().timeMs()));
  }
}
