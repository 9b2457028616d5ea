package org.vigie.simulator.truth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The truth as JSON Lines: each line has a {@code "type"}, times are epoch milliseconds. */
public final class TruthLines {
  /** What a truth was drawn with that does not say it: it could not be chosen then. */
  private static final int FAINT_OF_TEN_ONCE = 3;

  private static final String CASE = "case";
  private static final String LOOK_ALIKE = "look_alike";
  private static final String TOTALS = "totals";
  private static final ObjectMapper JSON = new ObjectMapper();

  private TruthLines() {}

  /** One line, without its end. */
  public static String write(TruthLine line) {
    ObjectNode json = JSON.createObjectNode();
    if (line instanceof TruthCase planted) {
      write(planted, json);
    } else if (line instanceof TruthLookAlike lookAlike) {
      write(lookAlike, json);
    } else if (line instanceof TruthTotals totals) {
      write(totals, json);
    }
    return json.toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is none, saying why
   */
  public static TruthLine read(String line) {
    JsonNode json = parsed(line);
    String type = text(json, "type");
    return switch (type) {
      case CASE -> planted(json);
      case LOOK_ALIKE ->
          new TruthLookAlike(
              text(json, "id"),
              text(json, "community"),
              constant(LookAlikeKind.class, json, "kind"),
              number(json, "start"),
              texts(json, "subjects"));
      case TOTALS ->
          new TruthTotals(
              number(json, "seed"),
              (int) number(json, "accounts"),
              (int) number(json, "days"),
              number(json, "start"),
              faintOfTen(json),
              number(json, "events"),
              number(json, "active_user_weeks"));
      default -> throw new IllegalArgumentException("type \"" + type + "\" is no kind of truth");
    };
  }

  private static void write(TruthCase planted, ObjectNode json) {
    json.put("type", CASE).put("id", planted.id()).put("community", planted.community());
    json.put("harm", planted.planted().harm().name());
    json.put("planted", planted.planted().name());
    json.put("indicator", planted.planted().indicator());
    json.put("above_threshold", planted.isAbove());
    texts(json.putArray("below_because"), planted.belowBecause());
    texts(json.putArray("actors"), planted.actors());
    texts(json.putArray("victims"), planted.victims());
    texts(json.putArray("subjects"), planted.subjects());
    json.put("start", planted.startMs());
    if (planted.harmfulStepMs().isPresent()) {
      json.put("harmful_step", planted.harmfulStepMs().getAsLong());
    } else {
      json.putNull("harmful_step");
    }
    ArrayNode acts = json.putArray("acts");
    planted.actsMs().forEach(acts::add);
    ObjectNode reached = json.putObject("reached");
    new TreeMap<>(planted.reachedMs()).forEach(reached::put);
  }

  private static void write(TruthLookAlike lookAlike, ObjectNode json) {
    json.put("type", LOOK_ALIKE).put("id", lookAlike.id());
    json.put("community", lookAlike.community()).put("kind", lookAlike.kind().name());
    json.put("start", lookAlike.startMs());
    texts(json.putArray("subjects"), lookAlike.subjects());
  }

  private static void write(TruthTotals totals, ObjectNode json) {
    json.put("type", TOTALS).put("seed", totals.seed()).put("accounts", totals.accounts());
    json.put("days", totals.days()).put("start", totals.startMs());
    json.put("faint_of_ten", totals.faintOfTen());
    json.put("events", totals.events()).put("active_user_weeks", totals.activeUserWeeks());
  }

  private static TruthCase planted(JsonNode json) {
    JsonNode step = json.get("harmful_step");
    List<Long> acts = new ArrayList<>();
    field(json, "acts").forEach(act -> acts.add(act.asLong()));
    Map<String, Long> reached = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : field(json, "reached").properties()) {
      reached.put(entry.getKey(), entry.getValue().asLong());
    }
    return new TruthCase(
        text(json, "id"),
        text(json, "community"),
        constant(PlantedHarm.class, json, "planted"),
        texts(json, "actors"),
        texts(json, "victims"),
        texts(json, "subjects"),
        number(json, "start"),
        isNumber(step) ? OptionalLong.of(step.asLong()) : OptionalLong.empty(),
        texts(json, "below_because"),
        acts,
        reached);
  }

  private static int faintOfTen(JsonNode json) {
    return json.has("faint_of_ten") ? (int) number(json, "faint_of_ten") : FAINT_OF_TEN_ONCE;
  }

  private static boolean isNumber(@Nullable JsonNode node) {
    return node != null && node.isNumber();
  }

  private static JsonNode parsed(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      if (json == null || !json.isObject()) {
        throw new IllegalArgumentException("is no JSON object");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static JsonNode field(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("\"" + name + "\" is missing");
    }
    return value;
  }

  private static String text(JsonNode json, String name) {
    return field(json, name).asText();
  }

  private static long number(JsonNode json, String name) {
    JsonNode value = field(json, name);
    if (!value.isIntegralNumber()) {
      throw new IllegalArgumentException("\"" + name + "\" is no whole number: " + value);
    }
    return value.asLong();
  }

  private static Set<String> texts(JsonNode json, String name) {
    Set<String> texts = new TreeSet<>();
    field(json, name).forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static void texts(ArrayNode array, Collection<String> texts) {
    new TreeSet<>(texts).forEach(array::add);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, JsonNode json, String name) {
    String value = text(json, name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("\"" + name + "\" is no known one: " + value);
  }
}
