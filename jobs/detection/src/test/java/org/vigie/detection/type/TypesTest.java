package org.vigie.detection.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.DeadLetterCode;
import org.vigie.alert.Harm;
import org.vigie.alert.Progress;
import org.vigie.alert.Severity;
import org.vigie.alert.SubjectKind;
import org.vigie.alert.SubjectRole;
import org.vigie.core.event.Trace;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Path;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.rules.BuiltInRules;
import org.vigie.detection.rules.RuleBundle;
import org.vigie.schemas.RecordKind;

final class TypesTest {
  private static final int SAMPLES = 200;

  static Stream<Sampled<?>> all() {
    return Stream.of(
        new Sampled<>(Types.KEY, TypesTest::key),
        new Sampled<>(Types.INPUT, TypesTest::input),
        new Sampled<>(Types.LOG_RECORD, TypesTest::logRecord),
        new Sampled<>(
            Types.RULE_BUNDLE, random -> new RuleBundle(BuiltInRules.SHIPPED, random.nextLong())),
        new Sampled<>(Types.ALERT, TypesTest::alert),
        new Sampled<>(Types.PROGRESS, TypesTest::progress),
        new Sampled<>(Types.AUDIT_ENTRY, TypesTest::auditEntry),
        new Sampled<>(Types.DEAD_LETTER, TypesTest::deadLetter));
  }

  @ParameterizedTest
  @MethodSource("all")
  <T> void readsWhatItWrote(Sampled<T> sampled) throws IOException {
    TypeSerializer<T> serializer = sampled.serializer();
    Random random = new Random(1);
    for (int i = 0; i < SAMPLES; i++) {
      T value = sampled.sample.of(random);
      DataOutputSerializer out = new DataOutputSerializer(16);
      serializer.serialize(value, out);
      serializer.serialize(value, out);

      DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
      DataOutputSerializer copied = new DataOutputSerializer(16);
      assertThat(serializer.deserialize(in)).as("sample %d", i).isEqualTo(value);
      serializer.copy(in, copied);
      assertThat(in.available()).as("bytes left of sample %d", i).isZero();
      T copy = serializer.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer()));
      assertThat(copy).as("copy of sample %d", i).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  <T> void travelsWithTheJobAndIsEqualToItself(Sampled<T> sampled) throws Exception {
    TypeInformation<T> clone = InstantiationUtil.clone(sampled.type);

    assertThat(clone).isEqualTo(sampled.type).hasSameHashCodeAs(sampled.type);
    assertThat(clone.canEqual(sampled.type)).isTrue();
    assertThat(sampled.serializer().duplicate()).isEqualTo(sampled.serializer());
  }

  @ParameterizedTest
  @MethodSource("all")
  <T> void restoresItsSerializerFromASnapshotOfItsVersion(Sampled<T> sampled) throws IOException {
    TypeSerializerSnapshot<T> written = sampled.serializer().snapshotConfiguration();
    DataOutputSerializer out = new DataOutputSerializer(16);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, written);

    TypeSerializerSnapshot<T> read =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

    assertThat(read.restoreSerializer()).isEqualTo(sampled.serializer());
    assertThat(written.resolveSchemaCompatibility(read).isCompatibleAsIs()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  <T> void refusesASnapshotOfAVersionThatItDoesNotKnow(Sampled<T> sampled) {
    TypeSerializerSnapshot<T> snapshot = sampled.serializer().snapshotConfiguration();

    assertThatThrownBy(
            () ->
                snapshot.readSnapshot(
                    99, new DataInputDeserializer(new byte[0]), getClass().getClassLoader()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 99");
  }

  @Test
  void isNotCompatibleWithAnotherTypesSnapshot() {
    TypeSerializerSnapshot<?> key = serializer(Types.KEY).snapshotConfiguration();
    TypeSerializerSnapshot<?> input = serializer(Types.INPUT).snapshotConfiguration();

    assertThat(key.getClass()).isNotEqualTo(input.getClass());
    assertThat(Types.KEY).isNotEqualTo(Types.INPUT);
  }

  @Test
  void keepsTheHashOfAKeyForEver() {
    // The hash decides which subtask holds the key: another one would orphan all state.
    assertThat(new Key(1, 2).hashCode()).isEqualTo(-511_900_242);
    assertThat(new Key(-5, 77).hashCode()).isEqualTo(1_801_522_308);
    assertThat(Types.KEY.isKeyType()).isTrue();
  }

  private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
    return type.createSerializer(new SerializerConfigImpl());
  }

  private static Key key(Random random) {
    return new Key(random.nextLong(), random.nextLong());
  }

  private static Input input(Random random) {
    return new Input(
        any(StopName.values(), random),
        key(random),
        new Root(random.nextLong(), any(Rank.values(), random), "é" + random.nextInt()),
        new Path(any(StopName.values(), random), random.nextLong(), random.nextInt(9)),
        random.nextBoolean(),
        random.nextInt(5) == 0 ? null : bytes(random));
  }

  private static LogRecord logRecord(Random random) {
    return new LogRecord(
        any(RecordKind.EVENTS.toArray(RecordKind[]::new), random),
        "topic" + random.nextInt(3),
        random.nextInt(9),
        random.nextLong(),
        random.nextLong(),
        random.nextBoolean() ? null : bytes(random),
        random.nextInt(9) == 0 ? null : bytes(random),
        Trace.NONE);
  }

  private static Alert alert(Random random) {
    return Alert.newBuilder()
        .setAlertId("id" + random.nextInt())
        .setRevision(random.nextInt(9))
        .setCommunity("c1")
        .setHarm(any(Harm.values(), random))
        .setSeverity(any(Severity.values(), random))
        .setState(AlertState.OPEN)
        .setSubject("a1")
        .setSubjectKind(SubjectKind.ACCOUNT)
        .setSubjectRole(SubjectRole.NEUTRAL)
        .setWouldClear(Map.of("en", "nothing", "fr", "rien"))
        .setScore(random.nextBoolean() ? null : random.nextDouble())
        .build();
  }

  private static Progress progress(Random random) {
    return Progress.newBuilder()
        .setRun("run-" + random.nextInt())
        .setSubtask(random.nextInt(8))
        .setParallelism(8)
        .setSettledThrough(random.nextLong())
        .setCheckpoint(random.nextInt(1000))
        .build();
  }

  private static AuditEntry auditEntry(Random random) {
    return AuditEntry.newBuilder()
        .setWriter("w" + random.nextInt())
        .setSequence(random.nextLong())
        .setKind(any(AuditKind.values(), random))
        .setTime(random.nextLong())
        .setRevision(random.nextBoolean() ? random.nextInt() : null)
        .build();
  }

  private static DeadLetter deadLetter(Random random) {
    return DeadLetter.newBuilder()
        .setSourceTopic("t")
        .setTime(random.nextLong())
        .setCode(any(DeadLetterCode.values(), random))
        .setMessage("is wrong")
        .setOffset(random.nextBoolean() ? null : random.nextLong())
        .build();
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static <T> T any(T[] values, Random random) {
    return List.of(values).get(random.nextInt(values.length));
  }

  /** A type, and how to make values of it. */
  record Sampled<T>(TypeInformation<T> type, Sample<T> sample) {
    TypeSerializer<T> serializer() {
      return TypesTest.serializer(type);
    }

    @Override
    public String toString() {
      return type.toString();
    }
  }

  /** Makes a value. */
  interface Sample<T> {
    T of(Random random);
  }
}
