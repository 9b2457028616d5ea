package org.vigie.detection.kafka;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.type.Types;
import org.vigie.detection.wire.TraceHeader;

/**
 * Passes every record on as it is. It never throws: an exception here would restart the job at the
 * same record for ever, and a record that is refused later still moves time on.
 */
final class LogRecordDeserializer implements KafkaRecordDeserializationSchema<LogRecord> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<LogRecord> out) {
    out.collect(
        new LogRecord(
            Topics.kindOf(record.topic()),
            record.topic(),
            record.partition(),
            record.offset(),
            record.timestamp(),
            record.key(),
            record.value(),
            TraceHeader.of(record.headers())));
  }

  @Override
  public TypeInformation<LogRecord> getProducedType() {
    return Types.LOG_RECORD;
  }
}
