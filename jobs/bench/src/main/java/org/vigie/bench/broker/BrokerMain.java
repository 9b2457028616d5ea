package org.vigie.bench.broker;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.vigie.bench.process.ParentWatch;

/**
 * The child process: formats the log directory for the cluster whose id it is given, then is a
 * Kafka broker until its parent ends.
 */
final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] arguments) {
    ParentWatch.start();
    String properties = arguments[0];
    int status =
        StorageTool.execute(
            new String[] {"format", "--config", properties, "--cluster-id", arguments[1]},
            System.err);
    if (status != 0) {
      System.exit(status);
    }
    Kafka.main(new String[] {properties});
  }
}
