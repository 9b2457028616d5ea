package org.vigie.detection.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks the brokers whether there is anything to read from where a reader begins. */
final class LogEnds {
  private final Properties properties;
  private final String group;

  /**
   * For one consumer group.
   *
   * @param properties of an administrative client
   */
  LogEnds(Properties properties, String group) {
    this.properties = properties;
    this.group = group;
  }

  /**
   * The splits, by id, whose beginning is the end of what is committed in their partition.
   *
   * @throws ExecutionException if the brokers don't answer
   */
  Set<String> reached(Collection<KafkaPartitionSplit> splits)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(properties)) {
      Map<TopicPartition, ListOffsetsResultInfo> ends = list(admin, splits, OffsetSpec.latest());
      Map<TopicPartition, ListOffsetsResultInfo> oldest =
          list(admin, splits, OffsetSpec.earliest());
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      Set<String> reached = new HashSet<>();
      for (KafkaPartitionSplit split : splits) {
        TopicPartition partition = split.getTopicPartition();
        long first = offsetOf(oldest, partition);
        if (begin(split, committed.get(partition), first) >= offsetOf(ends, partition)) {
          reached.add(split.splitId());
        }
      }
      return reached;
    }
  }

  /** As {@link KafkaConnectors#events} lets a reader begin. */
  private static long begin(
      KafkaPartitionSplit split, @Nullable OffsetAndMetadata committed, long first) {
    long said = split.getStartingOffset();
    if (said >= 0) {
      return said;
    }
    return said == KafkaPartitionSplit.COMMITTED_OFFSET && committed != null
        ? committed.offset()
        : first;
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> list(
      Admin admin, Collection<KafkaPartitionSplit> splits, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    splits.forEach(split -> asked.put(split.getTopicPartition(), which));
    return admin
        .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get();
  }

  private static long offsetOf(
      Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
    return Objects.requireNonNull(offsets.get(partition), "was asked for").offset();
  }
}
