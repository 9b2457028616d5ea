package org.vigie.cli.demo;

import java.util.List;
import org.vigie.alert.Alert;
import org.vigie.simulator.score.Scorecard;

/** What a demo shows as its result: for people, or for programs. */
interface DemoOutput {
  /** A settled revision, read at a time on the platform's clock (epoch milliseconds). */
  void alert(Alert revision, long platformMs);

  /** All of it held against the truth. */
  void finish(Scorecard score, List<Alert> revisions);
}
