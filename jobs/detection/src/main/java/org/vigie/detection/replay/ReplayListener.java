package org.vigie.detection.replay;

import org.vigie.alert.Alert;
import org.vigie.alert.DeadLetter;
import org.vigie.schemas.Refusal;

/** Hears what comes of a replay, on the thread that runs it. */
public interface ReplayListener {
  /** A settled revision of an alert; revisions of one alert come in their order. */
  void alert(Alert revision);

  /**
   * A line that was refused, in the order of the files.
   *
   * @param refusal why; quotes the value, for the person who gave the file
   * @param letter the same as it would go to the topic of dead letters
   */
  void refused(Refusal refusal, DeadLetter letter);

  /** All lines are read and sorted; the job starts. */
  default void sorted(ReplayCounts soFar) {}
}
