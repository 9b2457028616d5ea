package org.vigie.bench.stream;

import org.apache.avro.util.ClassSecurityValidator;
import org.vigie.event.Message;

/**
 * Lets Avro load the classes of the records: since 1.12.2 it refuses every class that a schema
 * names and nobody vouched for.
 */
public final class TrustedRecords {
  private static final String PACKAGE = Message.class.getPackageName();

  private TrustedRecords() {}

  /** Vouches for the event records in this JVM; calling it again changes nothing. */
  public static void trust() {
    if (!ClassSecurityValidator.getGlobal().isTrusted(Message.class)) {
      ClassSecurityValidator.setGlobal(
          ClassSecurityValidator.composite(
              ClassSecurityValidator.getGlobal(),
              candidate -> candidate.getPackageName().equals(PACKAGE)));
    }
  }
}
