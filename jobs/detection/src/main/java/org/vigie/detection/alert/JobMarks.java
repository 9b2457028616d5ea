package org.vigie.detection.alert;

import java.io.Serializable;
import org.vigie.detection.legal.LegalBases;

/**
 * What the job's options put on every alert.
 *
 * @param createTime whether topics without LogAppendTime were accepted
 * @param bases on which legal basis signals were taken in
 */
public record JobMarks(boolean createTime, LegalBases bases) implements Serializable {
  /** Time from the record, and no basis declared. */
  public static final JobMarks NONE = new JobMarks(false, LegalBases.UNDECLARED);

  private static final long serialVersionUID = 1L;
}
