package org.vigie.detection.stop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.core.fold.FoldCounters;
import org.vigie.core.order.StopName;
import org.vigie.detection.log.LogEvent;

/** Says in the log, once a checkpoint, that order did not hold on one subtask of a stop. */
final class OrderReport {
  private static final Logger LOGGER = LoggerFactory.getLogger(OrderReport.class);

  private final StopName stop;
  private final FoldCounters counters;
  private long forced;
  private long overtaken;
  private long dropped;

  OrderReport(StopName stop, FoldCounters counters) {
    this.stop = stop;
    this.counters = counters;
  }

  /** Says what happened since it was asked last, if anything did. */
  void tell() {
    long newForced = counters.forced() - forced;
    long newOvertaken = counters.overtaken() - overtaken;
    long newDropped = counters.dropped() - dropped;
    if (newForced + newOvertaken + newDropped > 0) {
      LogEvent.ORDER_LOST.log(LOGGER, stop, newForced, newOvertaken, newDropped);
      forced = counters.forced();
      overtaken = counters.overtaken();
      dropped = counters.dropped();
    }
  }
}
