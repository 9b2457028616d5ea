package org.vigie.rules.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.core.event.SignalCode;

/**
 * Finds which codes a text hints at: a tree of words, walked from each word of the text for as many
 * as the longest phrase has. Linear in the text, whatever it holds.
 */
public final class PhraseMatcher {
  private static final SignalCode[] CODES = SignalCode.values();

  private final Step root = new Step();
  private final double[] scores = new double[CODES.length];

  /** One word on the way of one or more phrases. */
  private static final class Step {
    private final Map<String, Step> next = new HashMap<>();
    private int codes;
  }

  /** A matcher of the phrases of some lexicons; a code of several takes the highest score. */
  public PhraseMatcher(List<Lexicon> lexicons) {
    for (Lexicon lexicon : lexicons) {
      lexicon.phrases().forEach((code, phrases) -> phrases.forEach(one -> add(code, one)));
      for (SignalCode code : lexicon.codes()) {
        scores[code.ordinal()] = Math.max(scores[code.ordinal()], lexicon.score());
      }
    }
  }

  private void add(SignalCode code, String phrase) {
    Step step = root;
    for (String word : PlainWords.of(phrase)) {
      step = step.next.computeIfAbsent(word, absent -> new Step());
    }
    step.codes |= 1 << code.ordinal();
  }

  /** The codes of the phrases in a text, a bit each by ordinal. */
  public int codesIn(String text) {
    List<String> words = PlainWords.of(text);
    int codes = 0;
    for (int from = 0; from < words.size(); from++) {
      codes |= codesFrom(words, from);
    }
    return codes;
  }

  /** No deeper than the longest phrase: there the tree ends. */
  private int codesFrom(List<String> words, int from) {
    int codes = 0;
    @Nullable Step step = root.next.get(words.get(from));
    for (int at = from + 1; step != null; at++) {
      codes |= step.codes;
      step = at < words.size() ? step.next.get(words.get(at)) : null;
    }
    return codes;
  }

  /** The score of a code's signals, 0 where no phrase hints at it. */
  public double score(SignalCode code) {
    return scores[code.ordinal()];
  }
}
