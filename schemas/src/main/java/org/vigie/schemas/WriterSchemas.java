package org.vigie.schemas;

import org.apache.avro.Schema;

/** Which schema a registry's number stands for. */
public interface WriterSchemas {
  /** What a registry says of a number. */
  sealed interface Answer {
    /** The schema that a record of this number was written by. */
    record Known(Schema schema) implements Answer {}

    /**
     * A number that no record can be read by.
     *
     * @param reason why, as a refusal says it: "was written by …"
     */
    record Unusable(String reason) implements Answer {}
  }

  /**
   * Looks a number up, waiting for a registry that is briefly away.
   *
   * @throws RegistryUnavailableException if it gives no answer: then the record can be neither read
   *     nor refused, and must be tried again
   */
  Answer schema(int id);
}
