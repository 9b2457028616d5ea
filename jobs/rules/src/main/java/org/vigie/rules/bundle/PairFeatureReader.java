package org.vigie.rules.bundle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Anchor;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.PairAct;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Signs;
import org.vigie.core.rule.ValueType;
import org.vigie.rules.cel.ConditionText;
import org.vigie.rules.cel.Conditions;
import org.vigie.rules.cel.Names;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.schema.Spans;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;
import org.vigie.rules.yaml.YamlScalar;

/** Understands features over the signs of a pair, and over the pairs of an account. */
final class PairFeatureReader {
  /** How files write "the code that the rule is judged for". */
  static final String EACH = "EACH";

  private static final String A_CLUSTER = "one_vote_a_cluster";
  private static final String A_MESSAGE = "one_vote_a_message";

  private final Diagnostics diagnostics;

  PairFeatureReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Events of a pair that bear signs. */
  static DeclaredFeature hits(String name, YamlMap map, long windowMs) {
    List<Anchor> after = new ArrayList<>();
    if (map.has("after")) {
      map.list("after").forEach(node -> after.add(anchor((YamlMap) node)));
    }
    Measure measure =
        new Measure.Hits(
            signs(map.list("hits")),
            by(map, "own"),
            map.text("channel", "private").equals("private"),
            isSet(map, "plain"),
            isSet(map, "unless_relayed"),
            after);
    Feature feature = new Feature(name, Scope.PAIR, measure, windowMs, Set.of(), false);
    return new DeclaredFeature(feature, ValueType.WHOLE, map.text("about"));
  }

  private static Anchor anchor(YamlMap map) {
    List<YamlNode> signs = new ArrayList<>();
    Set<Anchor.Moment> moments = EnumSet.noneOf(Anchor.Moment.class);
    for (YamlNode node : map.list("of")) {
      String word = ((YamlScalar) node).text();
      if (word.equals(word.toLowerCase(Locale.ROOT))) {
        moments.add(Anchor.Moment.valueOf(word.toUpperCase(Locale.ROOT)));
      } else {
        signs.add(node);
      }
    }
    long withinMs = Spans.parse(map.text("within")).orElseThrow();
    return new Anchor(signs(signs), by(map, "either"), moments, withinMs);
  }

  private static Anchor.By by(YamlMap map, String otherwise) {
    return Anchor.By.valueOf(map.text("by", otherwise).toUpperCase(Locale.ROOT));
  }

  private static Signs signs(List<YamlNode> nodes) {
    Set<SignalCode> codes = EnumSet.noneOf(SignalCode.class);
    Set<PairAct> acts = EnumSet.noneOf(PairAct.class);
    boolean each = false;
    for (YamlNode node : nodes) {
      String word = ((YamlScalar) node).text();
      if (word.equals(EACH)) {
        each = true;
      } else if (isAct(word)) {
        acts.add(PairAct.valueOf(word));
      } else {
        codes.add(SignalCode.valueOf(word));
      }
    }
    return new Signs(codes, acts, each);
  }

