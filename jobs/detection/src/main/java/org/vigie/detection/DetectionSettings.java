package org.vigie.detection;

import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.run.Stops;
import org.vigie.detection.alert.JobMarks;
import org.vigie.detection.decode.DecodeSettings;
import org.vigie.detection.kafka.KafkaOptions;
import org.vigie.detection.retention.RetentionOptions;
import org.vigie.detection.retention.RetentionTimes;
import org.vigie.detection.rules.KnownRules;
import org.vigie.detection.rules.RuleOptions;
import org.vigie.detection.stop.StopFactory;
import org.vigie.detection.stop.StopSettings;
import org.vigie.detection.time.TimeOptions;
import org.vigie.detection.wire.WireFormat;

/**
 * What the topology is built from.
 *
 * @param stops how stops run
 * @param decode how records are decoded
 * @param createTime whether topics without LogAppendTime were accepted: marked on every alert
 * @param transactionalAlerts whether settled alerts are delivered by transactions
 * @param retention for how long alerts are to be kept
 * @param rules rule sets known at submission
 */
public record DetectionSettings(
    StopSettings stops,
    DecodeSettings decode,
    boolean createTime,
    boolean transactionalAlerts,
    RetentionTimes retention,
    KnownRules rules) {
  /**
   * As configured.
   *
   * @throws org.vigie.detection.option.OptionsRefusedException if the rules are wrong
   */
  public static DetectionSettings from(ReadableConfig config) {
    return new DetectionSettings(
        StopSettings.from(config),
        DecodeSettings.from(config),
        config.get(TimeOptions.ALLOW_CREATE_TIME),
        config.get(KafkaOptions.ALERT_DELIVERY) == DeliveryGuarantee.EXACTLY_ONCE,
        RetentionOptions.times(config),
        RuleOptions.rules(config));
  }

  /** The same under other rules. */
  public DetectionSettings withRules(KnownRules otherRules) {
    return new DetectionSettings(
        stops, decode, createTime, transactionalAlerts, retention, otherRules);
  }

  /** The same with other stop settings. */
  public DetectionSettings withStops(StopSettings otherStops) {
    return new DetectionSettings(
        otherStops, decode, createTime, transactionalAlerts, retention, rules);
  }

  /** The same with what was agreed with a registry. */
  public DetectionSettings withWire(WireFormat wire) {
    return new DetectionSettings(
        stops, decode.withWire(wire), createTime, transactionalAlerts, retention, rules);
  }

  /** What the options put on every alert. */
  JobMarks marks() {
    return new JobMarks(createTime, decode.bases(), retention, decode.lexicons());
  }

  /** Makes a stop of the data's path. */
  StopFactory stopFactory(StopName name) {
    long idSecret = stops.idSecret();
    return () -> Stops.of(name, new Tags(idSecret));
  }
}
