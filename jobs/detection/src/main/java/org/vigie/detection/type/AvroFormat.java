package org.vigie.detection.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.DataInputViewStream;
import org.apache.flink.api.java.typeutils.runtime.DataOutputViewStream;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * A generated Avro record between two hops of one job: both know the same schema, so only the
 * fields are written.
 */
abstract class AvroFormat<T extends SpecificRecordBase> extends Format<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> recordClass;
  private transient @Nullable SpecificDatumWriter<T> writer;
  private transient @Nullable SpecificDatumReader<T> reader;
  private transient @Nullable BinaryEncoder encoder;
  private transient @Nullable BinaryDecoder decoder;

  AvroFormat(Class<T> recordClass) {
    this.recordClass = recordClass;
  }

  /** A format of its own for each thread: encoders are not shared. */
  @Override
  public abstract TypeSerializer<T> duplicate();

  @Override
  public void serialize(T record, DataOutputView target) throws IOException {
    if (writer == null) {
      writer = new SpecificDatumWriter<>(recordClass);
    }
    OutputStream stream = new DataOutputViewStream(target);
    encoder = EncoderFactory.get().directBinaryEncoder(stream, encoder);
    writer.write(record, encoder);
    encoder.flush();
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    if (reader == null) {
      reader = new SpecificDatumReader<>(SpecificData.get().getSchema(recordClass));
    }
    InputStream stream = new DataInputViewStream(source);
    decoder = DecoderFactory.get().directBinaryDecoder(stream, decoder);
    return reader.read(null, decoder);
  }
}
