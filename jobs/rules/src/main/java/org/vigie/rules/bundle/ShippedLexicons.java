package org.vigie.rules.bundle;

import java.util.Map;
import java.util.TreeMap;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.SourceText;
import org.vigie.rules.lexicon.Lexicon;
import org.vigie.rules.lexicon.LexiconReader;

/** The lexicons that ship inside the job. */
public final class ShippedLexicons {
  private ShippedLexicons() {}

  /** By language; read anew each time, so ask once. */
  public static Map<String, Lexicon> byLanguage() {
    Diagnostics diagnostics = new Diagnostics();
    Map<String, Lexicon> lexicons = new TreeMap<>();
    for (SourceText source : RuleFiles.shipped().of(FileRole.LEXICON)) {
      LexiconReader.read(source, diagnostics)
          .ifPresent(one -> lexicons.merge(one.language(), one, ShippedLexicons::twice));
    }
    if (diagnostics.hasErrors()) {
      throw new IllegalStateException("the jar's lexicons are wrong: " + diagnostics.all());
    }
    return lexicons;
  }

  private static Lexicon twice(Lexicon one, Lexicon other) {
    throw new IllegalStateException("two lexicons ship for " + one.language());
  }
}
