package org.vigie.detection.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.rules.lexicon.PhraseMatcher;

/**
 * Adds the signals that phrases in a message's text hint at. A text is looked at here and goes no
 * further; where none is to be read this costs nothing.
 */
final class TextSignals {
  private static final SignalCode[] CODES = SignalCode.values();

  private final Map<String, PhraseMatcher> matchers = new HashMap<>();
  private final @Nullable PhraseMatcher others;

  TextSignals(LexiconChoice choice) {
    choice.byCommunity().forEach((of, lexicons) -> matchers.put(of, new PhraseMatcher(lexicons)));
    others = matchers.remove(LexiconChoice.EVERY);
  }

  /**
   * The signals of a message with those of its text. A code that the platform's classifier judged
   * stays as it judged.
   *
   * @param isAllowed whether a signal of that code may be taken in
   */
  List<Signal> with(
      String community,
      @Nullable String text,
      List<Signal> signals,
      Predicate<SignalCode> isAllowed) {
    PhraseMatcher matcher = text == null ? null : matcherOf(community);
    if (matcher == null || text == null) {
      return signals;
    }
    int codes = matcher.codesIn(text);
    if (codes == 0) {
      return signals;
    }
    List<Signal> all = new ArrayList<>(signals);
    for (SignalCode code : CODES) {
      boolean isHinted = (codes & 1 << code.ordinal()) != 0;
      if (isHinted && !isAmong(signals, code) && isAllowed.test(code)) {
        all.add(new Signal(code, matcher.score(code), Unknown.INT, Unknown.INT));
      }
    }
    return all;
  }

  private @Nullable PhraseMatcher matcherOf(String community) {
    PhraseMatcher own = matchers.get(community);
    return own != null ? own : others;
  }

  private static boolean isAmong(List<Signal> signals, SignalCode code) {
    for (Signal signal : signals) {
      if (signal.code() == code) {
        return true;
      }
    }
    return false;
  }
}
