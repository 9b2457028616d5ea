package org.vigie.schemas;

import org.apache.avro.specific.SpecificRecord;

/** What became of one line of a file. */
public sealed interface JsonLine {
  /** The line's number in its file, from 1. */
  long number();

  /**
   * A record that keeps to the contract.
   *
   * @param kind which record
   * @param record one of the generated records, of that kind
   * @param recording when and where it was recorded, as far as the line says
   */
  record Read(long number, RecordKind kind, SpecificRecord record, Recording recording)
      implements JsonLine {}

  /** A line that is no record of the contract, and why. */
  record Refused(long number, Refusal refusal) implements JsonLine {}

  /** A line without anything on it, as at the end of many files. */
  record Blank(long number) implements JsonLine {}
}