  private static boolean isAct(String word) {
    for (PairAct act : PairAct.values()) {
      if (act.name().equals(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Pairs of an account, or a sum over them.
   *
   * @param ofPairs the features of a pair that a condition may name
   */
  Optional<DeclaredFeature> pairs(String name, YamlMap map, Map<String, DeclaredFeature> ofPairs) {
    Map<String, ValueType> types = new LinkedHashMap<>();
    ofPairs.forEach((id, declared) -> types.put(id, declared.type()));
    Optional<Condition> where =
        new Conditions(new Names("features of a pair", types, Map.of()))
            .compile(map.scalar("pairs"), diagnostics);
    String total = map.text("total", "");
    if (!votesFit(map, where, ofPairs)) {
      return Optional.empty();
    }
    if (!total.isEmpty() && !ofPairs.containsKey(total)) {
      diagnostics.unknown(
          DiagnosticCode.UNKNOWN_FEATURE,
          map.scalar("total").place(),
          "no feature of a pair is called " + total,
          total,
          ofPairs.keySet());
      return Optional.empty();
    }
    return where.map(found -> pairs(name, map, found, total, ofPairs));
  }

  /** One kind of votes, where pairs are counted; by messages only where some are compared. */
  private boolean votesFit(
      YamlMap map, Optional<Condition> where, Map<String, DeclaredFeature> ofPairs) {
    boolean ofMessages = isSet(map, A_MESSAGE);
    String idle = ofMessages ? A_MESSAGE : A_CLUSTER;
    String why = "";
    if (map.has("total") && (ofMessages || isSet(map, A_CLUSTER))) {
      why = "for a total";
    } else if (ofMessages && isSet(map, A_CLUSTER)) {
      why = "beside " + A_CLUSTER;
    } else if (ofMessages && where.isPresent() && !readsHits(where.get(), ofPairs)) {
      why = "where the condition compares no hits";
    }
    if (!why.isEmpty()) {
      diagnostics.add(DiagnosticCode.UNUSED, map.keyPlace(idle), idle + " means nothing " + why);
    }
    return why.isEmpty();
  }

  private static boolean readsHits(Condition where, Map<String, DeclaredFeature> ofPairs) {
    return ConditionText.names(where).stream()
        .map(ofPairs::get)
        .anyMatch(part -> part != null && part.feature().measure() instanceof Measure.Hits);
  }

  private static Measure.Votes votes(YamlMap map) {
    if (isSet(map, A_MESSAGE)) {
      return Measure.Votes.A_MESSAGE;
    }
    return isSet(map, A_CLUSTER) ? Measure.Votes.A_CLUSTER : Measure.Votes.A_PAIR;
  }

  private static DeclaredFeature pairs(
      String name,
      YamlMap map,
      Condition where,
      String total,
      Map<String, DeclaredFeature> ofPairs) {
    Set<String> read = new LinkedHashSet<>(ConditionText.names(where));
    ValueType type = ValueType.WHOLE;
    if (!total.isEmpty()) {
      read.add(total);
      type = typeOf(total, ofPairs) == ValueType.NUMBER ? ValueType.NUMBER : ValueType.WHOLE;
    }
    long windowMs = 0;
    for (String id : read) {
      DeclaredFeature part = ofPairs.get(id);
      windowMs = part == null ? windowMs : Math.max(windowMs, part.feature().windowMs());
    }
    Measure measure = new Measure.Pairs(where, total, votes(map));
    Feature feature =
        new Feature(name, Scope.ACCOUNT, measure, windowMs, families(where, ofPairs), false);
    return new DeclaredFeature(feature, type, map.text("about"));
  }

  /** How many contacts is evidence of the graph; how many reactions is none. */
  private static Set<Family> families(Condition where, Map<String, DeclaredFeature> ofPairs) {
    int reactions = 0;
    int others = 0;
    for (String id : ConditionText.names(where)) {
      DeclaredFeature part = ofPairs.get(id);
      if (part != null && part.feature().measure() instanceof Measure.Hits hits) {
        boolean reaction = Signs.families(hits.signs().mask()) == Family.TARGET_REACTION.bit();
        reactions += reaction && !hits.signs().each() ? 1 : 0;
        others += reaction && !hits.signs().each() ? 0 : 1;
      }
    }
    return reactions > 0 && others == 0 ? Set.of() : Set.of(Family.CONTACT_GRAPH);
  }

  private static ValueType typeOf(String name, Map<String, DeclaredFeature> ofPairs) {
    DeclaredFeature declared = ofPairs.get(name);
    return declared == null ? ValueType.WHOLE : declared.type();
  }

  private static boolean isSet(YamlMap map, String flag) {
    return map.text(flag, "false").equals("true");
  }
}
