package org.vigie.rules.bundle;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;
import org.vigie.core.rule.ValueType;
import org.vigie.rules.cel.ConditionText;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.Place;
import org.vigie.rules.schema.Spans;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;
import org.vigie.rules.yaml.YamlScalar;

/** Understands the features of all files together, since some are made of others. */
final class FeatureReader {
  /** Longest window over codes: how long the engine keeps them, less what superseding needs. */
  static final long CODES_WINDOW_MS_MAX = 14 * 24 * 3_600_000L;

  /** Longest window over the signs of a pair; they are kept 14 days longer. */
  static final long SIGNS_WINDOW_MS_MAX = 30 * 24 * 3_600_000L;

  private final Map<String, YamlMap> written = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> failed = new LinkedHashSet<>();
  private final Declarations declared;
  private final DoubtfulNames doubtful;
  private final Diagnostics diagnostics;
  private final RowConditions rows;

  FeatureReader(Declarations declared, DoubtfulNames doubtful, Diagnostics diagnostics) {
    this.declared = declared;
    this.doubtful = doubtful;
    this.diagnostics = diagnostics;
    this.rows = new RowConditions(diagnostics);
  }

  /** Adds the features of one file. */
  void add(YamlMap file) {
    if (!file.has("features")) {
      return;
    }
    YamlMap features = file.map("features");
    features
        .fields()
        .forEach(
            (name, node) -> {
              YamlMap map = (YamlMap) node;
              YamlMap named = new YamlMap(features.keyPlace(name), map.fields(), map.keys());
              YamlMap known = written.putIfAbsent(name, named);
              if (known != null) {
                duplicate(name, features.keyPlace(name), known.place());
              }
            });
  }

  private void duplicate(String name, Place place, Place known) {
    diagnostics.add(
        DiagnosticCode.DUPLICATE_ID, place, name + " is already declared at " + known.shown());
  }

  /** Understands them all, in the order in which they are written. */
  void read() {
    Map<String, DeclaredFeature> understood = new LinkedHashMap<>();
    written.keySet().forEach(name -> understand(name, understood));
    written.forEach(
        (name, map) -> {
          DeclaredFeature feature = understood.get(name);
          if (feature != null) {
            declared.add(feature, map);
          }
        });
    doubtful.add(failed);
  }

  private @Nullable DeclaredFeature understand(
      String name, Map<String, DeclaredFeature> understood) {
    DeclaredFeature known = understood.get(name);
    YamlMap map = written.get(name);
    if (known != null || map == null || failed.contains(name)) {
      return known;
    }
    if (!open.add(name)) {
      diagnostics.add(
          DiagnosticCode.FEATURE_CYCLE,
          map.place(),
          name + " is made of itself, by " + String.join(", ", open));
      failed.add(name);
      return null;
    }
    Optional<DeclaredFeature> feature = feature(name, map, understood);
    open.remove(name);
    if (feature.isEmpty() || failed.contains(name)) {
      failed.add(name);
      return null;
    }
    understood.put(name, feature.get());
    return feature.get();
  }

  private Optional<DeclaredFeature> feature(
      String name, YamlMap map, Map<String, DeclaredFeature> understood) {
    if (!map.has("hits")) {
      refuse(name, map, "by", "channel", "plain", "unless_relayed", "after");
    }
    if (!map.has("pairs")) {
      refuse(name, map, "total", "one_vote_a_cluster", "one_vote_a_message");
    }
    if (map.has("known")) {
      return known(name, map);
    }
    if (map.has("count")) {
      return counted(name, map, table(map.text("count")), "");
    }
    if (map.has("sum")) {
      return summed(name, map);
    }
    if (map.has("distinct")) {
      return distinct(name, map);
    }
    if (map.has("distinct_of")) {
      return distinctOf(name, map);
    }
    if (map.has("hits")) {
      refuse(name, map, "over", "where");
      long windowMs = window(name, map, SIGNS_WINDOW_MS_MAX);
      return Optional.of(PairFeatureReader.hits(name, map, windowMs));
    }
    return map.has("pairs") ? pairs(name, map, understood) : derived(name, map, understood);
  }

