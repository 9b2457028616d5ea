package org.vigie.detection.replay;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.vigie.schemas.JsonLine;

/** The lines of one file, whatever its format, each an event, a refusal or blank. */
interface Lines extends Closeable {
  /**
   * The next line, or nothing at the end.
   *
   * @throws IOException if the file can't be read
   */
  Optional<JsonLine> next() throws IOException;
}
