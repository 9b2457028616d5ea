package org.vigie.rules.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text as its words: compatibility forms joined (NFKC), without case, diacritics, apostrophes and
 * characters that are not seen; whatever else is no letter or digit parts two words. In time linear
 * in the text.
 */
final class PlainWords {
  private PlainWords() {}

  static List<String> of(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < apart.length(); at += Character.charCount(apart.codePointAt(at))) {
      int point = apart.codePointAt(at);
      if (Character.isLetterOrDigit(point)) {
        word.appendCodePoint(point);
      } else if (!isPassedOver(point) && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** What stands inside a word and is none of its letters. */
  private static boolean isPassedOver(int point) {
    int type = Character.getType(point);
    boolean isMark =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || type == Character.FORMAT;
    return isMark || point == '\'' || point == '’' || point == '‘' || point == 'ʼ';
  }
}
