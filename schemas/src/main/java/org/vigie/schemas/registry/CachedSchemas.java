package org.vigie.schemas.registry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.vigie.schemas.RegistryUnavailableException;
import org.vigie.schemas.WriterSchemas;
import org.vigie.schemas.registry.RegistryCalls.Registered;

/**
 * A registry's numbers, each asked for once. What is known stays known while the registry is away;
 * a number that is not known is asked for with growing pauses until the registry answers or
 * patience ends. A number that the registry says it does not have is asked for {@link
 * #UNKNOWN_TRIES} times, since a replica may lag behind the producer's, and then kept as unknown
 * for {@link #UNKNOWN_KEPT_MS}; while {@link #UNKNOWN_MANY} or more are kept, one answer must do,
 * or a producer that makes numbers up could hold everybody up.
 *
 * <p>One instance belongs to one thread.
 */
public final class CachedSchemas implements WriterSchemas {
  /** Schemas kept; with more in use they are asked for again in turn. */
  public static final int SCHEMAS_MAX = 256;

  /** Unknown numbers kept. */
  public static final int UNKNOWN_MAX = 1024;

  static final int UNKNOWN_TRIES = 3;
  static final int UNKNOWN_MANY = 16;
  static final long UNKNOWN_KEPT_MS = 60_000;
  private static final int SCHEMA_CHARACTERS_MAX = 256 * 1024;
  private static final long PAUSE_MS_MIN = 100;
  private static final long PAUSE_MS_MAX = 5_000;
  private static final long NANOS_A_MS = 1_000_000;

  private final RegistryCalls calls;
  private final long patienceMs;
  private final Waiting waiting;
  private final Map<Integer, Answer> answers = new HashMap<>();
  private final Map<Integer, Long> unknownSinceMs =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Long> eldest) {
          return size() > UNKNOWN_MAX;
        }
      };
  private long lookups;

  /** A clock that only goes forward, and a pause. */
  interface Waiting {
    /** Milliseconds since some moment. */
    long nowMs();

    /** Lets time pass. */
    void pause(long ms) throws InterruptedException;

    /** The machine's. */
    static Waiting real() {
      LongSupplier nanos = System::nanoTime;
      return new Waiting() {
        @Override
        public long nowMs() {
          return nanos.getAsLong() / NANOS_A_MS;
        }

        @Override
        public void pause(long ms) throws InterruptedException {
          Thread.sleep(ms);
        }
      };
    }
  }

  /**
   * Numbers of one registry.
   *
   * @param known schemas by number that need not be asked for
   */
  public CachedSchemas(RegistrySettings settings, Map<Integer, String> known) {
    this(new RegistryCalls(settings), settings.patience().toMillis(), Waiting.real());
    known.forEach((id, text) -> keep(id, parsed(new Registered(id, text, "AVRO", false))));
  }

  CachedSchemas(RegistryCalls calls, long patienceMs, Waiting waiting) {
    this.calls = calls;
    this.patienceMs = patienceMs;
    this.waiting = waiting;
  }

  @Override
  public Answer schema(int id) {
    Answer answer = answers.get(id);
    if (answer != null) {
      return answer;
    }
    if (isKeptAsUnknown(id)) {
      return unknown();
    }
    return ask(id);
  }

  /** Questions asked so far. */
  public long lookups() {
    return lookups;
  }

  private Answer ask(int id) {
    int tries = unknownSinceMs.size() < UNKNOWN_MANY ? UNKNOWN_TRIES : 1;
    for (int attempt = 1; attempt <= tries; attempt++) {
      Optional<Registered> found = patiently(id);
      if (found.isPresent()) {
        Answer answer = parsed(found.get());
        keep(id, answer);
        return answer;
      }
      if (attempt < tries) {
        pause(PAUSE_MS_MIN << attempt);
      }
    }
    unknownSinceMs.put(id, waiting.nowMs());
    return unknown();
  }

  private Optional<Registered> patiently(int id) {
    long startMs = waiting.nowMs();
    long pauseMs = PAUSE_MS_MIN;
    while (true) {
      try {
        lookups++;
        return calls.schema(id);
      } catch (RegistryUnavailableException away) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        if (interrupted || waiting.nowMs() - startMs + pauseMs > patienceMs) {
          throw away;
        }
      }
      pause(pauseMs);
      pauseMs = Math.min(2 * pauseMs, PAUSE_MS_MAX);
    }
  }

  private void pause(long ms) {
    try {
      waiting.pause(ms);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RegistryUnavailableException("the wait for the schema registry ended", stopped);
    }
  }

  private boolean isKeptAsUnknown(int id) {
    Long sinceMs = unknownSinceMs.get(id);
    if (sinceMs == null) {
      return false;
    }
    if (waiting.nowMs() - sinceMs > UNKNOWN_KEPT_MS) {
      unknownSinceMs.remove(id);
      return false;
    }
    return true;
  }

  private void keep(int id, Answer answer) {
    if (answers.size() == SCHEMAS_MAX) {
      answers.clear();
    }
    answers.put(id, answer);
  }

  private static Answer parsed(Registered found) {
    if (!found.type().equals("AVRO")) {
      return new Answer.Unusable("was written by a schema that is no Avro");
    }
    if (found.references()) {
      return new Answer.Unusable("was written by a schema with references; register it whole");
    }
    if (found.text().length() > SCHEMA_CHARACTERS_MAX) {
      return new Answer.Unusable("was written by a schema over 256 KiB");
    }
    try {
      Schema schema = new SchemaParser().parse(found.text()).mainSchema();
      return new Answer.Known(schema);
    } catch (RuntimeException broken) { // of several kinds, for texts of every kind
      return new Answer.Unusable("was written by a schema that does not parse");
    }
  }

  private static Answer unknown() {
    return new Answer.Unusable("was written by a schema that the registry does not have");
  }
}
