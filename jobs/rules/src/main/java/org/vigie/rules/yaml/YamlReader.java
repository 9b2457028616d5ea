package org.vigie.rules.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.Place;
import org.vigie.rules.diagnostic.SourceText;

/** Reads one YAML 1.2 document into nodes with places. */
public final class YamlReader {
  /** Longest file, characters. */
  public static final int FILE_CHARS_MAX = 64 * 1024;

  /** Maps and lists inside each other. */
  public static final int DEPTH_MAX = 12;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setUseMarks(true).setCodePointLimit(FILE_CHARS_MAX).build();

  private static final String QUOTE_NOT =
      "quotes around a condition that begins with !, or a line of its own under `|`";

  private final SourceText source;
  private final Diagnostics diagnostics;

  private YamlReader(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /**
   * The map at the top of a file; empty if there is none, which is then told.
   *
   * @param diagnostics takes what is wrong
   */
  public static Optional<YamlMap> read(SourceText source, Diagnostics diagnostics) {
    return new YamlReader(source, diagnostics).read();
  }

  private Optional<YamlMap> read() {
    if (source.text().length() > FILE_CHARS_MAX) {
      diagnostics.add(
          DiagnosticCode.FILE_TOO_LARGE,
          source.whole(),
          "the file has " + source.text().length() + " characters",
          "at most " + FILE_CHARS_MAX);
      return Optional.empty();
    }
    try {
      if (!isPlain()) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(SETTINGS).composeString(source.text());
      if (root.isPresent() && root.get() instanceof MappingNode map) {
        return Optional.of(map(map));
      }
      diagnostics.add(
          DiagnosticCode.WRONG_KIND,
          root.map(this::place).orElse(source.whole()),
          root.isEmpty() ? "the file is empty" : "the file is not a map of fields",
          "lines such as `id: G1`");
    } catch (MarkedYamlEngineException e) {
      String problem = problem(e);
      // What does not end is mended where it begins.
      Optional<Mark> mark =
          problem.contains("end of stream") && e.getContextMark().isPresent()
              ? e.getContextMark()
              : e.getProblemMark();
      Place place = mark.map(at -> source.place(offset(at), 1)).orElse(source.whole());
      diagnostics.add(DiagnosticCode.BROKEN_YAML, place, problem, remedy(problem));
    } catch (YamlEngineException e) {
      diagnostics.add(DiagnosticCode.BROKEN_YAML, source.whole(), String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private static String problem(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    return (context + e.getProblem()).strip().replace('\n', ' ');
  }

  /** What the parser's words most often come from. */
  private static String remedy(String problem) {
    if (problem.contains("mapping values")) {
      return "quotes around a text that holds a colon, or one space of indentation less";
    }
    if (problem.contains("TAB")) {
      return "spaces, two a level";
    }
    if (problem.contains("could not find expected ':'")) {
      return "a colon and a space after the name of a field; see the line before, too";
    }
    if (problem.contains("quoted scalar")) {
      return "the same quote at the end of the text";
    }
    if (problem.contains("single document")) {
      return "one rule a file, without a line of ---";
    }
    return problem.contains("tag") || problem.contains("anchor") ? QUOTE_NOT : "";
  }

  /** Nesting is bounded before anything recurses into it. */
  private boolean isPlain() {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(source.text())) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (event instanceof AliasEvent) {
        diagnostics.add(DiagnosticCode.YAML_ALIAS, place(event), "an alias stands here");
        return false;
      }
      if (depth > DEPTH_MAX) {
        diagnostics.add(
            DiagnosticCode.TOO_DEEP,
            place(event),
            "this is level " + depth,
            "at most " + DEPTH_MAX);
        return false;
      }
    }
    return true;
  }

  private YamlNode node(Node node) {
    if (node instanceof MappingNode map) {
      return map(map);
    }
    if (node instanceof SequenceNode list) {
      List<YamlNode> items = new ArrayList<>();
      list.getValue().forEach(item -> items.add(node(item)));
      return new YamlList(place(node), items);
    }
    return scalar((ScalarNode) node);
  }

  private YamlMap map(MappingNode node) {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    Map<String, Place> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        diagnostics.add(
            DiagnosticCode.WRONG_KIND, place(tuple.getKeyNode()), "a field's name is not a text");
        continue;
      }
      String name = key.getValue();
      Place place = scalar(key).place();
      if (fields.containsKey(name)) {
        diagnostics.add(
            DiagnosticCode.DUPLICATE_KEY,
            place,
            name + " is already on line " + keys.getOrDefault(name, place).line());
        continue;
      }
      keys.put(name, place);
      fields.put(name, node(tuple.getValueNode()));
    }
    return new YamlMap(place(node), fields, keys);
  }

  private YamlScalar scalar(ScalarNode node) {
    if (node.getTag().getValue().startsWith("!")) {
      diagnostics.add(
          DiagnosticCode.BROKEN_YAML,
          place(node),
          node.getTag().getValue() + " is a tag of YAML here and not a text",
          QUOTE_NOT);
    }
    int from = node.getStartMark().map(this::offset).orElse(0);
    int to = node.getEndMark().map(this::offset).orElse(from);
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    return new YamlScalar(source, node.getValue(), plain, from, Math.max(from, to));
  }

  private Place place(Node node) {
    return source.place(node.getStartMark().map(this::offset).orElse(0), 1);
  }

  private Place place(Event event) {
    return source.place(event.getStartMark().map(this::offset).orElse(0), 1);
  }

  /** Marks count code points, texts UTF-16 units. */
  private int offset(Mark mark) {
    String text = source.text();
    int codePoints = Math.min(mark.getIndex(), text.codePointCount(0, text.length()));
    return text.offsetByCodePoints(0, codePoints);
  }
}
