package org.vigie.detection.stop;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;

/**
 * A stop that joins what it is told and says it all at each instant, so that order is all that
 * matters to it. "!" asks for a deadline 10 s later, at which the key forgets everything.
 */
record JoiningStop(StopName name, StopName receiver, boolean settles)
    implements Stop<JoiningStop.Told> {
  static final long DEADLINE_MS = 10_000;

  private static final Key RECEIVER = new Key(42, 0);

  /** What a key was told. */
  static final class Told {
    private final StringBuilder text = new StringBuilder();
    private long deadlineMs = NO_DEADLINE;
  }

  static JoiningStop pair() {
    return new JoiningStop(StopName.PAIR, StopName.SENDER, false);
  }

  static JoiningStop cases() {
    return new JoiningStop(StopName.CASES, StopName.ALERTS, true);
  }

  @Override
  public Told decode(byte @Nullable [] stored) {
    Told told = new Told();
    if (stored != null) {
      String[] fields = new String(stored, StandardCharsets.UTF_8).split("@", 2);
      told.deadlineMs = Long.parseLong(fields[0]);
      told.text.append(fields[1]);
    }
    return told;
  }

  @Override
  public byte @Nullable [] encode(Told told) {
    return told.text.length() == 0
        ? null
        : (told.deadlineMs + "@" + told.text).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void apply(Told told, Input input, Step step) {
    String said = new String(input.content(), StandardCharsets.UTF_8);
    told.text.append(said);
    if (said.endsWith("!")) {
      told.deadlineMs = step.timeMs() + DEADLINE_MS;
    }
  }

  @Override
  public void judge(Told told, Step step) {
    step.emit(receiver, RECEIVER, told.text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long nextDeadlineMs(Told told) {
    return told.deadlineMs;
  }

  @Override
  public void onDeadline(Told told, Step step) {
    told.text.append('.');
    judge(told, step);
    told.text.setLength(0);
    told.deadlineMs = NO_DEADLINE;
  }
}
