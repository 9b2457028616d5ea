package org.vigie.detection.alert;

import java.io.Serializable;
import org.vigie.detection.legal.LegalBases;
import org.vigie.detection.retention.RetentionTimes;

/**
 * What the job's options put on every alert.
 *
 * @param createTime whether topics without LogAppendTime were accepted
 * @param bases on which legal basis signals were taken in
 * @param retention for how long alerts are to be kept
 */
public record JobMarks(boolean createTime, LegalBases bases, RetentionTimes retention)
    implements Serializable {
  /** Time from the record, no basis declared, kept as by default. */
  public static final JobMarks NONE =
      new JobMarks(false, LegalBases.UNDECLARED, RetentionTimes.DEFAULT);

  /** Version of the engine, as alerts name it. */
  public static final String ENGINE = SettledAlert.ENGINE;

  private static final long serialVersionUID = 1L;
}
