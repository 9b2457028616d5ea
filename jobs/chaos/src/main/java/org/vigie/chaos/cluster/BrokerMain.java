package org.vigie.chaos.cluster;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's process: formats its folder if it is new, then is a broker. */
public final class BrokerMain {
  private BrokerMain() {}

  /**
   * Runs it.
   *
   * @param arguments the file of properties
   */
  public static void main(String[] arguments) {
    int status =
        StorageTool.execute(
            new String[] {
              "format",
              "--ignore-formatted",
              "--config",
              arguments[0],
              "--cluster-id",
              Uuid.ONE_UUID.toString()
            },
            System.err);
    if (status != 0) {
      System.exit(status);
    }
    Kafka.main(arguments);
  }
}
