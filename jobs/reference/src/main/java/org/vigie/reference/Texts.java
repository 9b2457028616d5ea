package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.core.event.Message;
import org.vigie.core.event.SignalCode;

/** Which text with an offer a message is, among those of its sender (page 0012 ¶67). */
final class Texts {
  private static final int KEPT_MAX = 16;
  private static final int ALIKE_BITS = 10;
  private static final Set<SignalCode> OFFERS =
      Set.of(SignalCode.SALE_OFFER, SignalCode.PRICE, SignalCode.QUANTITY);

  /** A text that its sender keeps. */
  private record Kept(long fingerprint, Instant since) {}

  private final Map<Observation, String> texts = new HashMap<>();

  Texts(Log log, Forgetting forgetting) {
    Map<String, List<Kept>> kept = new HashMap<>();
    for (Observation seen : log.all()) {
      if (seen.message().isPresent() && !seen.hasTarget() && isOffer(seen.message().get())) {
        long fingerprint = seen.message().get().textFingerprint();
        List<Kept> own = kept.computeIfAbsent(seen.actor(), account -> new ArrayList<>());
        own.removeIf(text -> forgetting.isErased(seen.actor(), text.since(), seen.at()));
        texts.put(seen, Long.toHexString(textOf(new Kept(fingerprint, seen.at()), own)));
      }
    }
  }

  private static boolean isOffer(Message message) {
    return message.fingerprinted() && Posts.codes(message).stream().anyMatch(OFFERS::contains);
  }

  private static long textOf(Kept text, List<Kept> kept) {
    for (Kept known : kept) {
      if (Long.bitCount(known.fingerprint() ^ text.fingerprint()) <= ALIKE_BITS) {
        return known.fingerprint();
      }
    }
    kept.add(text);
    kept.subList(0, Math.max(0, kept.size() - KEPT_MAX)).clear();
    return text.fingerprint();
  }

  /** The text of a message, if it is one with an offer. */
  Optional<String> of(Observation seen) {
    return Optional.ofNullable(texts.get(seen));
  }
}
