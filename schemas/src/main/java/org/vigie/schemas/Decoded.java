package org.vigie.schemas;

/**
 * What became of a binary record: the record, or why it was refused.
 *
 * @param <R> the generated class
 */
public sealed interface Decoded<R> {
  /** A record that keeps to the contract. */
  record Accepted<R>(R record) implements Decoded<R> {}

  /** A record that does not, or bytes that are none. */
  record Refused<R>(Refusal refusal) implements Decoded<R> {}
}
