package org.vigie.detection.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.JsonLineReader;
import org.vigie.schemas.JsonLineStream;

/** How events stand in a file (CONTRACT §9). */
public enum LineFormat {
  /** Natural JSON Lines, a {@code type} on each. */
  JSONL {
    @Override
    Lines open(InputStream in) {
      JsonLineStream stream = new JsonLineStream(in, JsonLineReader.ofEvents());
      return new Lines() {
        @Override
        public Optional<JsonLine> next() throws IOException {
          return stream.next();
        }

        @Override
        public void close() throws IOException {
          stream.close();
        }
      };
    }

    @Override
    RecordSorter.Repetition repetition() {
      return (record, occurrence) -> record;
    }

    @Override
    public String otherKinds() {
      return "contact graphs are read with --format snap, alerts with: vigie alerts show FILE";
    }
  },
  /** {@code from to unix_seconds} a line: direct messages, as contact graphs are published. */
  SNAP {
    @Override
    Lines open(InputStream in) {
      return new SnapLines(in);
    }

    @Override
    RecordSorter.Repetition repetition() {
      return new SnapRepetition();
    }

    @Override
    public String otherKinds() {
      return "events in JSON Lines are read without --format snap";
    }
  };

  abstract Lines open(InputStream in);

  /** How to read a file that is not of this format, for someone who mistook it. */
  public abstract String otherKinds();

  /** What a record is that repeats the one before it, word for word. */
  abstract RecordSorter.Repetition repetition();
}
