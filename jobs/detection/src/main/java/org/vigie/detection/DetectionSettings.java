package org.vigie.detection;

import java.util.List;
import org.apache.flink.configuration.ReadableConfig;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.TimeBounds;
import org.vigie.core.rule.FirstRules;
import org.vigie.core.run.Stops;
import org.vigie.detection.decode.DecodeOptions;
import org.vigie.detection.rules.KnownRules;
import org.vigie.detection.stop.StopFactory;
import org.vigie.detection.stop.StopSettings;
import org.vigie.detection.time.TimeOptions;

/**
 * What the topology is built from.
 *
 * @param stops how stops run
 * @param bounds how far an event's time may be from its recording
 * @param deadLetterPayload whether dead letters carry what was refused
 * @param createTime whether topics without LogAppendTime were accepted: marked on every alert
 * @param rules rule sets known at submission
 */
public record DetectionSettings(
    StopSettings stops,
    TimeBounds bounds,
    boolean deadLetterPayload,
    boolean createTime,
    KnownRules rules) {
  /** As configured, with the built-in rules. */
  public static DetectionSettings from(ReadableConfig config) {
    return new DetectionSettings(
        StopSettings.from(config),
        TimeOptions.bounds(config),
        config.get(DecodeOptions.DEAD_LETTER_PAYLOAD),
        config.get(TimeOptions.ALLOW_CREATE_TIME),
        () -> List.of(FirstRules.ruleSet()));
  }

  /** The same under other rules. */
  public DetectionSettings withRules(KnownRules otherRules) {
    return new DetectionSettings(stops, bounds, deadLetterPayload, createTime, otherRules);
  }

  /** The same with other stop settings. */
  public DetectionSettings withStops(StopSettings otherStops) {
    return new DetectionSettings(otherStops, bounds, deadLetterPayload, createTime, rules);
  }

  /** Makes a stop of the data's path. */
  StopFactory stopFactory(StopName name) {
    long idSecret = stops.idSecret();
    return () -> Stops.of(name, new Tags(idSecret));
  }
}