  /** Over features of a pair that are not made of others. */
  private Optional<DeclaredFeature> pairs(
      String name, YamlMap map, Map<String, DeclaredFeature> understood) {
    refuse(name, map, "window", "over", "where");
    Map<String, DeclaredFeature> ofPairs = new LinkedHashMap<>();
    for (Map.Entry<String, YamlMap> one : written.entrySet()) {
      YamlMap other = one.getValue();
      if (other.has("known") || other.has("hits") || other.has("distinct")) {
        DeclaredFeature part = understand(one.getKey(), understood);
        if (part != null && part.feature().scope() == Scope.PAIR) {
          ofPairs.put(one.getKey(), part);
        }
      }
    }
    doubtful.add(failed);
    return doubtful.areIn(map, List.of("pairs", "total"))
        ? Optional.empty()
        : new PairFeatureReader(diagnostics).pairs(name, map, ofPairs);
  }

  /** How many different values a column of names has. */
  private Optional<DeclaredFeature> distinctOf(String name, YamlMap map) {
    Optional<Table> table = over(name, map);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    String column = map.text("distinct_of");
    boolean isToken =
        table.get().column(column).filter(one -> one.type() == ValueType.TOKEN).isPresent();
    if (!isToken) {
      diagnostics.unknown(
          DiagnosticCode.UNKNOWN_NAME,
          map.scalar("distinct_of").place(),
          word(table.get()) + " has no column of names called " + column,
          column,
          table.get().typedColumns().stream()
              .filter(one -> one.type() == ValueType.TOKEN)
              .map(Table.Column::name)
              .toList());
      return Optional.empty();
    }
    Optional<Condition> where = rows.where(map, table.get());
    long windowMs = window(name, map, table.get().windowMsMax());
    return where.map(
        found ->
            new DeclaredFeature(
                new Feature(
                    name,
                    table.get().scope(),
                    new Measure.DistinctOf(table.get(), column, found),
                    windowMs,
                    table.get().families(ConditionText.names(found)),
                    false),
                ValueType.WHOLE,
                map.text("about")));
  }

  /** The table that a feature names, which is told where it is missing. */
  private Optional<Table> over(String name, YamlMap map) {
    if (map.has("over")) {
      return Optional.of(table(map.text("over")));
    }
    diagnostics.add(
        DiagnosticCode.MISSING_FIELD,
        map.place(),
        name + " reads a column, and does not say over which table",
        "over: one of "
            + Arrays.stream(Table.values()).map(FeatureReader::word).collect(joining(", ")));
    return Optional.empty();
  }

  private Optional<DeclaredFeature> known(String name, YamlMap map) {
    refuse(name, map, "window", "over", "where");
    Attribute attribute = Attribute.valueOf(map.text("known").toUpperCase(Locale.ROOT));
    Measure measure = new Measure.Known(attribute);
    Feature feature = new Feature(name, attribute.scope(), measure, 0, attribute.families(), false);
    return Optional.of(new DeclaredFeature(feature, attribute.type(), map.text("about")));
  }

  private Optional<DeclaredFeature> summed(String name, YamlMap map) {
    Optional<Table> over = over(name, map);
    if (over.isEmpty()) {
      return Optional.empty();
    }
    Table table = over.get();
    String column = map.text("sum");
    if (table.column(column).isEmpty()) {
      diagnostics.unknown(
          DiagnosticCode.UNKNOWN_NAME,
          map.scalar("sum").place(),
          word(table) + " has no column " + column,
          column,
          table.columns());
      return Optional.empty();
    }
    return counted(name, map, table, column);
  }

  /** Counts rows, or adds up a column of them. */
  private Optional<DeclaredFeature> counted(String name, YamlMap map, Table table, String column) {
    refuse(name, map, column.isEmpty() ? "over" : "");
    Optional<Condition> where = rows.where(map, table);
    long windowMs = window(name, map, table.windowMsMax());
    Measure measure =
        column.isEmpty()
            ? new Measure.Count(table, where.orElse(Condition.ALWAYS))
            : new Measure.Sum(table, column, where.orElse(Condition.ALWAYS));
    ValueType type =
        table
            .column(column)
            .map(found -> found.type() == ValueType.NUMBER ? ValueType.NUMBER : ValueType.WHOLE)
            .orElse(ValueType.WHOLE);
    Set<Family> families = table.families(where.map(ConditionText::names).orElseGet(List::of));
    Feature feature =
        new Feature(name, table.scope(), measure, windowMs, families, table.onlyGrows());
    return where.map(fine -> new DeclaredFeature(feature, type, map.text("about")));
  }

