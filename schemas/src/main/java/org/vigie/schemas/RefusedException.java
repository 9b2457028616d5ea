package org.vigie.schemas;

/**
 * Carries a {@link Refusal} out of nested checks. It never leaves this package, has no stack trace,
 * and so costs little however many bad records come.
 */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }

  /** The same, seen from the record or list that holds the field. */
  RefusedException within(String outer) {
    return new RefusedException(refusal.within(outer));
  }
}
