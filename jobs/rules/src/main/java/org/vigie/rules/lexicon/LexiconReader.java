package org.vigie.rules.lexicon;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.core.event.SignalCode;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.SourceText;
import org.vigie.rules.schema.FileKind;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;
import org.vigie.rules.yaml.YamlScalar;

/** Understands a file of phrases. */
public final class LexiconReader {
  /** A single word says too little: everybody uses it. */
  static final int WORDS_MIN = 2;

  /** Longest phrase that is looked for, words. */
  static final int WORDS_MAX = 8;

  private final SourceText source;
  private final Diagnostics diagnostics;
  private final Map<List<String>, YamlScalar> known = new HashMap<>();

  private LexiconReader(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** The phrases of a file; empty if something is wrong, which is then told. */
  public static Optional<Lexicon> read(SourceText source, Diagnostics diagnostics) {
    Diagnostics own = new Diagnostics();
    Optional<Lexicon> lexicon =
        FileKind.LEXICON.read(source, own).map(new LexiconReader(source, own)::read);
    own.all().forEach(diagnostics::add);
    return own.hasErrors() ? Optional.empty() : lexicon;
  }

  private Lexicon read(YamlMap file) {
    String language = file.text("language");
    if (!("/" + source.file()).contains("/lexicons/" + language + "/")) {
      diagnostics.add(
          DiagnosticCode.MISPLACED_FILE,
          file.scalar("language").place(),
          "phrases in " + language + " stand in " + source.file(),
          "lexicons/" + language + "/, one folder a language");
    }
    Map<SignalCode, List<String>> phrases = new EnumMap<>(SignalCode.class);
    YamlMap codes = file.map("codes");
    for (String code : codes.fields().keySet()) {
      List<String> of = new ArrayList<>();
      for (YamlNode phrase : codes.list(code)) {
        look((YamlScalar) phrase);
        of.add(((YamlScalar) phrase).text());
      }
      phrases.put(SignalCode.valueOf(code), of);
    }
    return new Lexicon(language, Double.parseDouble(file.text("score")), phrases);
  }

  private void look(YamlScalar phrase) {
    List<String> words = PlainWords.of(phrase.text());
    if (words.size() < WORDS_MIN || words.size() > WORDS_MAX) {
      diagnostics.add(
          DiagnosticCode.UNUSABLE_PHRASE,
          phrase.place(),
          "the phrase has " + words.size() + (words.size() == 1 ? " word" : " words"),
          WORDS_MIN + " to " + WORDS_MAX + " words of letters or digits");
      return;
    }
    YamlScalar before = known.putIfAbsent(words, phrase);
    if (before != null) {
      diagnostics.add(
          DiagnosticCode.REPEATED_PHRASE,
          phrase.place(),
          "the same words are already on line " + before.place().line());
    }
  }
}
