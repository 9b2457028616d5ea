package org.vigie.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Appends results to a file as they come, one JSON object a line, told apart by {@code type}. */
public final class JsonLines {
  private final ObjectMapper mapper = new ObjectMapper().registerModule(new Jdk8Module());
  private final Optional<Path> file;

  /** Writes to that file, or nowhere. */
  public JsonLines(Optional<Path> file) {
    this.file = file;
  }

  /** Appends {@code record} with {@code type} put first. */
  public void append(String type, Object record) throws IOException {
    if (file.isPresent()) {
      Files.writeString(
          file.get(),
          line(type, record) + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  String line(String type, Object record) throws JsonProcessingException {
    ObjectNode node = mapper.createObjectNode().put("type", type);
    node.setAll(mapper.<ObjectNode>valueToTree(record));
    return mapper.writeValueAsString(node);
  }
}
