package org.vigie.detection.kafka;

import java.util.List;
import org.apache.flink.configuration.ReadableConfig;
import org.vigie.detection.wire.AlertHeaders;
import org.vigie.detection.wire.SchemaRegistration;
import org.vigie.detection.wire.WireFormat;
import org.vigie.detection.wire.WireOptions;
import org.vigie.detection.wire.WireSubject;
import org.vigie.schemas.RecordKind;

/** What stands on each topic of the job, for the registry and for headers. */
public final class WireSubjects {
  private static final List<WireSubject> ALL =
      List.of(
          new WireSubject(Topics.MESSAGES, RecordKind.MESSAGE, false),
          new WireSubject(Topics.SESSIONS, RecordKind.SESSION, false),
          new WireSubject(Topics.INTERACTIONS, RecordKind.INTERACTION, false),
          new WireSubject(Topics.REVIEWS, RecordKind.REVIEW, false),
          new WireSubject(Topics.ALERTS, RecordKind.ALERT, true),
          new WireSubject(Topics.PROVISIONAL, RecordKind.ALERT, true),
          new WireSubject(Topics.PROGRESS, RecordKind.PROGRESS, true),
          new WireSubject(Topics.DEAD_LETTERS, RecordKind.DEAD_LETTER, true),
          new WireSubject(Topics.AUDIT, RecordKind.AUDIT_ENTRY, true));

  private WireSubjects() {}

  /**
   * The wire format of the job, agreed with the registry if one is configured.
   *
   * @throws IllegalArgumentException if schemas are missing: all that is wrong, with the remedy
   * @throws org.vigie.schemas.RegistryUnavailableException if the registry does not answer
   */
  public static WireFormat agree(ReadableConfig config) {
    return SchemaRegistration.agree(config, ALL);
  }

  /** Headers of alerts as configured. */
  static AlertHeaders alertHeaders(ReadableConfig config, WireFormat wire) {
    boolean cloudEvents = config.get(WireOptions.CLOUD_EVENTS);
    return new AlertHeaders(
        wire.frame(), cloudEvents ? "/vigie/" + config.get(KafkaOptions.JOB) : null);
  }
}
