package org.vigie.schemas.standing;

import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Harm;
import org.vigie.alert.Progress;
import org.vigie.alert.Severity;
import org.vigie.alert.SubjectKind;
import org.vigie.alert.SubjectRole;

/** Records of the three topics, written shortly: a provisional id is an instant and a letter. */
final class Said {
  private Said() {}

  static Alert settled(String alertId, int revision, String provisionalId) {
    return alert(alertId, provisionalId)
        .setRevision(revision)
        .setSettled(true)
        .setCertain(true)
        .build();
  }

  static Alert onArrival(String alertId, String provisionalId, long untilMs) {
    return alert(alertId, provisionalId).setValidUntil(untilMs).build();
  }

  static Alert takenBack(String alertId, String provisionalId, long untilMs) {
    return alert(alertId, provisionalId)
        .setState(AlertState.WITHDRAWN)
        .setValidUntil(untilMs)
        .build();
  }

  static Progress progress(String run, int subtask, int parallelism, long checkpoint, long ms) {
    return Progress.newBuilder()
        .setRun(run)
        .setSubtask(subtask)
        .setParallelism(parallelism)
        .setCheckpoint(checkpoint)
        .setSettledThrough(ms)
        .build();
  }

  private static Alert.Builder alert(String alertId, String provisionalId) {
    return Alert.newBuilder()
        .setAlertId(alertId)
        .setRevision(0)
        .setCommunity("c1")
        .setHarm(Harm.AMBUSH)
        .setSeverity(Severity.CRITICAL)
        .setState(AlertState.OPEN)
        .setSubject("d1")
        .setSubjectKind(SubjectKind.DEVICE)
        .setSubjectRole(SubjectRole.SUSPECTED_ACTOR)
        .setProvisionalId(provisionalId);
  }
}
