package org.vigie.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.IoReason;
import org.vigie.cli.console.JsonFields;
import org.vigie.schemas.audit.KeptHead;

/** Heads as {@code audit head --json} prints them, to be kept where nobody can touch both. */
final class KeptHeads {
  private static final ObjectMapper JSON = new ObjectMapper();

  private KeptHeads() {}

  /** The line of an entry. */
  static String line(AuditEntry entry) {
    JsonFields fields =
        new JsonFields()
            .put("writer", entry.getWriter())
            .put("sequence", entry.getSequence())
            .put("hash", String.valueOf(entry.getHash()))
            .put("time", entry.getTime())
            .put("kind", entry.getKind().name());
    if (entry.getKind() == AuditKind.HEAD) {
      fields.put("day", String.valueOf(entry.getDay()));
      fields.put("signed", entry.getSignature() != null);
    }
    return fields.line();
  }

  /**
   * Reads a file of such lines.
   *
   * @throws CommandFailedException if it can't be read or a line is none
   */
  static List<KeptHead> read(Path file) {
    try {
      List<KeptHead> heads = new ArrayList<>();
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          heads.add(head(file + ":" + number, line));
        }
      }
      return heads;
    } catch (IOException e) {
      throw CommandFailedException.usage(
          file + " can't be read: " + IoReason.of(e),
          "give a file of what vigie audit head --json printed");
    }
  }

  private static KeptHead head(String place, String line) {
    try {
      JsonNode fields = JSON.readTree(line);
      String writer = fields.path("writer").asText();
      String hash = fields.path("hash").asText();
      long sequence = fields.path("sequence").asLong();
      if (!writer.isEmpty() && !hash.isEmpty() && sequence > 0) {
        return new KeptHead(place, writer, sequence, hash, fields.path("time").asLong());
      }
    } catch (JsonProcessingException noJson) {
      // Said below, as of a line that lacks a field.
    }
    throw CommandFailedException.usage(
        place + " is no head", "give a file of what vigie audit head --json printed");
  }
}
