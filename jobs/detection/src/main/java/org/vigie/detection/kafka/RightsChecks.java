package org.vigie.detection.kafka;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;

/**
 * Looks whether the job's user may do what the job does: one that may not write alerts would start,
 * and fail again and again at its first alert.
 */
final class RightsChecks {
  private final KafkaSettings settings;
  private final TopicRights rights;

  /**
   * Checks of one job.
   *
   * @param rights of all topics that it reads and writes
   */
  RightsChecks(KafkaSettings settings, TopicRights rights) {
    this.settings = settings;
    this.rights = rights;
  }

  /**
   * Adds what it may not, each with the command that grants it.
   *
   * @param read topics that are read
   * @param written topics that are written
   */
  void check(
      Admin admin, Collection<String> read, Collection<String> written, List<String> problems)
      throws ExecutionException, InterruptedException {
    add(AclOperation.DESCRIBE, List.copyOf(rights.hidden()), problems);
    add(AclOperation.DESCRIBE_CONFIGS, refused(AclOperation.DESCRIBE_CONFIGS, read), problems);
    add(AclOperation.READ, refused(AclOperation.READ, read), problems);
    add(AclOperation.WRITE, refused(AclOperation.WRITE, written), problems);
    checkGroup(admin, problems);
  }

  private List<String> refused(AclOperation operation, Collection<String> topics) {
    return rights.refused(operation, topics);
  }

  private void add(AclOperation operation, List<String> topics, List<String> problems) {
    if (!topics.isEmpty()) {
      problems.add(
          "this user may not %s %s; use %s"
              .formatted(
                  operation,
                  String.join(", ", topics),
                  TopicRights.grantCommand(settings.bootstrapServers(), operation, topics)));
    }
  }

  private void checkGroup(Admin admin, List<String> problems)
      throws ExecutionException, InterruptedException {
    try {
      admin.listConsumerGroupOffsets(settings.job()).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupAuthorizationException)) {
        throw e;
      }
      problems.add(
          "this user may not READ the consumer group %s; use %s"
              .formatted(
                  settings.job(),
                  TopicRights.grantCommand(
                      settings.bootstrapServers(),
                      AclOperation.READ,
                      "--group " + settings.job())));
    }
  }
}
