package org.vigie.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.JsonLineWriter;

/** Records of the contract as JSON Lines. */
public final class JsonOutput {
  private JsonOutput() {}

  /** Prints each on a line of the result. */
  public static void print(Collection<? extends SpecificRecord> records, Console console) {
    try {
      write(records, console.out());
    } catch (IOException impossible) {
      throw new UncheckedIOException("a print stream does not throw", impossible);
    }
  }

  /**
   * Writes each on a line.
   *
   * @throws IOException if the stream can't be written to
   */
  public static void write(Collection<? extends SpecificRecord> records, OutputStream out)
      throws IOException {
    JsonLineWriter writer = new JsonLineWriter();
    for (SpecificRecord record : records) {
      out.write(writer.write(record));
      out.write('\n');
    }
    out.flush();
  }
}
