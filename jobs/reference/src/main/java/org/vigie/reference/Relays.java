package org.vigie.reference;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.vigie.core.event.SignalCode;

/** Codes that accounts had from somebody else and passed on (page 0011 ¶46). */
final class Relays {
  private static final long PASSED_ON_MS = 7 * Days.DAY_MS;

  private record Sending(String account, String other, SignedEvent event) {}

  private final KeptPairs kept;
  private final Map<Sending, Set<SignalCode>> relayed = new HashMap<>();

  Relays(KeptPairs kept) {
    this.kept = kept;
  }

  /** The codes of an event that its sender had from another account than it sends them to. */
  Set<SignalCode> relayed(String account, String other, SignedEvent event) {
    Sending sending = new Sending(account, other, event);
    Set<SignalCode> known = relayed.get(sending);
    if (known == null) {
      known = relayedBy(sending);
      relayed.put(sending, known);
    }
    return known;
  }

  private Set<SignalCode> relayedBy(Sending sending) {
    Set<SignalCode> codes = EnumSet.noneOf(SignalCode.class);
    kept.of(sending.account(), sending.event().at())
        .forEach(
            (from, pair) -> {
              for (SignalCode code : sending.event().codes()) {
                if (!from.equals(sending.other()) && received(code, from, pair, sending)) {
                  codes.add(code);
                }
              }
            });
    return Collections.unmodifiableSet(codes);
  }

  private static boolean received(SignalCode code, String from, KeptPair pair, Sending sending) {
    Instant sent = sending.event().at();
    for (SignedEvent receipt : pair.events()) {
      boolean counts =
          receipt.from().equals(from)
              && receipt.isPrivate()
              && receipt.codes().contains(code)
              && receipt.at().isBefore(sent)
              && sent.timeMs() - receipt.at().timeMs() < PASSED_ON_MS;
      if (counts && !hadSent(code, sending.account(), pair, receipt.at())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the account itself had sent the code to the one from whom it comes. */
  private static boolean hadSent(SignalCode code, String account, KeptPair pair, Instant before) {
    return pair.events().stream()
        .anyMatch(
            event ->
                event.from().equals(account)
                    && event.codes().contains(code)
                    && event.at().isBefore(before));
  }
}
