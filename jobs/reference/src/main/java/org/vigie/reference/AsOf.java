package org.vigie.reference;

import java.util.Optional;
import java.util.function.Function;

/**
 * The latest answer to one question about an instant: every rule asks about one before any asks
 * about the next.
 */
final class AsOf<T> {
  private record Answer<T>(Instant instant, T value) {}

  private Optional<Answer<T>> latest = Optional.empty();

  /** What the question says of an instant. */
  T of(Instant instant, Function<Instant, T> question) {
    Optional<Answer<T>> known = latest.filter(answer -> answer.instant().equals(instant));
    if (known.isEmpty()) {
      known = Optional.of(new Answer<>(instant, question.apply(instant)));
      latest = known;
    }
    return known.orElseThrow().value();
  }
}
