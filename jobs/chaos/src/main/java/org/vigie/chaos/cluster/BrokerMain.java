package org.vigie.chaos.cluster;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** The broker's process: formats its folder if it is new, then is a broker. */
public final class BrokerMain {
  private BrokerMain() {}

  /**
   * Runs it.
   *
   * @param arguments the file of properties; the cluster's id
   */
  public static void main(String[] arguments) {
    int status =
        StorageTool.execute(
            new String[] {
              "format", "--ignore-formatted", "--config", arguments[0], "--cluster-id", arguments[1]
            },
            System.err);
    if (status != 0) {
      System.exit(status);
    }
    Kafka.main(new String[] {arguments[0]});
  }
}
