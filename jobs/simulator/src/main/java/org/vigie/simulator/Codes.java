package org.vigie.simulator;

import java.util.ArrayList;
import java.util.List;
import org.vigie.event.AgeRange;
import org.vigie.event.Signal;

/** What a platform's classifiers say of a message, mistakes included. */
final class Codes {
  private static final String CLASSIFIER = "harbour-nlp-2";

  /** How often a classifier sees what is not there. */
  private static final double MISTAKES = 0.001;

  private static final List<String> MISTAKEN_FOR =
      List.of(
          "AGE_PROBE",
          "LOCATION_PROBE",
          "GUARDIAN_PROBE",
          "FLATTERY",
          "SECRECY",
          "PLATFORM_MOVE",
          "CONTACT_EXCHANGE",
          "IMAGE_REQUEST",
          "MEETING_PROPOSAL",
          "GIFT_OFFER",
          "PRICE",
          "URGENCY");

  private final Dice dice;

  Codes(Dice dice) {
    this.dice = dice;
  }

  /** The codes of a message that means what they say. */
  List<Signal> of(String... codes) {
    List<Signal> signals = new ArrayList<>();
    for (String code : codes) {
      signals.add(signal(code, dice.between(0.7, 0.98)));
    }
    return signals;
  }

  /** The code of a message in which someone says how old they are. */
  List<Signal> disclosing(int ageYears) {
    AgeRange age = AgeRange.newBuilder().setMin(ageYears).setMax(ageYears).build();
    Signal said = signal("AGE_DISCLOSURE", dice.between(0.7, 0.98));
    return List.of(Signal.newBuilder(said).setAge(age).build());
  }

  /** What is seen in a message that means nothing in particular: nothing, nearly always. */
  List<Signal> mistakes() {
    return dice.chance(MISTAKES)
        ? List.of(signal(dice.one(MISTAKEN_FOR), dice.between(0.3, 0.8)))
        : List.of();
  }

  private static Signal signal(String code, double score) {
    return Signal.newBuilder()
        .setCode(code)
        .setScore(Math.round(score * 100) / 100.0)
        .setSource(CLASSIFIER)
        .build();
  }
}
