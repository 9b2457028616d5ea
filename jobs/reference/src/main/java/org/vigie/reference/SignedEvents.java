package org.vigie.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.PairAct;

/** The events of each pair that bear signs (page 0011 ¶40). */
final class SignedEvents {
  private final Pairs pairs;
  private final Map<Log.Two, List<SignedEvent>> byPair = new HashMap<>();

  SignedEvents(Log log, Pairs pairs) {
    this.pairs = pairs;
    for (Observation seen : log.all()) {
      if (Acts.isAct(seen) && seen.message().isPresent()) {
        ofMessage(seen, seen.message().get());
      }
      seen.interaction().ifPresent(interaction -> ofInteraction(seen, interaction));
    }
  }

  /** Those of a pair, in order. */
  List<SignedEvent> between(String one, String other) {
    return byPair.getOrDefault(Log.Two.of(one, other), List.of());
  }

  private void add(String other, SignedEvent event) {
    List<SignedEvent> events =
        byPair.computeIfAbsent(Log.Two.of(event.from(), other), pair -> new ArrayList<>());
    if (!events.contains(event)) {
      events.add(event);
    }
  }

  private void ofMessage(Observation seen, Message message) {
    Set<SignalCode> codes = EnumSet.noneOf(SignalCode.class);
    Set<SignalCode> strong = EnumSet.noneOf(SignalCode.class);
    for (Signal signal : message.signals()) {
      if (signal.counts()) {
        codes.add(signal.code());
      }
      if (signal.isStrong()) {
        strong.add(signal.code());
      }
    }
    if (message.meeting().status() == Meeting.Status.PROPOSED) {
      codes.add(SignalCode.MEETING_PROPOSAL);
      strong.add(SignalCode.MEETING_PROPOSAL);
      if (message.meeting().publicPlace()) {
        codes.remove(SignalCode.MEETING_PROPOSAL);
        strong.remove(SignalCode.MEETING_PROPOSAL);
      }
    }
    Set<PairAct> acts = message.media().isEmpty() ? Set.of() : Set.of(PairAct.MEDIA);
    if (!codes.isEmpty() || !acts.isEmpty()) {
      boolean isPrivate = Codes.isPrivate(message);
      add(seen.target(), new SignedEvent(seen.at(), seen.actor(), codes, strong, acts, isPrivate));
    }
  }

  private void ofInteraction(Observation seen, Interaction interaction) {
    switch (interaction.kind()) {
      case GIFT -> add(seen.target(), act(seen, seen.actor(), PairAct.GIFT));
      case PAYMENT -> add(seen.target(), act(seen, seen.actor(), PairAct.PAYMENT));
      case PAYMENT_REQUEST -> add(seen.target(), act(seen, seen.actor(), PairAct.PAYMENT_REQUEST));
      case BLOCK -> ofReaction(seen, PairAct.BLOCK);
      case DECLINE -> ofReaction(seen, PairAct.DECLINE);
      case REPORT ->
          reporter(seen, interaction)
              .ifPresent(by -> add(seen.target(), act(seen, by, PairAct.REPORT)));
      case REQUEST, ACCEPT, FOLLOW, UNFOLLOW, UNBLOCK -> {}
    }
  }

  private void ofReaction(Observation seen, PairAct act) {
    if (existedBefore(seen.actor(), seen.target(), seen.at())) {
      add(seen.target(), act(seen, seen.actor(), act));
    }
  }

  /** Who reported, else the one on whose behalf: whoever has a pair with the reported. */
  private Optional<String> reporter(Observation seen, Interaction interaction) {
    String behalf = interaction.report().onBehalfOf();
    if (existedBefore(seen.actor(), seen.target(), seen.at())) {
      return Optional.of(seen.actor());
    }
    return Unknown.isKnown(behalf) && existedBefore(behalf, seen.target(), seen.at())
        ? Optional.of(behalf)
        : Optional.empty();
  }

  private boolean existedBefore(String one, String other, Instant at) {
    return pairs.existing(one, other, at).filter(pair -> pair.first().isBefore(at)).isPresent();
  }

  private static SignedEvent act(Observation seen, String from, PairAct act) {
    return new SignedEvent(seen.at(), from, Set.of(), Set.of(), Set.of(act), true);
  }
}
