package org.vigie.detection.decode;

import java.io.Serializable;
import org.apache.flink.configuration.ReadableConfig;
import org.vigie.core.route.TimeBounds;
import org.vigie.detection.legal.LegalBases;
import org.vigie.detection.legal.LegalOptions;
import org.vigie.detection.time.TimeOptions;
import org.vigie.detection.wire.WireFormat;

/**
 * How records are decoded.
 *
 * @param bounds how far an event's time may be from its recording
 * @param deadLetterPayload whether dead letters carry what was refused
 * @param wire what is known of a registry
 * @param bases on which legal basis signals are taken in
 * @param lexicons whose texts are looked at for indicator phrases
 */
public record DecodeSettings(
    TimeBounds bounds,
    boolean deadLetterPayload,
    WireFormat wire,
    LegalBases bases,
    LexiconChoice lexicons)
    implements Serializable {
  /** Settings under which no text is read. */
  public DecodeSettings(
      TimeBounds bounds, boolean deadLetterPayload, WireFormat wire, LegalBases bases) {
    this(bounds, deadLetterPayload, wire, bases, LexiconChoice.NONE);
  }

  /** As configured, without a registry. */
  public static DecodeSettings from(ReadableConfig config) {
    return new DecodeSettings(
        TimeOptions.bounds(config),
        config.get(DecodeOptions.DEAD_LETTER_PAYLOAD),
        WireFormat.singleObject(),
        LegalOptions.bases(config),
        TextOptions.choice(config));
  }

  /** The same with what was agreed with a registry. */
  public DecodeSettings withWire(WireFormat otherWire) {
    return new DecodeSettings(bounds, deadLetterPayload, otherWire, bases, lexicons);
  }
}
