package org.vigie.cli.option;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.cli.CommandFailedException;
import org.vigie.detection.wire.WireOptions;
import org.vigie.schemas.WireFrame;

/**
 * Whether what the job wrote can be read without a registry: said once, at the first record that
 * needs one, rather than of each.
 */
public final class RegistryNeed {
  private RegistryNeed() {}

  /**
   * Looks at a record of the job's own.
   *
   * @throws CommandFailedException if only a registry explains it
   */
  public static void refuse(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() != null && WireFrame.of(record.value()) == WireFrame.CONFLUENT) {
      throw CommandFailedException.environment(
          "%s is in the Confluent wire format, which only the job's registry explains"
              .formatted(record.topic()),
          "add -D" + WireOptions.REGISTRY_URL.key() + "=URL, or the job's own file by --config");
    }
  }
}
