package org.vigie.detection.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes topics and waits until their leaders serve them, so that whoever writes next loses nothing.
 *
 * <p>A broker names a new partition's leader a little before that leader serves it. A producer that
 * has several batches on the way in between, as producers do by default, may have the first refused
 * and the second taken; the first is refused as out of order from then on, until it expires after
 * two minutes together with its records (KAFKA-15591; brokers up to 4.2 at least).
 */
public final class FreshTopics {
  private static final int TRIES_MAX = 600;
  private static final long TRY_AGAIN_NANOS = 50_000_000;

  private FreshTopics() {}

  /**
   * Makes topics, each of which says how many partitions it has.
   *
   * @throws ExecutionException if the brokers refuse, or do not serve all of it in the client's
   *     time
   */
  public static void create(Admin admin, Collection<NewTopic> topics)
      throws ExecutionException, InterruptedException {
    admin.createTopics(topics).all().get();
    Map<String, Integer> partitions = new HashMap<>();
    topics.forEach(topic -> partitions.put(topic.name(), topic.numPartitions()));
    awaitServed(admin, partitions);
  }

  /**
   * Gives topics more partitions.
   *
   * @throws ExecutionException as for new topics
   */
  public static void enlarge(Admin admin, Map<String, NewPartitions> topics)
      throws ExecutionException, InterruptedException {
    admin.createPartitions(topics).all().get();
    Map<String, Integer> partitions = new HashMap<>();
    topics.forEach((topic, wanted) -> partitions.put(topic, wanted.totalCount()));
    awaitServed(admin, partitions);
  }

  /** Only a leader that serves a partition says where it begins; the client asks until it does. */
  private static void awaitServed(Admin admin, Map<String, Integer> partitions)
      throws ExecutionException, InterruptedException {
    awaitNamed(admin, partitions.keySet());
    Map<TopicPartition, OffsetSpec> beginnings = new HashMap<>();
    partitions.forEach(
        (topic, count) -> {
          for (int partition = 0; partition < count; partition++) {
            beginnings.put(new TopicPartition(topic, partition), OffsetSpec.earliest());
          }
        });
    admin.listOffsets(beginnings).all().get();
  }

  /** Of a topic that the broker has not heard of yet the client would not ask again. */
  private static void awaitNamed(Admin admin, Set<String> topics)
      throws ExecutionException, InterruptedException {
    for (int tries = 1; tries < TRIES_MAX; tries++) {
      if (admin.listTopics().names().get().containsAll(topics)) {
        return;
      }
      LockSupport.parkNanos(TRY_AGAIN_NANOS);
    }
  }
}
