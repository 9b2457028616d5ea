package org.vigie.detection.start;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.Change;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.OptionArea;

/** Options of how a job begins. */
public final class StartOptions {
  /** Whether the newest checkpoint is looked for. */
  public static final ConfigOption<Boolean> NEWEST_CHECKPOINT =
      key("vigie.start.newest-checkpoint")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Where execution.state-recovery.path names nothing, go on from the newest complete"
                  + " checkpoint or savepoint under execution.checkpointing.dir and"
                  + " execution.checkpointing.savepoint-dir; begin anew where there is none. They"
                  + " must belong to this job alone, and be in reach of what submits it. So a"
                  + " JobManager that died without high availability goes on when it is started"
                  + " again. vigie run does this by itself, under its --dir.");

  /** Whether a job may forget. */
  public static final ConfigOption<Boolean> WITHOUT_STATE =
      key("vigie.start.without-state")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Start although a job of this name has read the topics before and none of its state is"
                  + " restored. It then goes on behind what was read, and knows nobody. That voids"
                  + " the promise that settled alerts follow from the recorded events, until the"
                  + " longest window is over; and alerts begin at revision 1 again, so that those on"
                  + " the topic with a higher one hide them.");

  /** All of them. */
  public static final OptionArea AREA =
      new OptionArea(
          "Start",
          "What a job goes on from. It never starts without the state of what it has read, unless it"
              + " is told to.",
          List.of(
              new DeclaredOption<>(NEWEST_CHECKPOINT, Allowed.yesOrNo(), Change.FREE),
              new DeclaredOption<>(WITHOUT_STATE, Allowed.yesOrNo(), Change.FREE)));

  private StartOptions() {}
}
