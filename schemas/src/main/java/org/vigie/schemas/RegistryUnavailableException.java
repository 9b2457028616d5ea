package org.vigie.schemas;

/** A schema registry gave no answer; what was asked must be asked again, and nothing is decided. */
public final class RegistryUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says where, what and the remedy. */
  public RegistryUnavailableException(String message) {
    super(message);
  }

  /** The same with what lies behind it. */
  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