  private Optional<DeclaredFeature> distinct(String name, YamlMap map) {
    refuse(name, map, "over", "where");
    Set<SignalCode> codes = EnumSet.noneOf(SignalCode.class);
    for (YamlNode node : map.list("distinct")) {
      SignalCode code = SignalCode.valueOf(((YamlScalar) node).text());
      codes.add(code);
      if (!code.isStage()) {
        diagnostics.add(
            DiagnosticCode.CODE_NOT_KEPT,
            node.place(),
            code + " is not a stage, and pairs keep stages");
        failed.add(name);
      }
    }
    long windowMs = window(name, map, CODES_WINDOW_MS_MAX);
    Feature feature =
        new Feature(name, Scope.PAIR, new Measure.DistinctCodes(codes), windowMs, Set.of(), true);
    return Optional.of(new DeclaredFeature(feature, ValueType.WHOLE, map.text("about")));
  }

  /** Made of two others: their window, their families. */
  private Optional<DeclaredFeature> derived(
      String name, YamlMap map, Map<String, DeclaredFeature> understood) {
    refuse(name, map, "window", "over", "where");
    boolean isShare = map.has("share");
    YamlMap parts = map.map(isShare ? "share" : "chance");
    List<Feature> found = new ArrayList<>();
    for (String field : List.of("of", "among")) {
      part(parts, field, understood).ifPresent(found::add);
    }
    if (found.size() < 2) {
      return Optional.empty();
    }
    String of = parts.text("of");
    String among = parts.text("among");
    Optional<Scope> scope = Scopes.joined(found.stream().map(Feature::scope).toList());
    if (scope.isEmpty()) {
      diagnostics.add(
          DiagnosticCode.MIXED_SUBJECTS,
          parts.place(),
          of
              + " is "
              + Scopes.words(found.get(0).scope())
              + ", "
              + among
              + " "
              + Scopes.words(found.get(1).scope()));
      return Optional.empty();
    }
    Set<Family> families = EnumSet.noneOf(Family.class);
    found.forEach(feature -> families.addAll(feature.families()));
    Measure measure = isShare ? new Measure.Ratio(of, among) : new Measure.BinomialTail(among, of);
    long windowMs = found.stream().mapToLong(Feature::windowMs).max().orElse(0);
    Feature feature = new Feature(name, scope.get(), measure, windowMs, families, false);
    return Optional.of(new DeclaredFeature(feature, ValueType.NUMBER, map.text("about")));
  }

  private Optional<Feature> part(
      YamlMap parts, String field, Map<String, DeclaredFeature> understood) {
    String name = parts.text(field);
    if (!written.containsKey(name) && !doubtful.has(name)) {
      diagnostics.unknown(
          DiagnosticCode.UNKNOWN_FEATURE,
          parts.scalar(field).place(),
          "no feature is called " + name,
          name,
          written.keySet());
      return Optional.empty();
    }
    return Optional.ofNullable(understand(name, understood)).map(DeclaredFeature::feature);
  }

  /** A window where one is needed, and not longer than what is kept. */
  private long window(String name, YamlMap map, long windowMsMax) {
    if (windowMsMax == 0) {
      refuse(name, map, "window");
      return 0;
    }
    if (!map.has("window")) {
      diagnostics.add(
          DiagnosticCode.MISSING_FIELD,
          map.place(),
          name + " counts over time, and does not say over how much",
          "window: at most " + Spans.shown(windowMsMax));
      failed.add(name);
      return windowMsMax;
    }
    long windowMs = Spans.parse(map.text("window")).orElseThrow();
    if (windowMs > windowMsMax) {
      diagnostics.add(
          DiagnosticCode.WINDOW_NOT_KEPT,
          map.scalar("window").place(),
          "window is " + map.text("window"),
          "at most " + Spans.shown(windowMsMax));
      failed.add(name);
    }
    return windowMs;
  }

  /** Fields that mean nothing for this kind of feature. */
  private void refuse(String name, YamlMap map, String... fields) {
    for (String field : fields) {
      if (map.has(field)) {
        diagnostics.add(
            DiagnosticCode.UNUSED, map.keyPlace(field), field + " means nothing for " + name);
        failed.add(name);
      }
    }
  }

  private static Table table(String word) {
    return Table.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static String word(Table table) {
    return table.name().toLowerCase(Locale.ROOT);
  }
}
