package org.vigie.detection.kafka;

import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.vigie.detection.start.StartOptions;

/**
 * A job would go on behind what it has read without knowing any of it. Starting it again the same
 * way changes nothing, so Flink fails the job at once instead.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class StateMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StateMissingException(String readBefore) {
    super(refusal(readBefore));
  }

  /**
   * Why the job does not start, and what to do.
   *
   * @param readBefore how far it has read, in words
   */
  static String refusal(String readBefore) {
    return ("%s; but it is started without the state that it had then, and would go on there"
            + " knowing nobody; start it from its newest checkpoint or savepoint (%s, flink run -s,"
            + " standalone-job --fromSavepoint), or let it look for that (%s: true), or give %s"
            + " another name to read all that the topics still keep; %s: true starts it"
            + " nevertheless (docs/options.md says what that voids)")
        .formatted(
            readBefore,
            StateRecoveryOptions.SAVEPOINT_PATH.key(),
            StartOptions.NEWEST_CHECKPOINT.key(),
            KafkaOptions.JOB.key(),
            StartOptions.WITHOUT_STATE.key());
  }
}
