package org.vigie.detection.kafka;

/** No broker answers, or none that this client may ask. */
public final class BrokerUnreachableException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokerUnreachableException(String bootstrapServers, Exception cause) {
    super(
        "no usable answer from a broker at "
            + bootstrapServers
            + ": "
            + cause.getMessage()
            + "; check "
            + KafkaOptions.BOOTSTRAP_SERVERS.key()
            + " and "
            + KafkaOptions.CLIENT_PREFIX
            + "*",
        cause);
  }
}
