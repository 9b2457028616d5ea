package org.vigie.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.RegistryUnavailableException;
import org.vigie.schemas.registry.RegistryHttp.Reply;

/**
 * The few questions that we have for a registry. Only an answer in the registry's own words counts:
 * a bare 404, as a proxy gives while the registry behind it starts, says nothing about a schema.
 *
 * <p>One instance belongs to one thread.
 */
public final class RegistryCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SUBJECT_NOT_FOUND = 40401;
  private static final int VERSION_NOT_FOUND = 40402;
  private static final int SCHEMA_NOT_FOUND = 40403;
  private static final int INCOMPATIBLE = 409;
  private static final int DETAIL_CHARACTERS_MAX = 500;

  private final RegistrySettings settings;
  private final RegistryHttp http;

  /** Questions to one registry. */
  public RegistryCalls(RegistrySettings settings) {
    this.settings = settings;
    this.http = new RegistryHttp(settings);
  }

  /**
   * A schema as the registry keeps it.
   *
   * @param id its number
   * @param text the schema
   * @param type AVRO or another
   * @param references whether it needs other schemas beside it
   */
  public record Registered(int id, String text, String type, boolean references) {}

  /** The registry's addresses, for messages. */
  public String where() {
    return String.join(", ", settings.urls().stream().map(Object::toString).toList());
  }

  /**
   * The schema of a number; empty if the registry says that it has none.
   *
   * @throws RegistryUnavailableException without such an answer
   */
  public Optional<Registered> schema(int id) {
    String path = "/schemas/ids/" + id;
    Reply reply = ask(path, null);
    if (missing(reply)) {
      return Optional.empty();
    }
    return Optional.of(registered(id, answer(path, reply)));
  }

  /**
   * The number under which a subject holds a schema; empty if it does not hold it.
   *
   * @throws RegistryUnavailableException without such an answer
   */
  public OptionalInt idOf(String subject, Schema schema) {
    String path = "/subjects/" + encoded(subject);
    Reply reply = ask(path, body(schema));
    return missing(reply) ? OptionalInt.empty() : OptionalInt.of(id(path, answer(path, reply)));
  }

  /**
   * Registers a schema, or finds it registered.
   *
   * @return its number
   * @throws IllegalArgumentException if the subject's compatibility rule refuses it
   * @throws RegistryUnavailableException if the registry gives another answer, or none
   */
  public int register(String subject, Schema schema) {
    String path = "/subjects/" + encoded(subject) + "/versions";
    Reply reply = ask(path, body(schema));
    if (reply.status() == INCOMPATIBLE) {
      throw new IllegalArgumentException(
          "subject "
              + subject
              + " holds schemas that this version's is not compatible with: "
              + detail(reply));
    }
    return id(path, answer(path, reply));
  }

  /**
   * All versions of a subject, oldest first; empty if there is no such subject.
   *
   * @throws RegistryUnavailableException without an answer
   */
  public List<Registered> versions(String subject) {
    String path = "/subjects/" + encoded(subject) + "/versions";
    Reply reply = ask(path, null);
    if (missing(reply)) {
      return List.of();
    }
    List<Registered> versions = new ArrayList<>();
    for (JsonNode number : answer(path, reply)) {
      String versionPath = path + "/" + number.asInt();
      Reply version = ask(versionPath, null);
      if (!missing(version)) {
        JsonNode found = answer(versionPath, version);
        versions.add(registered(id(versionPath, found), found));
      }
    }
    return versions;
  }

  private Reply ask(String path, @Nullable String json) {
    try {
      return http.ask(path, json);
    } catch (IOException unanswered) {
      throw new RegistryUnavailableException(
          "the schema registry does not answer at " + unanswered.getMessage(), unanswered);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RegistryUnavailableException("the wait for the schema registry ended", stopped);
    }
  }

  private JsonNode answer(String path, Reply reply) {
    if (reply.ok()) {
      try {
        return JSON.readTree(reply.body());
      } catch (IOException noJson) {
        throw unavailable(path, "answers with no JSON; is this a schema registry?");
      }
    }
    String remedy =
        switch (reply.status()) {
          case 401, 403 -> "; check vigie.registry.user and its password, and the user's rights";
          case 404 -> "; check the path of vigie.registry.url";
          default -> "";
        };
    throw unavailable(path, "answers " + reply.status() + ": " + detail(reply) + remedy);
  }

  private RegistryUnavailableException unavailable(String path, String what) {
    return new RegistryUnavailableException("the schema registry " + where() + path + " " + what);
  }

  private static boolean missing(Reply reply) {
    if (reply.status() != 404) {
      return false;
    }
    int code = json(reply).map(error -> error.path("error_code").asInt()).orElse(0);
    return code == SUBJECT_NOT_FOUND || code == VERSION_NOT_FOUND || code == SCHEMA_NOT_FOUND;
  }

  private static String detail(Reply reply) {
    String message =
        json(reply)
            .map(error -> error.path("message").asText())
            .orElseGet(() -> new String(reply.body(), StandardCharsets.UTF_8));
    return message.length() <= DETAIL_CHARACTERS_MAX
        ? message
        : message.substring(0, DETAIL_CHARACTERS_MAX);
  }

  private static Optional<JsonNode> json(Reply reply) {
    try {
      return Optional.ofNullable(JSON.readTree(reply.body())).filter(JsonNode::isObject);
    } catch (IOException noJson) {
      return Optional.empty();
    }
  }

  private Registered registered(int id, JsonNode found) {
    return new Registered(
        id,
        found.path("schema").asText(),
        found.path("schemaType").asText("AVRO"),
        !found.path("references").isEmpty());
  }

  private int id(String path, JsonNode found) {
    if (!found.path("id").isInt()) {
      throw unavailable(path, "answers without an id; is this a schema registry?");
    }
    return found.path("id").asInt();
  }

  private static String body(Schema schema) {
    try {
      return JSON.writeValueAsString(JSON.createObjectNode().put("schema", schema.toString()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a text is always written", impossible);
    }
  }

  private static String encoded(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
