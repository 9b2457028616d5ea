package org.vigie.bench.peer;

import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vigie.core.fold.KeyFold;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.DetectionStreams;
import org.vigie.detection.DetectionTopology;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.kafka.KafkaConnectors;
import org.vigie.detection.kafka.KafkaOptions;
import org.vigie.detection.kafka.KafkaSettings;
import org.vigie.detection.time.SilenceBounds;
import org.vigie.detection.time.TimeOptions;
import org.vigie.detection.type.Types;
import org.vigie.rules.bundle.ShippedRules;

/**
 * The real thing: the job's own source, watermarks and topology. Its alerts and dead letters are
 * counted and dropped. Two options differ from the defaults, because the stream's days go by in a
 * minute: topics carry the producer's time, and partitions may be read hours of event time apart
 * instead of half a minute, which is half a second of work.
 */
final class VigiePeer implements Peer {
  private final int quietRules;

  /** With so many rules that never match beside the first ones. */
  VigiePeer(int quietRules) {
    this.quietRules = quietRules;
  }

  @Override
  public void build(StreamExecutionEnvironment environment, RecordSource records) {
    Configuration options = new Configuration();
    options.set(KafkaOptions.BOOTSTRAP_SERVERS, records.bootstrapServers());
    options.set(KafkaOptions.JOB, records.run());
    options.set(KafkaOptions.ALIGNMENT_DRIFT, records.drift());
    options.set(TimeOptions.ALLOW_CREATE_TIME, true);
    DataStream<LogRecord> log = log(environment, options);
    int added = quietRules;
    DetectionSettings settings =
        DetectionSettings.from(options)
            .withRules(() -> List.of(QuietRules.added(ShippedRules.ruleSet(), added)));
    DetectionStreams streams =
        DetectionTopology.build(log, DetectionTopology.noBundles(log), settings);
    streams.alerts().sinkTo(new CountingSink<>(EventMeter.ALERTS)).uid("alerts");
    streams.deadLetters().sinkTo(new CountingSink<>(EventMeter.REFUSED)).uid("dead-letters");
  }

  private static DataStream<LogRecord> log(
      StreamExecutionEnvironment environment, Configuration options) {
    KafkaConnectors connectors = new KafkaConnectors(KafkaSettings.from(options));
    SilenceBounds silence = SilenceBounds.from(options);
    return environment
        .fromSource(connectors.source(silence), connectors.watermarks(silence), "events")
        .uid("events")
        .map(new CountRead<>())
        .returns(Types.LOG_RECORD)
        .uid("count-read");
  }

  @Override
  public Optional<TypeSerializer<?>> keys() {
    return Optional.of(Types.KEY.createSerializer(new SerializerConfigImpl()));
  }

  @Override
  public int coreBytes(byte[] packed) {
    return KeyFold.coreBytes(packed);
  }

  @Override
  public boolean countsAtTheEnd() {
    return false;
  }
}
