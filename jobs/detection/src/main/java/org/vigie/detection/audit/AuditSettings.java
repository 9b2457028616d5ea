package org.vigie.detection.audit;

import java.io.Serializable;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How the job writes its audit.
 *
 * @param job name of the job, unique on its Kafka cluster
 * @param submittedMs when the run was submitted, epoch milliseconds: part of its name
 * @param keyFile where the key that signs is, empty if heads are not signed
 */
public record AuditSettings(String job, long submittedMs, String keyFile) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** As configured, for a run that is submitted now. */
  public static AuditSettings from(ReadableConfig config, String job) {
    String keyFile = config.getOptional(AuditOptions.KEY_FILE).orElse("");
    return new AuditSettings(job, System.currentTimeMillis(), keyFile);
  }
}
