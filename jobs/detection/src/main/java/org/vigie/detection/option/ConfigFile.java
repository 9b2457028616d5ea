package org.vigie.detection.option;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A file of options as Flink's {@code config.yaml}: YAML 1.2, names nested or with dots. Remembers
 * on which line each option stands.
 */
public final class ConfigFile {
  private static final int ALIASES_MAX = 0;
  private static final int CODE_POINTS_MAX = 1 << 20;
  private static final int DEPTH_MAX = 32;

  private final String name;
  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, String> places = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private ConfigFile(String name) {
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it can't be opened or read
   * @throws OptionsRefusedException if it is no YAML, or not of options
   */
  public static GivenOptions read(Path file) throws IOException {
    ConfigFile read = new ConfigFile(file.toString());
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(file.toString())
              .setMaxAliasesForCollections(ALIASES_MAX)
              .setCodePointLimit(CODE_POINTS_MAX)
              .build();
      new Compose(settings).composeReader(in).ifPresent(root -> read.take("", root, 0));
    } catch (YamlEngineException e) {
      // The message of the parser quotes the line, which may hold a secret: only its first line.
      String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("not readable");
      read.problems.add(file + ": no YAML (" + what + "); write it as Flink's config.yaml");
    }
    if (!read.problems.isEmpty()) {
      throw new OptionsRefusedException(read.problems);
    }
    return new GivenOptions(read.values, read.places);
  }

  private void take(String key, Node node, int depth) {
    if (depth > DEPTH_MAX) {
      problems.add(place(node) + ": nested deeper than " + DEPTH_MAX + "; write names with dots");
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        String part = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        take(key.isEmpty() ? part : key + "." + part, entry.getValueNode(), depth + 1);
      }
    } else if (key.isEmpty()) {
      problems.add(place(node) + ": holds no options; write name: value lines");
    } else {
      text(node)
          .ifPresentOrElse(
              value -> put(key, value, node),
              () -> problems.add(place(node) + ": " + key + " is no value; use a text or a list"));
    }
  }

  private void put(String key, String value, Node node) {
    if (values.put(key, value) != null) {
      problems.add(
          place(node) + ": " + key + " stands also at " + places.get(key) + "; remove one");
    }
    places.put(key, place(node));
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

  private String place(Node node) {
    return node.getStartMark().map(mark -> name + ":" + (mark.getLine() + 1)).orElse(name);
  }
}
