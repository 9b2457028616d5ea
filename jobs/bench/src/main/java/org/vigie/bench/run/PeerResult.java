package org.vigie.bench.run;

import java.util.List;

/**
 * What one run of one peer measured.
 *
 * @param steady from half of the topic read to everything processed
 * @param whole from the first record to everything processed
 * @param residentPeakBytes highest resident size of the process, 0 where unknown
 * @param stateBytes full size of a checkpoint taken after the last event, parts shared with earlier
 *     ones included
 * @param checkpointMillis how long that checkpoint took
 * @param checkpoints completed in the run
 * @param alerts raised by then
 * @param stops what each stop keeps after the last event
 */
public record PeerResult(
    Phase steady,
    Phase whole,
    long residentPeakBytes,
    long stateBytes,
    long checkpointMillis,
    long checkpoints,
    long alerts,
    List<StoredState> stops) {
  public PeerResult {
    stops = List.copyOf(stops);
  }
}
