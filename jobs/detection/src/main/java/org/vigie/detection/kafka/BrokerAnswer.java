package org.vigie.detection.kafka;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** In which way brokers gave no usable answer: what to do about it differs. */
public enum BrokerAnswer {
  /** Nobody there, or one that speaks otherwise. */
  NONE("no usable answer from a broker at %s: %s"),
  /** It does not know the user, or not with this password. */
  NOT_AUTHENTICATED("the brokers at %s do not take this user: %s"),
  /** It knows the user, who may not do this. */
  NOT_AUTHORIZED("the brokers at %s refuse this user: %s");

  private final String words;

  BrokerAnswer(String words) {
    this.words = words;
  }

  /** In which way a client failed. */
  public static BrokerAnswer of(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof AuthenticationException) {
        return NOT_AUTHENTICATED;
      }
      if (one instanceof AuthorizationException) {
        return NOT_AUTHORIZED;
      }
    }
    return NONE;
  }

  /**
   * What happened.
   *
   * @param servers the brokers asked
   */
  public String words(String servers, Throwable failure) {
    Throwable said =
        failure instanceof ExecutionException
            ? Optional.ofNullable(failure.getCause()).orElse(failure)
            : failure;
    return words.formatted(servers, said.getMessage());
  }

  /**
   * What to do.
   *
   * @param servers what names the brokers, such as an option
   * @param client what says how to talk to them
   */
  public String remedy(String servers, String client) {
    return switch (this) {
      case NONE ->
          "check %s, that a broker is running there, and in %s whether it asks for TLS or a password"
              .formatted(servers, client);
      case NOT_AUTHENTICATED -> "check user, password and mechanism in " + client;
      case NOT_AUTHORIZED -> "grant it the rights that docs/operations/start.md lists";
    };
  }
}
