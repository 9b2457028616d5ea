package org.vigie.bench.peer;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one kind as cheaply as Avro can: one reader, one decoder over the bytes
 * themselves, nothing checked. It takes the writer's schema for granted, which a floor may and a
 * detector may not.
 *
 * @param <T> the generated record
 */
public final class RecordReader<T extends SpecificRecord> {
  /** Two bytes of mark and eight of fingerprint stand before the record. */
  private static final int HEADER_BYTES = 10;

  private final SpecificDatumReader<T> reader;
  private final Supplier<T> empty;
  private @Nullable BinaryDecoder decoder;

  /**
   * A reader.
   *
   * @param empty makes a record to be filled
   */
  public RecordReader(Schema schema, Supplier<T> empty) {
    this.reader = new SpecificDatumReader<>(schema, schema, model());
    this.empty = empty;
  }

  /** The record in these bytes, in single-object encoding by the present schema. */
  public T read(byte[] value) throws IOException {
    BinaryDecoder input =
        DecoderFactory.get()
            .binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, decoder);
    decoder = input;
    return reader.read(empty.get(), input);
  }

  /** The generated classes decode themselves, which allocates less than Avro's readers do. */
  private static SpecificData model() {
    SpecificData model = new SpecificData(RecordReader.class.getClassLoader());
    model.setCustomCoders(true);
    model.setFastReaderEnabled(false);
    return model;
  }
}
