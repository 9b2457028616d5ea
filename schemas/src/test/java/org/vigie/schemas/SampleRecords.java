package org.vigie.schemas;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;
import org.vigie.event.Channel;
import org.vigie.event.SessionKind;

/** Makes records that keep to the contract, whatever fields their schemas have. */
final class SampleRecords {
  /** How much of a record is set. */
  enum Fill {
    REQUIRED,
    SOME,
    EVERYTHING
  }

  private static final SpecificData CLASSES = new SpecificData();
  private static final long TIME_MS = 1_719_345_600_000L;
  private static final String[] LETTERS = {"a", "é", "€", "𝄞", "7", "\"", "\\", " ", "/"};

  private final Random random;
  private final Fill fill;

  SampleRecords(long seed, Fill fill) {
    random = new Random(seed);
    this.fill = fill;
  }

  /** A record of a kind. */
  ContractRecord of(RecordKind kind) {
    ContractRecord record = record(kind.schema());
    if (kind == RecordKind.MESSAGE) {
      fitChannel(record);
    }
    if (kind == RecordKind.SESSION) {
      fitKind(record);
    }
    return record;
  }

  private ContractRecord record(Schema schema) {
    ContractRecord record =
        (ContractRecord) SpecificData.newInstance(CLASSES.getClass(schema), schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), isSet(field) ? value(field) : CLASSES.getDefaultValue(field));
    }
    fitAges(record);
    return record;
  }

  private boolean isSet(Schema.Field field) {
    return !field.hasDefaultValue()
        || fill == Fill.EVERYTHING
        || (fill == Fill.SOME && random.nextBoolean());
  }

  private Object value(Schema.Field field) {
    return switch (field.name()) {
      case "text_fingerprint" -> hex(16);
      case "content_sha256" -> hex(64);
      case "alert_id" -> hex(8) + "-" + hex(4) + "-5" + hex(3) + "-a" + hex(3) + "-" + hex(12);
      default ->
          "epoch_ms".equals(field.getProp("unit"))
              ? (Object) (TIME_MS + random.nextInt(1_000_000_000))
              : value(field.schema());
    };
  }

  private Object value(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> text();
      case BOOLEAN -> random.nextBoolean();
      case INT -> 1 + random.nextInt(1_000_000);
      case LONG -> 1 + (random.nextLong() >>> 1) / 2;
      case DOUBLE -> random.nextInt(4) == 0 ? 1.0 : random.nextDouble();
      case BYTES -> bytes();
      case ENUM -> symbol(schema);
      case RECORD -> record(schema);
      case ARRAY -> list(schema.getElementType());
      case MAP -> map(schema.getValueType());
      case UNION -> value(schema.getTypes().get(1));
      case FIXED, FLOAT, NULL -> throw new IllegalStateException(schema.toString());
    };
  }

  private List<Object> list(Schema item) {
    List<Object> items = new ArrayList<>();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      items.add(value(item));
    }
    return items;
  }

  private Map<String, Object> map(Schema each) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      entries.put(text(), value(each));
    }
    return entries;
  }

  private Object symbol(Schema schema) {
    List<String> symbols = schema.getEnumSymbols();
    String name = symbols.get(1 + random.nextInt(symbols.size() - 1));
    return CLASSES.createEnum(name, schema);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int count = 1 + random.nextInt(16); count > 0; count--) {
      text.append(LETTERS[random.nextInt(LETTERS.length)]);
    }
    return text.toString();
  }

  private ByteBuffer bytes() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }

  private String hex(int digits) {
    StringBuilder hex = new StringBuilder();
    while (hex.length() < digits) {
      hex.append(Integer.toHexString(random.nextInt(16)));
    }
    return hex.toString();
  }

  private void fitAges(ContractRecord record) {
    if (record.getSchema().getName().startsWith("Age") && hasField(record, "min")) {
      record.put("min", nullOr(record.get("min"), random.nextInt(18)));
      record.put("max", nullOr(record.get("max"), 18 + random.nextInt(100)));
    }
  }

  private static boolean hasField(ContractRecord record, String name) {
    return record.getSchema().getField(name) != null;
  }

  private static @Nullable Object nullOr(@Nullable Object old, int replacement) {
    return old == null ? null : replacement;
  }

  private void fitChannel(ContractRecord message) {
    Channel channel = (Channel) message.get("channel");
    List<Object> named = new ArrayList<>();
    int recipients =
        switch (channel) {
          case DIRECT -> 1;
          case GROUP -> 1 + random.nextInt(4);
          case VOICE -> random.nextInt(3);
          case ROOM, UNRECOGNISED -> 0;
        };
    List<Object> mutual = new ArrayList<>();
    for (int count = recipients; count > 0; count--) {
      named.add(text());
      mutual.add(random.nextBoolean() ? random.nextInt(100) : null);
    }
    message.put("recipients", named);
    message.put("room", named.isEmpty() ? text() : null);
    message.put("recipient_mutual_contacts", fill == Fill.REQUIRED ? List.of() : mutual);
  }

  private void fitKind(ContractRecord session) {
    switch ((SessionKind) session.get("kind")) {
      case AGE_SIGNAL -> setIfUnknown(session, "age");
      case ROLE_ASSERTED -> setIfUnknown(session, "role");
      case HOUSEHOLD_LINKED -> setIfUnknown(session, "linked_account");
      case ROOM_JOINED, ROOM_LEFT -> setIfUnknown(session, "room");
      default -> {}
    }
  }

  private void setIfUnknown(ContractRecord record, String name) {
    Schema.Field field = record.getSchema().getField(name);
    if (record.get(field.pos()) == null) {
      record.put(field.pos(), value(field));
    }
  }
}
