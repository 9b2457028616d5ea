package org.vigie.rules.schema;

import static org.vigie.rules.schema.Shape.Field.must;

import java.util.regex.Pattern;
import org.vigie.rules.schema.Shape.Struct;
import org.vigie.rules.schema.Shape.Text;
import org.vigie.rules.schema.Shape.Word;

/** Kinds of words that several kinds of files use. */
final class Words {
  static final Word NAME =
      new Word(
          Pattern.compile("[a-z][a-z0-9_]{0,47}"),
          "small letters, digits and _, such as minors_contacted");
  static final Word RULE_ID =
      new Word(Pattern.compile("[A-Z][A-Z0-9]{0,7}"), "capital letters and digits, such as G1");
  static final Text SENTENCE = new Text(300);
  static final Text PARAGRAPH = new Text(1200);
  static final Struct BILINGUAL =
      Struct.of(
          must("en", PARAGRAPH, "the text in English"),
          must("fr", PARAGRAPH, "the text in French"));
  static final Struct BILINGUAL_SENTENCE =
      Struct.of(
          must("en", SENTENCE, "the sentence in English"),
          must("fr", SENTENCE, "the sentence in French"));
  static final Word PROFILE_ID =
      new Word(Pattern.compile("[a-z][a-z0-9-]{0,31}"), "small letters and -, such as open-chat");

  private Words() {}
}
