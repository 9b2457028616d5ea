package org.vigie.detection.alert;

import java.io.Serializable;
import org.vigie.detection.decode.LexiconChoice;
import org.vigie.detection.legal.LegalBases;
import org.vigie.detection.retention.RetentionTimes;

/**
 * What the job's options put on every alert.
 *
 * @param createTime whether topics without LogAppendTime were accepted
 * @param bases on which legal basis signals were taken in
 * @param retention for how long alerts are to be kept
 * @param lexicons whose texts were looked at for indicator phrases
 */
public record JobMarks(
    boolean createTime, LegalBases bases, RetentionTimes retention, LexiconChoice lexicons)
    implements Serializable {
  /** Marks of a job that reads no text. */
  public JobMarks(boolean createTime, LegalBases bases, RetentionTimes retention) {
    this(createTime, bases, retention, LexiconChoice.NONE);
  }

  /** Time from the record, no basis declared, kept as by default. */
  public static final JobMarks NONE =
      new JobMarks(false, LegalBases.UNDECLARED, RetentionTimes.DEFAULT);

  /** Version of the engine, as alerts name it. */
  public static final String ENGINE = SettledAlert.ENGINE;

  private static final long serialVersionUID = 1L;
}
