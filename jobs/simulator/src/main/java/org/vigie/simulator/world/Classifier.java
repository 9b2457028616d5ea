package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.vigie.event.AgeRange;
import org.vigie.event.Scan;
import org.vigie.event.Signal;
import org.vigie.simulator.Dice;

/** What a platform's classifiers say of messages: they overlook, they mistake, they doubt. */
final class Classifier {
  private static final String SOURCE = "platform-nlp-4";

  /** How often a code that is there is overlooked. */
  private static final double OVERLOOKED = 0.08;

  /** How often a code is seen that is not there. */
  private static final double MISTAKEN = 0.0015;

  private static final List<String> MISTAKEN_FOR =
      List.of(
          "AGE_PROBE",
          "LOCATION_PROBE",
          "GUARDIAN_PROBE",
          "FLATTERY",
          "SECRECY",
          "ISOLATION",
          "PLATFORM_MOVE",
          "CONTACT_EXCHANGE",
          "IMAGE_REQUEST",
          "SEXUAL",
          "MEETING_PROPOSAL",
          "URGENCY",
          "GIFT_OFFER",
          "MONEY_OFFER",
          "PAYMENT_DEMAND",
          "THREAT_EXPOSE",
          "THREAT_VIOLENCE",
          "DEADLINE",
          "SALE_OFFER",
          "PRICE",
          "QUANTITY",
          "SEDATION",
          "DISTRESS",
          "REFUSAL");

  /** How well a conversation can be read. */
  enum Clarity {
    CLEAR,
    /** Wording that the classifiers hardly recognise. */
    VEILED,
    /** Encrypted end to end: nobody reads it. */
    HIDDEN
  }

  private final Dice dice;
  private final Clarity clarity;

  Classifier(Dice dice, Clarity clarity) {
    this.dice = dice;
    this.clarity = clarity;
  }

  Scan scan() {
    if (clarity == Clarity.HIDDEN) {
      return Scan.ENCRYPTED;
    }
    return dice.chance(0.97) ? Scan.SCANNED : dice.chance(0.5) ? Scan.LANGUAGE : Scan.NOT_SCANNED;
  }

  /** The codes of a message that means what they say. */
  List<Signal> of(Scan scan, String... codes) {
    List<Signal> signals = new ArrayList<>();
    if (scan != Scan.SCANNED) {
      return signals;
    }
    for (String code : codes) {
      if (!dice.chance(OVERLOOKED)) {
        signals.add(signal(code, clarity == Clarity.CLEAR ? certain() : dice.between(0.12, 0.44)));
      }
    }
    if (dice.chance(MISTAKEN)) {
      signals.add(signal(dice.one(MISTAKEN_FOR), dice.between(0.3, 0.85)));
    }
    return signals;
  }

  /** The code of a message in which someone says how old they are, truly or not. */
  List<Signal> disclosure(Scan scan, int ageYears) {
    List<Signal> signals = new ArrayList<>();
    for (Signal seen : of(scan, "AGE_DISCLOSURE")) {
      AgeRange age = AgeRange.newBuilder().setMin(ageYears).setMax(ageYears).build();
      boolean said = seen.getCode().equals("AGE_DISCLOSURE");
      signals.add(said ? Signal.newBuilder(seen).setAge(age).build() : seen);
    }
    return signals;
  }

  /** Most are sure; some hover. */
  private double certain() {
    return dice.chance(0.75) ? dice.between(0.82, 0.99) : dice.between(0.5, 0.82);
  }

  private static Signal signal(String code, double score) {
    return Signal.newBuilder()
        .setCode(code)
        .setScore(Math.round(score * 100) / 100.0)
        .setSource(SOURCE)
        .build();
  }
}
