package org.vigie.detection.decode;

import org.vigie.alert.DeadLetterCode;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.JsonLineReader;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.Refusal;

/**
 * Values of an event topic that are JSON: what a person with nothing but a console producer can
 * send. No other wire format begins with a brace.
 *
 * <p>One instance belongs to one thread.
 *
 * @param <R> the generated class
 */
final class JsonValues<R extends ContractRecord> {
  private static final int LINE_NUMBER = 2; // only a file's first line may bear a byte order mark

  private final Class<R> recordClass;
  private final JsonLineReader reader;

  JsonValues(RecordKind kind, Class<R> recordClass) {
    this.recordClass = recordClass;
    this.reader = JsonLineReader.ofTopic(kind);
  }

  /** Whether a value is to be read as JSON: told by its first byte. */
  static boolean holds(byte[] value) {
    return value.length > 0 && value[0] == '{';
  }

  /** Reads a value; never throws. */
  Decoded<R> decode(byte[] value) {
    JsonLine line = reader.read(LINE_NUMBER, value);
    if (line instanceof JsonLine.Read read) {
      return new Decoded.Accepted<>(recordClass.cast(read.record()));
    }
    if (line instanceof JsonLine.Refused refused) {
      return new Decoded.Refused<>(refused.refusal());
    }
    return new Decoded.Refused<>(Refusal.of(DeadLetterCode.UNREADABLE, "", "is blank"));
  }

  /** Fields met so far that no schema knows. */
  long unknownFields() {
    return reader.unknownFields().total();
  }
}
