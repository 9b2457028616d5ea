package org.vigie.detection.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
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

/**
 * A file of options as Flink's {@code config.yaml}: YAML 1.2, names nested or with dots. Remembers
 * on which line each option stands.
 */
public final class ConfigFile {
  private static final int ALIASES_MAX = 0;
  private static final int CODE_POINTS_MAX = 1 << 20;
  private static final int DEPTH_MAX = 32;

  private final SourceText source;
  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, OptionPlace> places = new TreeMap<>();
  private final Diagnostics problems = new Diagnostics();

  private ConfigFile(SourceText source) {
    this.source = source;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it can't be opened or read
   * @throws OptionsRefusedException if it is no YAML, or not of options
   */
  public static GivenOptions read(Path file) throws IOException {
    ConfigFile read = new ConfigFile(SourceText.of(file.toString(), Files.readString(file)));
    read.all();
    if (read.problems.hasErrors()) {
      throw new OptionsRefusedException(read.problems.all());
    }
    return new GivenOptions(read.values, read.places);
  }

  private void all() {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.file())
            .setMaxAliasesForCollections(ALIASES_MAX)
            .setCodePointLimit(CODE_POINTS_MAX)
            .build();
    try {
      new Compose(settings)
          .composeString(source.text())
          .ifPresent(root -> take("", root, OptionPlace.whole(place(root)), 0));
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().map(mark -> place(mark, 1)).orElse(source.whole());
      // Neither the line nor the parser's message, which quotes it: it may hold a secret.
      broken(place.withoutText(), String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      broken(source.whole(), "this is no YAML");
    }
  }

  private void take(String key, Node node, OptionPlace place, int depth) {
    if (depth > DEPTH_MAX) {
      broken(place.name(), "this is nested deeper than " + DEPTH_MAX);
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        Node name = entry.getKeyNode();
        String part = name instanceof ScalarNode scalar ? scalar.getValue() : "?";
        String whole = key.isEmpty() ? part : key + "." + part;
        take(whole, entry.getValueNode(), place(whole, name, entry.getValueNode()), depth + 1);
      }
    } else if (key.isEmpty()) {
      broken(place.name(), "the file holds no options");
    } else {
      text(node)
          .ifPresentOrElse(
              value -> put(key, value, place),
              () -> broken(place.value(), key + " is neither a text nor a list of texts"));
    }
  }

  private void put(String key, String value, OptionPlace place) {
    if (values.put(key, value) != null) {
      Place first = Objects.requireNonNull(places.get(key)).name();
      problems.add(
          DiagnosticCode.DUPLICATE_OPTION, place.name(), key + " stands also at " + first.shown());
    }
    places.put(key, place);
  }

  private void broken(Place place, String what) {
    problems.add(DiagnosticCode.BROKEN_OPTIONS, place, what);
  }

  /** A value as Flink takes it; a list in brackets. */
  private static Optional<String> text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    if (node instanceof SequenceNode list
        && list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
      return Optional.of(
          list.getValue().stream()
              .map(item -> ((ScalarNode) item).getValue())
              .collect(Collectors.joining(", ", "[", "]")));
    }
    return Optional.empty();
  }

  private OptionPlace place(String key, Node name, Node value) {
    return Secrets.isSecret(key)
        ? new OptionPlace(place(name).withoutText(), place(value).withoutText())
        : new OptionPlace(place(name), place(value));
  }

  /** Without the line, if others stand on it that are secret, or an address with a password. */
  private Place place(Node node) {
    int from = node.getStartMark().map(Mark::getIndex).orElse(0);
    int to = node.getEndMark().map(Mark::getIndex).orElse(from);
    Place place = node.getStartMark().map(mark -> place(mark, to - from)).orElse(source.whole());
    String line = place.text();
    return Secrets.masked(line, line).equals(line) ? place : place.withoutText();
  }

  private Place place(Mark mark, int width) {
    return source.placeOfCodePoint(mark.getIndex(), width);
  }
}
