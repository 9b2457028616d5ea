package org.vigie.bench.broker;

import java.util.UUID;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.vigie.bench.process.ParentWatch;

/** The child process: formats the log directory, then is a Kafka broker until its parent ends. */
final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] arguments) {
    ParentWatch.start();
    String properties = arguments[0];
    UUID id = UUID.nameUUIDFromBytes(new byte[] {'v', 'i', 'g', 'i', 'e'});
    String clusterId =
        new Uuid(id.getMostSignificantBits(), id.getLeastSignificantBits()).toString();
    int status =
        StorageTool.execute(
            new String[] {"format", "--config", properties, "--cluster-id", clusterId}, System.err);
    if (status != 0) {
      System.exit(status);
    }
    Kafka.main(new String[] {properties});
  }
}
