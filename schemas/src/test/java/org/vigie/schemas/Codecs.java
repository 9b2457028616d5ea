package org.vigie.schemas;

/** Codecs for tests that don't care which class a kind has. */
final class Codecs {
  private Codecs() {}

  @SuppressWarnings("unchecked") // the class is asked of the kind
  static BinaryCodec<ContractRecord> of(RecordKind kind) {
    Class<? extends ContractRecord> recordClass = kind.empty().getClass();
    return (BinaryCodec<ContractRecord>) BinaryCodec.of(kind, recordClass);
  }
}
