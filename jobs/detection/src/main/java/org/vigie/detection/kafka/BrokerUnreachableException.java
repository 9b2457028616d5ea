package org.vigie.detection.kafka;

/** No broker answers, or none that this client may ask. */
public final class BrokerUnreachableException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokerUnreachableException(String bootstrapServers, Exception cause) {
    super(message(bootstrapServers, cause), cause);
  }

  private static String message(String bootstrapServers, Exception cause) {
    BrokerAnswer answer = BrokerAnswer.of(cause);
    return answer.words(bootstrapServers, cause)
        + "; "
        + answer.remedy(KafkaOptions.BOOTSTRAP_SERVERS.key(), KafkaOptions.CLIENT_PREFIX + "*");
  }
}
