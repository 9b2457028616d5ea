package org.vigie.schemas;

import java.util.List;
import org.vigie.event.AgeRange;
import org.vigie.event.Signal;

/** What the signals of a message or a profile must keep to. Any code will do: CONTRACT §1. */
final class SignalRules {
  private SignalRules() {}

  static void check(String field, List<Signal> signals) throws RefusedException {
    CountRules.atMost(field, signals, Limits.SIGNALS_MAX);
    for (int at = 0; at < signals.size(); at++) {
      try {
        check(signals.get(at));
      } catch (RefusedException refused) {
        throw refused.within("[" + at + "]").within(field);
      }
    }
  }

  private static void check(Signal signal) throws RefusedException {
    TextRules.id("code", signal.getCode());
    RangeRules.share("score", signal.getScore());
    TextRules.idOrUnknown("source", signal.getSource());
    AgeRange age = signal.getAge();
    if (age != null) {
      try {
        RangeRules.ageRange(age.getMin(), age.getMax());
      } catch (RefusedException refused) {
        throw refused.within("age");
      }
    }
  }
}
