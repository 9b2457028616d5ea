package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.MISSING_FIELD;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a file says beside the event's own fields: which record it is, and its recording.
 */
final class JsonEnvelope {
  static final String TYPE = "type";
  static final String RECORDED = "recorded";
  static final String TOPIC = "topic";
  static final String PARTITION = "partition";
  static final String OFFSET = "offset";
  static final String TRACEPARENT = "traceparent";

  /** The names that belong to the line. */
  static final Set<String> NAMES = Set.of(TYPE, RECORDED, TOPIC, PARTITION, OFFSET, TRACEPARENT);

  private static final List<String> TYPES =
      RecordKind.EVENTS.stream().map(RecordKind::typeName).toList();

  private JsonEnvelope() {}

  static RecordKind kind(JsonNode line) throws RefusedException {
    String allowed = String.join(", ", TYPES);
    JsonNode type = given(line, TYPE);
    if (type == null) {
      String example = ", for example \"type\":\"" + TYPES.get(0) + "\"";
      throw new RefusedException(
          Refusal.of(MISSING_FIELD, TYPE, "is missing").allowing(allowed + example));
    }
    if (!type.isTextual()) {
      throw JsonScalars.refused(type, JsonScalars.isA(type), allowed).within(TYPE);
    }
    Optional<RecordKind> kind = RecordKind.ofType(type.textValue());
    if (kind.isEmpty()) {
      String nearest = NearestName.of(type.textValue(), TYPES).orElse("");
      Refusal refusal = JsonScalars.refused(type, "is no known record", allowed).refusal();
      throw new RefusedException(refusal.near(nearest)).within(TYPE);
    }
    return kind.get();
  }

  /** The kind that a line's place says it is of, if the line does not say otherwise. */
  static RecordKind checked(JsonNode line, RecordKind place) throws RefusedException {
    JsonNode type = given(line, TYPE);
    if (type != null && place.isEvent() && !place.typeName().equals(type.asText())) {
      throw JsonScalars.refused(type, "is not what its topic holds", place.typeName()).within(TYPE);
    }
    return place;
  }

  static Recording recording(JsonNode line) throws RefusedException {
    JsonNode recorded = given(line, RECORDED);
    JsonNode topic = given(line, TOPIC);
    JsonNode partition = given(line, PARTITION);
    JsonNode offset = given(line, OFFSET);
    JsonNode traceparent = given(line, TRACEPARENT);
    return new Recording(
        recordedMs(recorded),
        text(TOPIC, topic),
        partition(partition),
        offset(offset),
        text(TRACEPARENT, traceparent));
  }

  private static OptionalLong recordedMs(@Nullable JsonNode value) throws RefusedException {
    if (value == null) {
      return OptionalLong.empty();
    }
    try {
      long epochMs = JsonScalars.time(value);
      RangeRules.time("", epochMs);
      return OptionalLong.of(epochMs);
    } catch (RefusedException refused) {
      throw refused.within(RECORDED);
    }
  }

  private static Optional<String> text(String name, @Nullable JsonNode value)
      throws RefusedException {
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonScalars.text(value));
    } catch (RefusedException refused) {
      throw refused.within(name);
    }
  }

  private static OptionalInt partition(@Nullable JsonNode value) throws RefusedException {
    if (value == null) {
      return OptionalInt.empty();
    }
    try {
      int partition = JsonScalars.wholeInt(value);
      RangeRules.atLeast("", partition, 0);
      return OptionalInt.of(partition);
    } catch (RefusedException refused) {
      throw refused.within(PARTITION);
    }
  }

  private static OptionalLong offset(@Nullable JsonNode value) throws RefusedException {
    if (value == null) {
      return OptionalLong.empty();
    }
    try {
      long offset = JsonScalars.wholeLong(value);
      RangeRules.atLeast("", offset, 0);
      return OptionalLong.of(offset);
    } catch (RefusedException refused) {
      throw refused.within(OFFSET);
    }
  }

  private static @Nullable JsonNode given(JsonNode line, String name) {
    JsonNode value = line.get(name);
    return value == null || value.isNull() ? null : value;
  }
}
