package org.vigie.rules.schema;

import java.util.Optional;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.SourceText;
import org.vigie.rules.schema.Shape.Struct;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlReader;

/** The kinds of files in a folder of rules, and what each may hold. */
public enum FileKind {
  /** {@code rules/<harm>/<id>.yaml}: one rule. */
  RULE("rule", "One rule.", RuleShape.rule()),
  /** {@code rules/<harm>/<id>.test.yaml}: its tests. */
  TEST("test", "The tests of one rule, in virtual time.", TestShape.test()),
  /** {@code features/*.yaml}: what rules can read, and guards. */
  FEATURES(
      "features",
      "Features that rules read, and guards that lower findings.",
      DeclarationShape.features()),
  /** {@code profiles/*.yaml}: parameters of a kind of community. */
  PROFILE("profile", "Parameters of one kind of community.", ProfileShape.profile()),
  /** {@code lexicons/<language>/*.yaml}: phrases that hint at codes. */
  LEXICON(
      "lexicon",
      "Neutral indicator phrases of one language, for the optional text signals.",
      LexiconShape.lexicon());

  private final String schemaName;
  private final String about;

  @SuppressWarnings("ImmutableEnumChecker") // records of immutable lists; the type can't say so
  private final Struct shape;

  FileKind(String schemaName, String about, Struct shape) {
    this.schemaName = schemaName;
    this.about = about;
    this.shape = shape;
  }

  /** Name of the JSON Schema of this kind, without its ending. */
  public String schemaName() {
    return schemaName;
  }

  String about() {
    return about;
  }

  Struct shape() {
    return shape;
  }

  /** A file that is read already, whatever its form; empty if it is no YAML. Tells nothing. */
  public static Optional<YamlMap> formless(SourceText source) {
    return YamlReader.read(source, new Diagnostics());
  }

  /** Reads a file of this kind; empty if anything is wrong with its form, which is then told. */
  public Optional<YamlMap> read(SourceText source, Diagnostics diagnostics) {
    Diagnostics own = new Diagnostics();
    Optional<YamlMap> map = YamlReader.read(source, own);
    map.ifPresent(found -> new ShapeCheck(own).check("", found, shape));
    own.all().forEach(diagnostics::add);
    return own.hasErrors() ? Optional.empty() : map;
  }
}
