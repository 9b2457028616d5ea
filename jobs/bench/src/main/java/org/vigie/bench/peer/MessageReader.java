package org.vigie.bench.peer;

import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;
import org.vigie.event.Message;

/**
 * Reads messages as cheaply as Avro can: one reader, one decoder over the bytes themselves, nothing
 * checked. It takes the writer's schema for granted, which a floor may and a detector may not.
 */
public final class MessageReader {
  /** Two bytes of mark and eight of fingerprint stand before the record. */
  private static final int HEADER_BYTES = 10;

  private final SpecificDatumReader<Message> reader =
      new SpecificDatumReader<>(Message.getClassSchema(), Message.getClassSchema(), model());
  private @Nullable BinaryDecoder decoder;

  /** The message in these bytes, in single-object encoding by the present schema. */
  public Message read(byte[] value) throws IOException {
    BinaryDecoder input =
        DecoderFactory.get()
            .binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, decoder);
    decoder = input;
    return reader.read(new Message(), input);
  }

  /** The generated classes decode themselves, which allocates less than Avro's readers do. */
  private static SpecificData model() {
    SpecificData model = new SpecificData(Message.class.getClassLoader());
    model.setCustomCoders(true);
    model.setFastReaderEnabled(false);
    return model;
  }
}
